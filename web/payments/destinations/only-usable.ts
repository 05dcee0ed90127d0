import type { Destination } from '../../api/destinations.ts';

/** The one destination that takes callbacks now; null where there are none or several, so that nobody sends to a wrong one unasked. */
export function onlyUsable<Sort extends Pick<Destination, 'state'>>(destinations: readonly Sort[]): Sort | null {
  const [first, ...others] = destinations.filter(({ state }) => state === 'active');
  return first && others.length === 0 ? first : null;
}
