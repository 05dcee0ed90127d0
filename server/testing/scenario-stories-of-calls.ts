import { all, allButRemLink, allButRouting, ofFazz, ofRem, type Stories } from './scenario-story.ts';

/** What the console shows when a provider's answer to a call is late, lost, refused or no answer at all. */
export const storiesOfCalls = {
  slow_answer: [
    {
      of: allButRouting,
      tells: {
        created: 'accepted (202); `creating`',
        'answered after 15 s': '`open`; create: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        created: 'accepted (202); `creating`',
        'answered after 15 s': '`awaiting_payment`; create: applied',
      },
    },
    {
      of: ofRem,
      tells: {
        refreshed: '`provider-unavailable` (503); unchanged',
        'answered after 15 s': 'unchanged; read: applied',
      },
    },
    {
      of: ofFazz,
      tells: {
        refreshed: '`provider-unavailable` (503); unchanged',
        'answered after 15 s': 'unchanged; read: duplicate (same as before)',
      },
    },
    {
      of: allButRouting,
      tells: {
        deleted: 'accepted (202); `open`, being deleted',
        'answered after 15 s': '`deleted`; delete: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'payment simulated':
          '`unknown`; `paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
        'answered after 15 s': 'unchanged',
      },
    },
    {
      of: ofFazz,
      tells: {
        'payment simulated': '`unknown`; `paid`, settlement `waiting`, known from callback; callback: applied',
        'answered after 15 s': 'unchanged',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'QR shown': '`provider-unavailable` (503); unchanged',
      },
    },
  ],
  hang: [
    {
      of: allButRouting,
      tells: {
        created: 'accepted (202); `creating`',
        'answered after 120 s': '`open`; create: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        created: 'accepted (202); `creating`',
        'answered after 120 s': '`awaiting_payment`; create: applied',
      },
    },
    {
      of: ofRem,
      tells: {
        refreshed: '`provider-unavailable` (503); unchanged',
        'answered after 120 s': 'unchanged; read: applied',
      },
    },
    {
      of: ofFazz,
      tells: {
        refreshed: '`provider-unavailable` (503); unchanged',
        'answered after 120 s': 'unchanged; read: duplicate (same as before)',
      },
    },
    {
      of: allButRouting,
      tells: {
        deleted: 'accepted (202); `open`, being deleted',
        'answered after 120 s': '`deleted`; delete: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'payment simulated':
          '`unknown`; `paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
        'answered after 120 s': 'unchanged',
      },
    },
    {
      of: ofFazz,
      tells: {
        'payment simulated': '`unknown`; `paid`, settlement `waiting`, known from callback; callback: applied',
        'answered after 120 s': 'unchanged',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'QR shown': '`provider-unavailable` (503); unchanged',
      },
    },
  ],
  lost_response: [
    {
      of: allButRouting,
      tells: {
        created:
          'accepted (202); `creating`; create without a status: stale (nothing known), “the connection broke before an answer came”',
        'checked after 3 s': '`open`; read: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        created:
          'accepted (202); `creating`; create without a status: stale (nothing known), “the connection broke before an answer came”',
        'checked after 3 s': '`awaiting_payment`; read: applied',
      },
    },
    {
      of: all,
      tells: {
        refreshed: '`provider-unavailable` (503); unchanged',
      },
    },
    {
      of: allButRouting,
      tells: {
        deleted: 'accepted (202); `open`, being deleted',
        'checked after 3 s': '`deleted`; read: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'payment simulated':
          '`unknown` “the connection broke before an answer came”; `paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
    {
      of: ofFazz,
      tells: {
        'payment simulated':
          '`unknown` “the connection broke before an answer came”; `paid`, settlement `waiting`, known from callback; callback: applied',
      },
    },
    {
      of: ['REM link'],
      tells: {
        'customer pays': 'unchanged; reported by callback, being confirmed; callback `paid` `waiting`: claimed',
        'twelve seconds later':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'QR shown': '`provider-unavailable` (503); unchanged',
      },
    },
  ],
  error_429: [
    {
      of: all,
      tells: {
        created:
          '`provider-unavailable` (503), to be repeated after 2 s; `failed`, failure `unavailable` “it asks for fewer requests (HTTP 429)”; create: applied',
      },
    },
    {
      of: all,
      tells: {
        refreshed: '`provider-unavailable` (503), to be repeated after 2 s; unchanged',
      },
    },
    {
      of: allButRouting,
      tells: {
        deleted: '`provider-unavailable` (503), to be repeated after 2 s; unchanged',
      },
    },
    {
      of: allButRemLink,
      tells: {
        'payment simulated': '`unavailable` “it asks for fewer requests (HTTP 429)”; unchanged',
      },
    },
    {
      of: ['REM link'],
      tells: {
        'customer pays': 'unchanged; reported by callback, being confirmed; callback `paid` `waiting`: claimed',
        'twelve seconds later':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'QR shown': '`provider-unavailable` (503), to be repeated after 2 s; unchanged',
      },
    },
  ],
  error_500: [
    {
      of: ofRem,
      tells: {
        created: 'accepted (202); `creating`; create without a status: stale (nothing known), “it failed (HTTP 500)”',
        'checked after 3 s': 'unchanged',
        'a minute later': 'unchanged; needs a person: `outcome_unknown`',
        'checked after 3 min': '`failed`, failure `not_created`; read: applied',
      },
    },
    {
      of: ofFazz,
      tells: {
        created: 'accepted (202); `creating`; create without a status: stale (nothing known), “it failed (HTTP 500)”',
        'checked after 3 s': '`open`; read: applied',
        'checked after 3 min': 'unchanged',
      },
    },
    {
      of: all,
      tells: {
        refreshed: '`provider-unavailable` (503); unchanged',
      },
    },
    {
      of: ['REM link'],
      tells: {
        deleted: 'accepted (202); `open`, being deleted',
        'checked after 3 s': 'unchanged; read: applied',
        'checked after 3 min': '`open`; read: duplicate (same as before)',
      },
    },
    {
      of: ofFazz,
      tells: {
        deleted: 'accepted (202); `open`, being deleted',
        'checked after 3 s': 'unchanged; read: duplicate (same as before)',
        'checked after 3 min': '`open`; read: duplicate (same as before)',
      },
    },
    {
      of: allButRemLink,
      tells: {
        'payment simulated': '`unknown` “it failed (HTTP 500)”; unchanged',
        'a minute later': 'unchanged; needs a person: `callback_missing`',
      },
    },
    {
      of: ['REM link'],
      tells: {
        'customer pays': 'unchanged; reported by callback, being confirmed; callback `paid` `waiting`: claimed',
        'twelve seconds later':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'customer pays': 'unchanged; reported by callback, being confirmed; callback `paid` `waiting`: claimed',
        'twelve seconds later':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'QR shown': '`provider-unavailable` (503); unchanged',
      },
    },
  ],
  error_500_after_work: [
    {
      of: allButRouting,
      tells: {
        created: 'accepted (202); `creating`; create without a status: stale (nothing known), “it failed (HTTP 500)”',
        'checked after 3 s': '`open`; read: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        created: 'accepted (202); `creating`; create without a status: stale (nothing known), “it failed (HTTP 500)”',
        'checked after 3 s': '`awaiting_payment`; read: applied',
      },
    },
    {
      of: all,
      tells: {
        refreshed: '`provider-unavailable` (503); unchanged',
      },
    },
    {
      of: allButRouting,
      tells: {
        deleted: 'accepted (202); `open`, being deleted',
        'checked after 3 s': '`deleted`; read: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'payment simulated':
          '`unknown` “it failed (HTTP 500)”; `paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
    {
      of: ofFazz,
      tells: {
        'payment simulated':
          '`unknown` “it failed (HTTP 500)”; `paid`, settlement `waiting`, known from callback; callback: applied',
      },
    },
    {
      of: ['REM link'],
      tells: {
        'customer pays': 'unchanged; reported by callback, being confirmed; callback `paid` `waiting`: claimed',
        'twelve seconds later':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'QR shown': '`provider-unavailable` (503); unchanged',
      },
    },
  ],
  html_answer: [
    {
      of: allButRouting,
      tells: {
        created: 'accepted (202); `creating`; create without a status: stale (nothing known), “it failed (HTTP 502)”',
        'checked after 3 s': '`open`; read: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        created: 'accepted (202); `creating`; create without a status: stale (nothing known), “it failed (HTTP 502)”',
        'checked after 3 s': '`awaiting_payment`; read: applied',
      },
    },
    {
      of: all,
      tells: {
        refreshed: '`provider-unavailable` (503); unchanged',
      },
    },
    {
      of: allButRouting,
      tells: {
        deleted: 'accepted (202); `open`, being deleted',
        'checked after 3 s': '`deleted`; read: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'payment simulated':
          '`unknown` “it failed (HTTP 502)”; `paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
    {
      of: ofFazz,
      tells: {
        'payment simulated':
          '`unknown` “it failed (HTTP 502)”; `paid`, settlement `waiting`, known from callback; callback: applied',
      },
    },
    {
      of: ['REM link'],
      tells: {
        'customer pays': 'unchanged; reported by callback, being confirmed; callback `paid` `waiting`: claimed',
        'twelve seconds later':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'QR shown': '`provider-unavailable` (503); unchanged',
      },
    },
  ],
  routing_rejection: [
    {
      of: ['QRIS routing'],
      with: { code: 901 },
      tells: {
        created: 'accepted (202); `creating`; create without a status: stale (nothing known), “General Error”',
        'checked after 3 s': 'unchanged',
        'checked after 3 min': '`failed`, failure `not_created`; read: applied',
      },
    },
    {
      of: ['QRIS routing'],
      with: { code: 300 },
      tells: {
        created:
          'accepted (202); `creating`; create without a status: stale (nothing known), “Request is rejected (Deactivation request failed)”',
        'checked after 3 s': 'unchanged',
        'checked after 3 min': '`failed`, failure `not_created`; read: applied',
      },
    },
    {
      of: ['QRIS routing'],
      with: { code: 203 },
      tells: {
        created:
          '`provider-declined` (422), code 203; `failed`, failure `declined` 203 “Request is rejected (Duplicate Partner Tx Id)”; create: applied',
      },
    },
    {
      of: ['QRIS routing'],
      with: { code: 204 },
      tells: {
        created:
          '`provider-declined` (422), code 204; `failed`, failure `declined` 204 “Request is Rejected (Partner Trx ID not found)”; create: applied',
      },
    },
    {
      of: ['QRIS routing'],
      with: { code: 247 },
      tells: {
        created:
          '`provider-declined` (422), code 247; `failed`, failure `declined` 247 “Request is rejected (Email is not valid)”; create: applied',
      },
    },
    {
      of: ['QRIS routing'],
      with: { code: 254 },
      tells: {
        created:
          '`provider-unavailable` (503); `failed`, failure `unavailable` “Request is Rejected (User credential not found, blocked, or invalid)”; create: applied',
      },
    },
    {
      of: ['QRIS routing'],
      with: { code: 400 },
      tells: {
        created:
          '`provider-declined` (422), code 400; `failed`, failure `declined` 400 “Request is rejected (Invalid config product disburse or acceptance)”; create: applied',
      },
    },
    {
      of: ['QRIS routing'],
      with: { code: 402 },
      tells: {
        created:
          '`provider-declined` (422), code 402; `failed`, failure `declined` 402 “Request is rejected (QR is currently under maintenance)”; create: applied',
      },
    },
    {
      of: ['QRIS routing'],
      with: { code: 429 },
      tells: {
        created:
          '`provider-unavailable` (503); `failed`, failure `unavailable` “Request Rejected (Too Many Request to specific endpoint)”; create: applied',
      },
    },
    {
      of: ['QRIS routing'],
      with: { code: 901 },
      tells: {
        refreshed: '`provider-unavailable` (503); unchanged',
      },
    },
    {
      of: ['QRIS routing'],
      with: { code: 402 },
      tells: {
        refreshed: '`provider-declined` (422), code 402; unchanged',
      },
    },
    {
      of: ['QRIS routing'],
      with: { code: 204 },
      tells: {
        refreshed:
          '`not-at-provider` (404); unchanged; read without a status: stale (nothing known), “REM says that it knows no such payment.”',
      },
    },
    {
      of: ['QRIS routing'],
      with: { code: 901 },
      tells: {
        'customer pays': 'unchanged; reported by callback, being confirmed; callback `paid` `waiting`: claimed',
        'twelve seconds later':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
    {
      of: ['QRIS routing'],
      with: { code: 204 },
      tells: {
        'customer pays':
          'unchanged; reported by callback, being confirmed; read without a status: stale (nothing known), “REM says that it knows no such payment.”; callback `paid` `waiting`: claimed',
        'twelve seconds later':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
  ],
  expired_meanwhile: [
    {
      of: all,
      tells: {
        refreshed: '`expired`; read: applied',
      },
    },
    {
      of: ['REM link'],
      tells: {
        deleted: '`provider-declined` (422); `expired`; read: applied',
      },
    },
    {
      of: ofFazz,
      tells: {
        deleted: '`provider-declined` (422), code 005; `expired`; read: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'payment simulated': '`refused` “Transaction is not waiting for payment”; unchanged',
        refreshed: '`expired`; read: applied',
      },
    },
    {
      of: ['Fazz link'],
      tells: {
        'payment simulated':
          '`refused` “Invalid parameters: receive_payment is not possible: payment link is expired”; unchanged',
        refreshed: '`expired`; read: applied',
      },
    },
    {
      of: ['one-time payment'],
      tells: {
        'payment simulated':
          '`refused` “Invalid parameters: receive_payment is not possible: payment is expired”; unchanged',
        refreshed: '`expired`; read: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'QR shown': '`not-at-provider` (404); unchanged',
        refreshed: '`expired`; read: applied',
      },
    },
  ],
} as const satisfies Stories;
