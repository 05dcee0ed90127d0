import type { components } from '../../../openapi/generated/console.ts';
import { formatAmountIdr, formatCount } from '../../format/money.ts';

type Attention = components['schemas']['OverviewAttention'];

const payments = (count: number) => `${formatCount(count)} ${count === 1 ? 'payment' : 'payments'}`;

/** The first page of an environment. */
export const overview = {
  title: 'Overview',
  asOf: (time: string) => `As of ${time} WIB`,
  notLive: 'not live at the moment',
  reloadFailed: 'These figures could not be brought up to date.',

  /** Sunday first. */
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  weekdaysShort: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],

  payments,
  noPayments: 'No payments',

  paid: { today: 'Paid today', week: 'Paid this week' },
  /** What today and this week are compared with, as a part of the sentences below. */
  compared: {
    today: (weekday: string, clock: string) => `last ${weekday} by ${clock}`,
    week: (weekday: string, clock: string) => `last week by ${weekday} ${clock}`,
  },
  more: (differenceIdr: number, than: string) => `${formatAmountIdr(differenceIdr)} more than ${than}`,
  less: (differenceIdr: number, than: string) => `${formatAmountIdr(differenceIdr)} less than ${than}`,
  same: (than: string) => `The same as ${than}`,
  nothingThen: (then: string) => `Nothing was paid ${then}`,
  amountThen: (amountIdr: number, count: number) => `Then: ${formatAmountIdr(amountIdr)}, ${payments(count)}`,

  attention: {
    none: 'Nothing needs a person.',
    reasons: {
      outcome_unknown: (count) => `${formatCount(count)} with unknown outcome`,
      contradicted: (count) => `${formatCount(count)} contradicted`,
      unconfirmed: (count) => `${formatCount(count)} not confirmed`,
      callback_missing: (count) => `${formatCount(count)} simulated without callback`,
      callback_parked: (count) => `${formatCount(count)} parked ${count === 1 ? 'callback' : 'callbacks'}`,
      destination_stopped: (count) => `${formatCount(count)} stopped ${count === 1 ? 'destination' : 'destinations'}`,
    } satisfies Record<Attention, (count: number) => string>,
    details: {
      outcome_unknown: 'For more than a minute we have not known whether the provider did what we asked.',
      contradicted: 'A provider says something that cannot be true together with what we believe.',
      unconfirmed:
        'A callback reported money more than an hour ago, and the provider could not be asked whether that is so.',
      callback_missing: 'The payment was simulated more than a minute ago, and no callback has come.',
      callback_parked: 'Not understood, or about a payment that the ledger does not hold.',
      destination_stopped: 'Kept failing, or answered that it wants nothing more, and gets no callbacks now.',
    } satisfies Record<Attention, string>,
  },

  view: { chart: 'Chart', table: 'Table' },
  showAs: (what: string) => `Show “${what}” as`,
  chartFailed: 'The chart could not be loaded, so here are its figures.',
  axisUnits: {
    one: 'in rupiah',
    thousand: 'in thousand rupiah',
    million: 'in million rupiah',
    billion: 'in billion rupiah',
  },

  week: {
    title: 'This week by day',
    chart: 'Paid this week by day, beside last week',
    thisWeek: 'This week',
    lastWeek: 'Last week',
    lastWeekBy: (weekday: string, clock: string) => `Last week by ${weekday} ${clock}`,
    day: 'Day',
    nothing: 'Nothing was paid this week or last week up to now.',
    point: (day: string, now: string, comparedDay: string, then: string) => `${day}: ${now}. ${comparedDay}: ${then}`,
    byClock: (day: string, clock: string) => `${day} by ${clock}`,
    ahead: 'ahead',
  },

  settlement: {
    title: 'Waiting for settlement',
    chart: 'Waiting for settlement, by expected day',
    none: 'Nothing waits for settlement.',
    day: 'Expected',
    today: 'Today',
    tomorrow: 'Tomorrow',
    overdue: (day: string) => `${day}, overdue`,
    unknownDay: 'No day given',
  },

  breakdown: {
    title: 'Paid by',
    by: 'Paid by kind, provider or method',
    today: 'Today',
    week: 'This week',
    note: 'The percentage compares with the same days of last week, up to the same time of day.',
    unknownMethod: 'Unknown method',
    nothing: 'Nothing was paid this week or in the same days of last week.',
  },

  recent: {
    title: 'Latest activity',
    all: 'All payments',
    created: (time: string) => `created ${time}`,
    calledBack: (time: string) => `callback ${time}`,
    simulated: (time: string) => `simulated ${time}`,
    settled: (time: string) => `settled ${time}`,
    contradicted: (time: string) => `contradicted ${time}`,
  },

  empty: {
    title: 'No payments here yet',
    detail:
      'Once there are payments, this page tells what was paid, what waits for settlement and what needs a person.',
    create: 'Begin with one of these:',
    mayNotCreate:
      'Your role may not create payments in this environment. They appear here as soon as somebody else does.',
    import: 'A payment that was made elsewhere can be imported: search its reference in the list.',
  },
};
