import { allButRemLink, ofFazz, ofRem, type Stories } from './scenario-story.ts';

/** What the console shows when callbacks go astray, and of payments that do not go as usual. */
export const storiesOfPayments = {
  forged_callback: [
    {
      of: ['REM link'],
      tells: {
        created:
          '`open`; reported by callback, being confirmed; create: applied; read: applied; callback `paid` `waiting`: claimed',
        refreshed: 'unchanged; reported by callback, being confirmed; read: duplicate (same as before)',
        'a minute later':
          'unchanged; read: duplicate (same as before); callback `paid` `waiting`: contradicts (status denied); needs a person: `contradicted`',
        'customer pays':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied; needs a person: `contradicted`',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        created:
          '`awaiting_payment`; reported by callback, being confirmed; create: applied; read: applied; callback `paid` `waiting`: claimed',
        refreshed: 'unchanged; reported by callback, being confirmed; read: duplicate (same as before)',
        'a minute later':
          'unchanged; read: duplicate (same as before); callback `paid` `waiting`: contradicts (status denied); needs a person: `contradicted`',
        'customer pays':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied; needs a person: `contradicted`',
      },
    },
    {
      of: ofRem,
      tells: {
        refreshed:
          'unchanged; reported by callback, being confirmed; read: applied; read: duplicate (same as before); callback `paid` `waiting`: claimed',
        'customer pays':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: contradicts (reference differs); callback: applied; needs a person: `contradicted`',
      },
    },
    {
      of: ofFazz,
      tells: {
        created: '`paid`, settlement `waiting`, known from callback; create `open`: applied; callback: applied',
        refreshed: 'unchanged; read `open`: contradicts (status denied); needs a person: `contradicted`',
      },
    },
    {
      of: ofFazz,
      tells: {
        refreshed:
          '`paid`, settlement `waiting`, known from callback; read `open`: duplicate (same as before); callback: applied',
        'refreshed again': 'unchanged; read `open`: contradicts (status denied); needs a person: `contradicted`',
        'customer pays': 'unchanged; callback: duplicate (same as before); needs a person: `contradicted`',
      },
    },
  ],
  callback_duplicated: [
    {
      of: ofRem,
      tells: {
        'customer pays':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied; callback: duplicate (same as before)',
      },
    },
    {
      of: ofFazz,
      tells: {
        'customer pays':
          '`paid`, settlement `waiting`, known from callback; callback: applied; callback: duplicate (same as before)',
      },
    },
  ],
  callback_reordered: [
    {
      of: ofRem,
      tells: {
        'customer pays': 'unchanged',
        'on the next day':
          '`paid`, settlement `settled`, known from callback, confirmed by reading; read: applied; callback: applied; callback `paid` `waiting`: applied',
      },
    },
    {
      of: ofFazz,
      tells: {
        'customer pays': 'unchanged',
        'on the next day':
          '`paid`, settlement `settled`, known from callback; callback: applied; callback `paid` `waiting`: stale (already settled)',
      },
    },
  ],
  callback_never: [
    {
      of: ofRem,
      tells: {
        'customer pays': 'unchanged',
        refreshed: '`paid`, settlement `waiting`, known from read; read: applied',
        'on the next day': '`paid`, settlement `settled`, known from read; read: applied; callback: applied',
      },
    },
    {
      of: ofFazz,
      tells: {
        'customer pays': 'unchanged',
        refreshed: '`paid`, settlement `waiting`, known from read; read: applied',
        'on the next day': '`paid`, settlement `settled`, known from read; callback: applied',
      },
    },
    {
      of: ofRem,
      tells: {
        'customer pays': 'unchanged',
        refreshed: '`paid`, settlement `waiting`, known from read; read: applied',
        'callback asked for': 'unchanged; read: duplicate (same as before); callback: duplicate (same as before)',
      },
    },
    {
      of: allButRemLink,
      tells: {
        'payment simulated': 'unchanged',
        'a minute later': 'unchanged; needs a person: `callback_missing`',
        refreshed: '`paid`, settlement `waiting`, known from read; read: applied; needs a person: `callback_missing`',
      },
    },
  ],
  wrong_signature: [
    {
      of: ofFazz,
      tells: {
        'customer pays': 'unchanged; callback refused (401)',
        'five minutes later': 'unchanged; callback refused (401)',
        refreshed: '`paid`, settlement `waiting`, known from read; read: applied',
        'on the next day':
          '`paid`, settlement `settled`, known from read; callback refused 18 times (401); callback: applied',
      },
    },
  ],
  paid_after_expiry: [
    {
      of: ofRem,
      tells: {
        'its time ends': 'unchanged',
        refreshed: '`expired`; read: applied',
        'a minute later':
          '`paid`, settlement `waiting`, late, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
    {
      of: ofFazz,
      tells: {
        'its time ends': 'unchanged',
        refreshed: '`expired`; read: applied',
        'a minute later': '`paid`, settlement `waiting`, late, known from callback; callback: applied',
      },
    },
  ],
  paid_twice: [
    {
      of: ofRem,
      tells: {
        'customer pays':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
        'a second later':
          "unchanged; `paidAt` is not the provider's; callback: contradicts (reference differs); needs a person: `contradicted`",
        refreshed:
          '`paid`, settlement `waiting`, known from read; read: contradicts (reference differs); needs a person: `contradicted`',
      },
    },
    {
      of: ofFazz,
      tells: {
        'customer pays': '`paid`, settlement `waiting`, known from callback; callback: applied',
        'a second later': 'unchanged; callback: duplicate (same as before)',
      },
    },
  ],
  partial_amount: [
    {
      of: ['REM link'],
      tells: {
        'customer pays':
          '`paid`, settlement `waiting`, Rp 75.000 of Rp 150.000, known from callback, confirmed by reading; read: contradicts (amount differs); callback: applied; needs a person: `contradicted`',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'customer pays':
          '`paid`, settlement `waiting`, Rp 38.000 of Rp 76.000, known from callback, confirmed by reading; read: contradicts (amount differs); callback: applied; needs a person: `contradicted`',
      },
    },
    {
      of: ['Fazz link'],
      tells: {
        'customer pays':
          '`paid`, settlement `waiting`, Rp 137.500 of Rp 275.000, known from callback; callback: contradicts (amount differs); needs a person: `contradicted`',
        refreshed:
          '`paid`, settlement `waiting`, Rp 137.500 of Rp 275.000, known from callback, confirmed by reading; read: contradicts (amount differs); needs a person: `contradicted`',
      },
    },
    {
      of: ['one-time payment'],
      tells: {
        'customer pays':
          '`paid`, settlement `waiting`, Rp 75.000 of Rp 150.000, known from callback; callback: contradicts (amount differs); needs a person: `contradicted`',
        refreshed:
          '`paid`, settlement `waiting`, Rp 75.000 of Rp 150.000, known from callback, confirmed by reading; read: contradicts (amount differs); needs a person: `contradicted`',
      },
    },
  ],
  settlement_late: [
    {
      of: ofRem,
      tells: {
        'customer pays':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
        'on the next day': 'unchanged',
        'days later':
          '`paid`, settlement `settled`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
    {
      of: ofFazz,
      tells: {
        'customer pays': '`paid`, settlement `waiting`, known from callback; callback: applied',
        'on the next day': 'unchanged',
        'days later': '`paid`, settlement `settled`, known from callback; callback: applied',
      },
    },
  ],
} as const satisfies Stories;
