import type { CallbackRow } from '../../../api/callbacks.ts';
import type { CallbackSearch } from '../../../api/keys.ts';
import { daysWords } from '../../../payments/filters/filter-words.ts';
import type { Tone } from '../../../ui/status-chip.tsx';
import type { Catalogue } from '../../../words/words.tsx';
import type { FilterPart, ListFilter } from './callback-search.ts';

/** The word for one value of a filter. */
export function valueWords({ common, kinds, callbacks }: Catalogue, name: ListFilter, value: string): string {
  const catalogue: Record<ListFilter, Record<string, string>> = {
    provider: common.providers,
    kind: { link: kinds.link.name, routing: kinds.routing.name, 'one-time': kinds['one-time'].name },
    says: { ...common.statuses, settled: `${common.statuses.paid}, ${callbacks.settledToo}` },
    verdict: callbacks.verdicts,
    state: callbacks.states,
    delivery: callbacks.deliveries,
  };
  return catalogue[name][value] ?? value;
}

/** A filter that is set, in words: `Says: Paid, Expired`. With more than two values it counts them. */
export function partWords(words: Catalogue, search: CallbackSearch, part: FilterPart, now: number): string {
  const { filterValue, filterCount } = words.payments;
  const told = () => {
    if (part === 'q') return search.q ?? '';
    if (part === 'payment') return words.callbacks.onePayment;
    if (part === 'received') {
      return daysWords(words, { from: search.receivedFrom, to: search.receivedTo }, 'created', now);
    }
    const values: readonly string[] = search[part] ?? [];
    return values.length > 2
      ? filterCount(values.length)
      : values.map((value) => valueWords(words, part, value)).join(', ');
  };
  return filterValue(words.callbacks.filterNames[part], told());
}

export const verdictTones = {
  applied: 'grey',
  claimed: 'violet',
  duplicate: 'grey',
  stale: 'grey',
  contradicts: 'red',
} as const satisfies Record<NonNullable<CallbackRow['verdict']>, Tone>;

export const deliveryTones = {
  none: 'grey',
  waiting: 'blue',
  delivered: 'green',
  failing: 'red',
} as const satisfies Record<CallbackRow['delivery'], Tone>;

/** Why a person must look at a callback, in a few words; null when nobody has to. */
export function needsPersonWords({ callbacks }: Catalogue, row: CallbackRow): string | null {
  if (row.state === 'parked')
    return row.parkedReason ? callbacks.parkedReasons[row.parkedReason] : callbacks.states.parked;
  return row.verdict === 'contradicts' ? callbacks.verdicts.contradicts : null;
}
