import type { LinkFilters } from '../../api/keys.ts';
import { formatDay } from '../../format/time.ts';
import type { Catalogue } from '../../words/words.tsx';
import { presetOf } from './created-range.ts';
import type { FilterPart, ListFilter } from './link-search.ts';

/** The word for one value of a filter. */
export function valueWords({ common, links }: Catalogue, name: ListFilter, value: string): string {
  const words: Record<ListFilter, Record<string, string>> = {
    status: common.statuses,
    settlement: { ...common.settlements, settled: links.settled },
    provider: common.providers,
    method: common.methods,
  };
  return words[name][value] ?? value;
}

function createdWords(words: Catalogue, { createdFrom, createdTo }: LinkFilters, now: number): string {
  const { links, common } = words;
  const preset = presetOf({ from: createdFrom, to: createdTo }, now);
  if (preset) return links.presetsShort[preset];
  const from = createdFrom && formatDay(createdFrom, common.months, now);
  const to = createdTo && formatDay(createdTo, common.months, now);
  if (from && to) return from === to ? from : `${from} – ${to}`;
  return from ? links.fromDay(from) : links.toDay(to ?? '');
}

/** A filter that is set, in words: `Status: Paid, Open`. With more than two values it counts them. */
export function partWords(words: Catalogue, filters: LinkFilters, part: FilterPart, now: number): string {
  const { filterNames, filterValue, filterCount } = words.links;
  if (part === 'q') return filterValue(filterNames.q, filters.q ?? '');
  if (part === 'created') return filterValue(filterNames.created, createdWords(words, filters, now));
  const values: readonly string[] = filters[part] ?? [];
  const listed =
    values.length > 2 ? filterCount(values.length) : values.map((value) => valueWords(words, part, value)).join(', ');
  return filterValue(filterNames[part], listed);
}
