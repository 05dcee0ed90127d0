import type { Db } from '../db/db.ts';
import { type StoredCallback, selectLatestCallback } from './stored-callback.sql.ts';

/**
 * The latest word about a payment, which is what goes to a destination when nobody says which: the callback that arrived last,
 * but none that its provider denied, and one that was overtaken on its way only when there is no other. Null when there is none.
 */
export function findLatestCallback(db: Db, paymentId: string): Promise<StoredCallback | null> {
  return selectLatestCallback(db, paymentId);
}
