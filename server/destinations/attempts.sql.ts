import type { Db } from '../db/db.ts';
import type { Answered } from './post-to-destination.ts';

export async function insertAttempt(tx: Db, deliveryId: number, at: Date, answered: Answered): Promise<void> {
  await tx.query(
    `insert into delivery_attempts (delivery_id, at, duration_ms, http_status, error, answer) values ($1, $2, $3, $4, $5, $6)`,
    [deliveryId, at, answered.durationMs, answered.status, answered.error, answered.answer],
  );
}

export interface DeliveryRow {
  id: number;
  destinationId: string;
  destinationName: string;
  state: 'waiting' | 'delivered' | 'given_up';
  isHeld: boolean;
  nextAttemptAt: Date;
}

/** Where a callback goes, the oldest destination first; those that are deleted too. */
export async function selectDeliveries(db: Db, callbackId: number): Promise<DeliveryRow[]> {
  const { rows } = await db.query<DeliveryRow>(
    `select deliveries.id, destination_id as "destinationId", destinations.name as "destinationName", state, held as "isHeld",
       next_attempt_at as "nextAttemptAt"
     from deliveries join destinations on destinations.id = destination_id where callback_id = $1
     order by destinations.created_at, destinations.id`,
    [callbackId],
  );
  return rows;
}

export interface AttemptRow {
  deliveryId: number;
  at: Date;
  durationMs: number;
  status: number | null;
  error: string | null;
  answer: string | null;
}

/** Oldest first. */
export async function selectAttempts(db: Db, deliveryIds: readonly number[]): Promise<AttemptRow[]> {
  const { rows } = await db.query<AttemptRow>(
    `select delivery_id as "deliveryId", at, duration_ms as "durationMs", http_status as status, error, answer
     from delivery_attempts where delivery_id = any($1::bigint[]) order by id`,
    [deliveryIds],
  );
  return rows;
}
