import type { Settings } from '../sandbox/settings.ts';
import { ofFazz, ofRem, type Story } from './scenario-story.ts';

export interface SettingStories {
  settings: Partial<Settings>;
  /** What the provider then does, in a sentence. */
  does: string;
  stories: readonly Story[];
}

/** What the console shows under the settings that a tester can change, the default of each first. */
export const storiesOfSettings: readonly SettingStories[] = [
  {
    settings: { remEnvelope: 'wrapped' },
    does: 'REM answers status and GET of a link in an envelope, as live callers read it.',
    stories: [
      {
        of: ['REM link'],
        tells: {
          refreshed: 'unchanged; read: applied',
          'customer pays':
            '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
        },
      },
    ],
  },
  {
    settings: { remEnvelope: 'flat' },
    does: 'REM answers status and GET of a link without an envelope, as it documents them.',
    stories: [
      {
        of: ['REM link'],
        tells: {
          refreshed: 'unchanged; read: applied',
          'customer pays':
            '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
        },
      },
    ],
  },
  {
    settings: { remTimes: 'without_zone' },
    does: 'REM writes times without a zone, in WIB.',
    stories: [
      {
        of: ['REM link'],
        tells: {
          created: '`open`; create: applied',
          refreshed: 'unchanged; read: applied',
          'customer pays':
            '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
        },
      },
      {
        of: ['QRIS routing'],
        tells: {
          created: '`awaiting_payment`; create: applied',
          refreshed: 'unchanged; read: applied',
          'customer pays':
            '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
        },
      },
    ],
  },
  {
    settings: { remTimes: 'with_zone' },
    does: 'REM writes times in UTC with a Z, as its link samples have them.',
    stories: [
      {
        of: ['REM link'],
        tells: {
          created: '`open`; create: applied',
          refreshed: 'unchanged; read: applied',
          'customer pays':
            '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
        },
      },
      {
        of: ['QRIS routing'],
        tells: {
          created: '`awaiting_payment`; create: applied',
          refreshed: 'unchanged; read: applied',
          'customer pays':
            '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
        },
      },
    ],
  },
  {
    settings: { settleAfterMs: 'next-day-15:00' },
    does: 'The money is available at 15:00 WIB of the next day.',
    stories: [
      {
        of: ofRem,
        tells: {
          'customer pays':
            '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
          'on the next day':
            '`paid`, settlement `settled`, known from callback, confirmed by reading; read: applied; callback: applied',
        },
      },
      {
        of: ofFazz,
        tells: {
          'customer pays': '`paid`, settlement `waiting`, known from callback; callback: applied',
          'on the next day': '`paid`, settlement `settled`, known from callback; callback: applied',
        },
      },
    ],
  },
  {
    settings: { settleAfterMs: 60_000 },
    does: 'The money is available so long after the payment.',
    stories: [
      {
        of: ofRem,
        tells: {
          'customer pays':
            '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
          'a minute later':
            '`paid`, settlement `settled`, known from callback, confirmed by reading; read: applied; callback: applied',
        },
      },
      {
        of: ofFazz,
        tells: {
          'customer pays': '`paid`, settlement `waiting`, known from callback; callback: applied',
          'a minute later': '`paid`, settlement `settled`, known from callback; callback: applied',
        },
      },
    ],
  },
  {
    settings: { settleAfterMs: 0 },
    does: 'The money is available at once: of REM one callback says both, of Fazz two follow each other.',
    stories: [
      {
        of: ofRem,
        tells: {
          'customer pays':
            '`paid`, settlement `settled`, known from callback, confirmed by reading; read: applied; callback: applied',
        },
      },
      {
        of: ofFazz,
        tells: {
          'customer pays':
            '`paid`, settlement `settled`, known from callback; callback `paid` `waiting`: applied; callback: applied',
          refreshed: '`paid`, settlement `settled`, known from callback, confirmed by reading; read: applied',
        },
      },
    ],
  },
  {
    settings: { remRetries: false },
    does: 'A callback that is not answered with 200 is not sent again by REM; by Fazz it is, first after 5 minutes.',
    stories: [
      {
        of: ofRem,
        tells: {
          'callbacks go astray': 'unchanged',
          'customer pays': 'unchanged; callback refused (404)',
          'callbacks find us again': 'unchanged',
          'five minutes later': 'unchanged',
          refreshed: '`paid`, settlement `waiting`, known from read; read: applied',
        },
      },
      {
        of: ofFazz,
        tells: {
          'callbacks go astray': 'unchanged',
          'customer pays': 'unchanged; callback refused (404)',
          'callbacks find us again': 'unchanged',
          'five minutes later': '`paid`, settlement `waiting`, known from callback; callback: applied',
          refreshed: '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied',
        },
      },
    ],
  },
  {
    settings: { remRetries: true },
    does: 'REM sends such a callback again, at once and then after 1, 2, 13 and 47 minutes.',
    stories: [
      {
        of: ofRem,
        tells: {
          'callbacks go astray': 'unchanged',
          'customer pays': 'unchanged; callback refused 2 times (404)',
          'callbacks find us again': 'unchanged',
          'five minutes later':
            '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
        },
      },
    ],
  },
];
