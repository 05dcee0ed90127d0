import type { CallbackFilters } from '../../api/keys.ts';
import type { Catalogue } from '../../words/words.tsx';
import { daysWords } from '../filters/filter-words.ts';
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

/**
 * A filter that is set, in words: `Says: Paid, Expired`. With more than two values it counts them. `destination` is the name of
 * the one that is asked for; `now` is in ms.
 */
export function partWords(
  words: Catalogue,
  search: CallbackFilters,
  part: FilterPart,
  { destination, now }: { destination: string; now: number },
): string {
  const { filterValue, filterCount } = words.payments;
  const told = () => {
    if (part === 'q') return search.q ?? '';
    if (part === 'payment') return words.callbacks.onePayment;
    if (part === 'destination') return destination;
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
