import type { PaymentFilters } from '../../api/keys.ts';
import { partWords } from '../../payments/filters/filter-words.ts';
import { activeParts } from '../../payments/filters/payment-search.ts';
import type { Catalogue } from '../../words/words.tsx';

/** The payments of an order in words: `Status: Paid · Provider: REM`, or that it is all of them. `now` is in ms. */
export function filterSentence(words: Catalogue, filter: PaymentFilters, now: number): string {
  const parts = activeParts(filter).map((part) => partWords(words, filter, part, now));
  return parts.length > 0 ? parts.join(' · ') : words.resends.create.all;
}
