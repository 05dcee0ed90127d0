import type { CallbackFilters, EnvironmentName } from '../../api/keys.ts';
import { useWords } from '../../words/words.tsx';
import { useDestinationName } from '../destinations/use-destination-name.ts';
import { partWords } from './callback-filter-words.ts';
import type { FilterPart } from './callback-search.ts';

/** Tells each filter of a search that is set in words: `Says: Paid, Expired`. */
export function usePartWords(environment: EnvironmentName, search: CallbackFilters): (part: FilterPart) => string {
  const words = useWords();
  const destination = useDestinationName(environment, search.destinationId ?? null);
  return (part) => partWords(words, search, part, { destination, now: Date.now() });
}
