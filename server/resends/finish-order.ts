import { updateOutcome } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import { writeResult } from './resend-items.sql.ts';
import { endOrder, lockOrder } from './resend-orders.sql.ts';

/**
 * Ends an order: what has had no turn is cancelled, and the audit entry of its creation says what came of it. In: a
 * transaction that holds the order's lock.
 */
export async function finishOrder(
  tx: Db,
  id: string,
  end: { endedAs: 'done' | 'cancelled'; problem: string | null },
  at: Date,
): Promise<void> {
  const left = { from: 'waiting', number: null, result: 'cancelled', detail: end.problem, at } as const;
  await writeResult(tx, id, left);
  await endOrder(tx, { id, ...end }, at);
  await auditResults(tx, id);
}

/**
 * Writes the results of an ended order into the audit entry of its creation; again when what was under way at its end has its
 * result. Under the order's lock.
 */
export async function auditResults(tx: Db, id: string): Promise<void> {
  const order = await lockOrder(tx, id);
  if (order === null || order.auditEntryId === null) return;
  const { all: count, ...results } = order.counts;
  await updateOutcome(tx, order.auditEntryId, 'done', { endedAs: order.endedAs, count, ...results });
}
