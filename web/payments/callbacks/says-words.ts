import type { CallbackRow } from '../../api/callbacks.ts';
import type { Catalogue } from '../../words/words.tsx';

/** What a callback says: `Paid, settled`; null when it says no status. */
export function saysWords({ common, callbacks }: Catalogue, { status, settlement }: CallbackRow): string | null {
  if (status === null) return null;
  return settlement === 'settled' ? `${common.statuses[status]}, ${callbacks.settledToo}` : common.statuses[status];
}
