import type { EnvironmentName } from '../../api/keys.ts';
import * as callbackSearch from '../../payments/callbacks/callback-search.ts';
import { usePartWords } from '../../payments/callbacks/use-part-words.ts';
import { partWords } from '../../payments/filters/filter-words.ts';
import * as paymentSearch from '../../payments/filters/payment-search.ts';
import { useWords } from '../../words/words.tsx';
import type { Selection } from './selection.ts';

/** What is sent again in words: `Status: Paid · Provider: REM`, or that it is all of them. */
export function useFilterSentence(environment: EnvironmentName, { of, filter }: Selection): string {
  const words = useWords();
  const ofCallbacks = usePartWords(environment, of === 'callbacks' ? filter : {});
  const parts =
    of === 'callbacks'
      ? callbackSearch.activeParts(filter).map(ofCallbacks)
      : paymentSearch.activeParts(filter).map((part) => partWords(words, filter, part, Date.now()));
  return parts.length > 0 ? parts.join(' · ') : words.resends.create.all[of];
}
