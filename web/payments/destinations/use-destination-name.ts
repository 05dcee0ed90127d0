import { useQuery } from '@tanstack/react-query';
import { destinationNamesQuery } from '../../api/destinations.ts';
import type { EnvironmentName } from '../../api/keys.ts';
import { useWords } from '../../words/words.tsx';

/** The name of a destination, also of one that is deleted by now; `…` until it is known, its id where it cannot be. */
export function useDestinationName(environment: EnvironmentName, id: string | null): string {
  const { deleted } = useWords().destinations;
  const { data, error } = useQuery({ ...destinationNamesQuery(environment), enabled: id !== null });
  if (!data) return error && id !== null ? id : '…';
  return data.items.find((destination) => destination.id === id)?.name ?? deleted;
}
