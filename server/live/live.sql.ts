import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';

export interface LiveEvent {
  id: number;
  environment: EnvironmentName;
  /** One of the two. */
  paymentId: string | null;
  callbackId: number | null;
}

/** Up to `limit` events after the cursor, oldest first. Ids are in the order of commits (append-live-event.ts), so none is skipped. */
export async function eventsAfter(db: Db, cursor: number, limit: number): Promise<LiveEvent[]> {
  const { rows } = await db.query<LiveEvent>(
    `select id, environment, payment_id as "paymentId", callback_id as "callbackId" from live_events where id > $1 order by id limit $2`,
    [cursor, limit],
  );
  return rows;
}

/** The same of one environment, each payment and callback once, at its newest event. */
export async function missedEvents(
  db: Db,
  environment: EnvironmentName,
  cursor: number,
  limit: number,
): Promise<LiveEvent[]> {
  const { rows } = await db.query<LiveEvent>(
    `select max(id) as id, environment, payment_id as "paymentId", callback_id as "callbackId" from live_events
     where environment = $1 and id > $2 group by environment, payment_id, callback_id order by max(id) limit $3`,
    [environment, cursor, limit],
  );
  return rows;
}

/** Ids of the oldest and the newest event that is kept; null when there has never been one. */
export async function keptEvents(db: Db): Promise<{ oldest: number; newest: number } | null> {
  const { rows } = await db.query<{ oldest: number | null; newest: number | null }>(
    `select min(id) as oldest, max(id) as newest from live_events`,
  );
  const [row] = rows;
  return row?.oldest == null || row.newest == null ? null : { oldest: row.oldest, newest: row.newest };
}

/** Deletes events from before `before`; the newest always stays, because it tells which cursors are too old. */
export async function deleteEventsBefore(db: Db, before: Date): Promise<number> {
  const { affected } = await db.query(
    `delete from live_events where at < $1 and id < (select max(id) from live_events)`,
    [before],
  );
  return affected;
}
