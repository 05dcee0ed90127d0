import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Destination, destinationsQuery } from '../../api/destinations.ts';
import type { EnvironmentName } from '../../api/keys.ts';
import { useWords } from '../../words/words.tsx';
import { onlyUsable } from './only-usable.ts';

export interface DestinationChoice {
  /** The chosen one; null while none is chosen that takes callbacks now. */
  destination: Destination | null;
  /** Why there is none. */
  whyNot: string | null;
  /** What is read of the destinations. */
  list: { items: readonly Destination[] | undefined; error: Error | null; isFetching: boolean; refetch: () => unknown };
  /** What was chosen, also when it takes nothing now or is gone. */
  pickedId: string | null;
  pick: (id: string) => void;
}

/**
 * One destination that something is to be sent to. Where only one takes callbacks it is chosen from the start; else a person
 * chooses. What is chosen stays: when it is paused or deleted meanwhile, nothing is sent until a person chooses again. `asked` is
 * the one that a person has chosen before coming here.
 */
export function useDestinationChoice(environment: EnvironmentName, asked?: string): DestinationChoice {
  const { listFailed, choice: words } = useWords().destinations;
  const { data, error, isFetching, refetch } = useQuery(destinationsQuery(environment));
  const [pickedId, setPickedId] = useState<string | null>(asked ?? null);
  const [askedBefore, setAskedBefore] = useState(asked);
  if (askedBefore !== asked) {
    setAskedBefore(asked);
    setPickedId(asked ?? null);
  }
  const only = onlyUsable(data?.items ?? []);
  if (pickedId === null && only) setPickedId(only.id);
  const picked = data?.items.find(({ id }) => id === pickedId);
  const destination = picked?.state === 'active' ? picked : null;
  const missing = () => {
    if (!data) return error ? listFailed : words.loading;
    if (picked) return words.paused;
    if (pickedId !== null) return words.gone;
    return data.items.length === 0 ? words.none : words.choose;
  };
  return {
    destination,
    whyNot: destination ? null : missing(),
    list: { items: data?.items, error, isFetching, refetch },
    pickedId,
    pick: setPickedId,
  };
}
