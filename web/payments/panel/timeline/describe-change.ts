import { channelName } from '../../../../openapi/rules/channels.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { formatSecond } from '../../../format/time.ts';
import type { Catalogue } from '../../../words/words.tsx';
import type { Change } from './entry.ts';

/** Tells one change of a payment: "Paid amount: Rp 1.254.000" or "Status: Open → Paid". `now` is in ms. */
export function describeChange(words: Catalogue, change: Change, now: number): string {
  const { timeline } = words.payment;
  const field = timeline.fields[change.field] ?? change.field;
  const to = describeValue(words, change.field, change.to, now);
  if (change.from === null) return timeline.changedTo(field, to);
  return timeline.changed(field, describeValue(words, change.field, change.from, now), to);
}

/** A value of a payment's field in words. `now` is in ms. */
export function describeValue(words: Catalogue, field: string, value: Change['to'], now: number): string {
  const { payment, common } = words;
  if (value === null) return payment.timeline.nothing;
  if (typeof value === 'boolean') return value ? payment.timeline.yes : payment.timeline.no;
  if (typeof value === 'number') {
    if (field === 'feeSen') return formatAmountIdr(value / 100);
    return field.endsWith('Idr') ? formatAmountIdr(value) : String(value);
  }
  // With its seconds: two times that differ must not print alike.
  if (field.endsWith('At')) return payment.wib(formatSecond(value, common.months, now));
  if (field === 'channel' || field === 'enabledBanks') return eachOf(value, channelName);
  const names = namesOf(words, field);
  return names ? eachOf(value, (word) => names[word] ?? word) : value;
}

function namesOf({ common }: Catalogue, field: string): Record<string, string> | null {
  const catalogue: Record<string, Record<string, string>> = {
    status: common.statuses,
    settlement: common.settlements,
    method: common.methods,
    enabledMethods: common.methods,
  };
  return catalogue[field] ?? null;
}

/** The server joins lists by a comma and a blank. */
function eachOf(list: string, name: (word: string) => string): string {
  return list.split(', ').map(name).join(', ');
}
