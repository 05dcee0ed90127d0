import type { Db } from '../db/db.ts';
import { selectLatestCallback } from './stored-callback.sql.ts';

/** Which callback goes to a destination as the latest of a payment; or why none does. */
export type LatestCallback = { id: number } | { reason: 'no_callback_yet' | 'contradicts' };

/**
 * The latest word about a payment: the callback that arrived last, but none that nobody has signed and that contradicts what its
 * provider says otherwise, and one that was overtaken on its way only when there is no other.
 */
export async function findLatestCallback(db: Db, paymentId: string): Promise<LatestCallback> {
  const latest = await selectLatestCallback(db, paymentId);
  if (!latest) return { reason: 'no_callback_yet' };
  return latest.isContradicted ? { reason: 'contradicts' } : { id: latest.id };
}
