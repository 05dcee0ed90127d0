import type { operations } from '../../openapi/generated/console.ts';
import { type AuditDetail, recordAction } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import type { Destination } from './destination.ts';

/** Writes what an admin did to a destination, in the transaction of doing it. Of its address only the host: the rest may be secret. */
export async function recordDestinationAction(
  tx: Db,
  actor: Actor,
  action: keyof operations,
  { id, environment, name, url }: Pick<Destination, 'id' | 'environment' | 'name' | 'url'>,
  at: Date,
): Promise<void> {
  const detail: AuditDetail = { destinationId: id, name, host: new URL(url).host };
  await recordAction(tx, actor, { action, environment, paymentId: null, outcome: 'done', detail, at });
}
