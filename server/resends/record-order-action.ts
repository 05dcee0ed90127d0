import type { operations } from '../../openapi/generated/console.ts';
import { type AuditDetail, type NewAuditEntry, recordAction } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import type { ResendOrder } from './resend-order.ts';

/** Writes what a person did with an order, in the transaction of doing it. Resolves to the entry's id. */
export function recordOrderAction(
  tx: Db,
  actor: Actor,
  { action, outcome = 'done', at }: { action: keyof operations; outcome?: NewAuditEntry['outcome']; at: Date },
  {
    id,
    environment,
    via,
    destinationId,
    perMinute,
    counts,
  }: Pick<ResendOrder, 'id' | 'environment' | 'via' | 'destinationId' | 'perMinute' | 'counts'>,
): Promise<number> {
  const detail: AuditDetail = { orderId: id, via, destinationId, perMinute, count: counts.all };
  return recordAction(tx, actor, { action, environment, paymentId: null, outcome, detail, at });
}
