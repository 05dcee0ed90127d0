import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';

/** What changed: a payment, or a callback. */
export type Changed = { paymentId: string } | { callbackId: number };

/**
 * Appends under a lock that lasts until the transaction ends, so that ids become visible in their order: a reader that
 * asks for what is after the last id it saw misses nothing. Take it last, it makes all writers of events wait.
 */
export async function insertLiveEvent(tx: Db, environment: EnvironmentName, changed: Changed): Promise<number> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('live_events'))`);
  const { rows } = await tx.query<{ id: number }>(
    `with event as (insert into live_events (environment, payment_id, callback_id) values ($1, $2, $3) returning id)
     select id, pg_notify('live', id::text) from event`,
    [
      environment,
      'paymentId' in changed ? changed.paymentId : null,
      'callbackId' in changed ? changed.callbackId : null,
    ],
  );
  const [row] = rows;
  if (!row) throw new Error('insert returned no id');
  return row.id;
}
