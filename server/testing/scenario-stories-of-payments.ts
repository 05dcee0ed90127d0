import { all, allButRemLink, allButRouting, ofFazz, ofRem, type Stories } from './scenario-story.ts';

/** What the console shows when callbacks go astray, and of payments that do not go as usual. */
export const storiesOfPayments = {
  forged_callback: [
    {
      of: allButRouting,
      tells: {
        created: '`paid`, settlement `waiting`, known from callback; create `open`: applied; callback: applied',
        refreshed: 'unchanged; read `open`: contradicts (status denied); needs a person: `contradicted`',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        created:
          '`paid`, settlement `waiting`, known from callback; create `awaiting_payment`: applied; callback: applied',
        refreshed: 'unchanged; read `awaiting_payment`: contradicts (status denied); needs a person: `contradicted`',
      },
    },
    {
      of: ['REM link'],
      tells: {
        refreshed: '`paid`, settlement `waiting`, known from callback; read `open`: applied; callback: applied',
        'refreshed again': 'unchanged; read `open`: contradicts (status denied); needs a person: `contradicted`',
        'customer pays': 'unchanged; callback: contradicts (reference differs); needs a person: `contradicted`',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        refreshed:
          '`paid`, settlement `waiting`, known from callback; read `awaiting_payment`: applied; callback: applied',
        'refreshed again':
          'unchanged; read `awaiting_payment`: contradicts (status denied); needs a person: `contradicted`',
        'customer pays': 'unchanged; callback: contradicts (reference differs); needs a person: `contradicted`',
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
      of: all,
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
          '`paid`, settlement `settled`, known from callback; callback: applied; callback `paid` `waiting`: applied',
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
      of: all,
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
      of: all,
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
        'customer pays': '`paid`, settlement `waiting`, known from callback; callback: applied',
        'a second later': 'unchanged; callback: contradicts (reference differs); needs a person: `contradicted`',
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
          '`paid`, settlement `waiting`, Rp 75.000 of Rp 150.000, known from callback; callback: applied',
        refreshed:
          '`paid`, settlement `waiting`, Rp 75.000 of Rp 150.000, known from callback, confirmed by reading; read: applied',
      },
    },
    {
      of: ['QRIS routing'],
      tells: {
        'customer pays': '`paid`, settlement `waiting`, Rp 38.000 of Rp 76.000, known from callback; callback: applied',
        refreshed:
          '`paid`, settlement `waiting`, Rp 38.000 of Rp 76.000, known from callback, confirmed by reading; read: applied',
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
      of: all,
      tells: {
        'customer pays': '`paid`, settlement `waiting`, known from callback; callback: applied',
        'on the next day': 'unchanged',
        'days later': '`paid`, settlement `settled`, known from callback; callback: applied',
      },
    },
  ],
} as const satisfies Stories;
