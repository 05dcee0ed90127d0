import type { PaymentFilters } from '../../api/keys.ts';
import { formatDay } from '../../format/time.ts';
import type { Catalogue } from '../../words/words.tsx';
import { presetOf, presetsOf } from './day-range.ts';
import { type DaysFilter, daysOf, type FilterPart, type ListFilter } from './payment-search.ts';

/** The word for one value of a filter. */
export function valueWords(words: Catalogue, name: ListFilter | 'attention', value: string): string {
  const { common, payments, kinds } = words;
  const catalogue: Record<typeof name, Record<string, string>> = {
    kind: { link: kinds.link.name, routing: kinds.routing.name, 'one-time': kinds['one-time'].name },
    status: common.statuses,
    settlement: { ...common.settlements, settled: payments.settled },
    provider: common.providers,
    method: common.methods,
    missing: payments.missing,
    attention: payments.attentions,
  };
  return catalogue[name][value] ?? value;
}

/** A range of days in words: `last 7 days`, `1 Nov – 5 Nov`, `from 1 Nov`. */
export function daysWords(
  { payments, common }: Catalogue,
  range: { from: string | undefined; to: string | undefined },
  name: DaysFilter,
  now: number,
): string {
  const preset = presetOf(range, presetsOf[name], now);
  if (preset) return payments.presetsShort[preset];
  const from = range.from && formatDay(range.from, common.months, now);
  const to = range.to && formatDay(range.to, common.months, now);
  if (from && to) return from === to ? from : `${from} – ${to}`;
  return from ? payments.fromDay(from) : payments.toDay(to ?? '');
}

/** A filter that is set, in words: `Status: Paid, Open`. With more than two values it counts them. */
export function partWords(words: Catalogue, filters: PaymentFilters, part: FilterPart, now: number): string {
  const { filterNames, filterValue, filterCount } = words.payments;
  const told = () => {
    if (part === 'q') return filters.q ?? '';
    if (part === 'attention') return valueWords(words, part, filters.attention ?? '');
    if (part === 'created' || part === 'paid' || part === 'settles')
      return daysWords(words, daysOf(filters, part), part, now);
    const values: readonly string[] = filters[part] ?? [];
    return values.length > 2
      ? filterCount(values.length)
      : values.map((value) => valueWords(words, part, value)).join(', ');
  };
  return filterValue(filterNames[part], told());
}
