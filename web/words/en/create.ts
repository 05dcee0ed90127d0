import type { components } from '../../../openapi/generated/console.ts';
import type { MinuteChoice } from '../../create/minutes.ts';

type Code = components['schemas']['FieldError']['code'];

/** What the screens that create a payment have in common. */
export const create = {
  optional: 'optional',
  counter: (used: number, most: number) => `${used} of ${most}`,
  wib: (time: string) => `${time} WIB`,

  what: 'What it is for',
  description: 'Description',
  reference: 'Own reference',

  howMuch: 'How much',
  amount: 'Amount',
  range: (least: string, most: string) => `${least} to ${most}`,
  atLeast: (least: string) => `from ${least}`,

  until: 'Until when',
  lifetimes: { '1h': '1 hour', '24h': '24 hours', '3d': '3 days', '7d': '7 days', custom: 'Other…' },
  endsAt: 'Ends at',
  ends: (at: string) => `Ends ${at} WIB.`,
  endLimits: (earliest: string, latest: string) => `From ${earliest} to ${latest} WIB.`,
  lifetimeLimits: (usualHours: number, latest: string) => `Default ${usualHours} hours, at most until ${latest} WIB.`,
  minuteChoices: {
    '5': '5 minutes',
    '15': '15 minutes',
    '30': '30 minutes',
    '60': '60 minutes',
    custom: 'Other…',
  } satisfies Record<MinuteChoice, string>,
  minutes: 'Minutes',
  minuteLimits: (least: number, most: number) => `From ${least} to ${most} minutes.`,
  endsInMinutes: (at: string, minutes: number) =>
    `Ends ${at} WIB, ${minutes === 1 ? '1 minute' : `${minutes} minutes`} after you create it.`,

  summaryTitle: 'What the customer gets',

  errors: {
    summary: (count: number) => (count === 1 ? 'One thing needs correcting' : `${count} things need correcting`),
    declined: 'Open its record',
    other: (detail: string) => `The server refused it: ${detail}`,
    byCode: {
      required: () => 'Fill this in.',
      type: () => 'This is not of the right kind.',
      format: () => 'This is not written correctly.',
      pattern: () => 'Some characters in it are not allowed.',
      too_short: (limit: string) => `At least ${limit} characters.`,
      too_long: (limit: string) => `At most ${limit} characters.`,
      too_small: (limit: string) => `At least ${limit}.`,
      too_large: (limit: string) => `At most ${limit}.`,
      too_many: (limit: string) => `At most ${limit}.`,
      too_few: () => 'Choose at least one.',
      not_unique: () => 'The same value is here twice.',
      not_allowed: () => 'This cannot be chosen here.',
      unknown_field: () => 'The server does not know this field.',
      in_past: () => 'This lies in the past.',
      too_soon: (limit: string) => `Not before ${limit}.`,
      too_far: (limit: string) => `Not after ${limit}.`,
      too_small_for_method: (limit: string) => `The chosen methods take ${limit} or more.`,
      too_large_for_method: (limit: string) => `The chosen methods take at most ${limit}.`,
      other: () => 'This is not right.',
    } satisfies Record<Code, (limit: string) => string>,
  },

  leaving: {
    detail: 'What you have entered is lost.',
    stay: 'Stay here',
    leave: 'Leave',
  },

  result: {
    reference: 'Reference',
    copyReference: 'reference',
    creating: (provider: string) => `Checking with ${provider}`,
    open: 'Open in the list',
    another: 'Create another',
    again: 'Back to the form',
  },
};
