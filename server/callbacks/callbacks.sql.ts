import type { Db } from '../db/db.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';

export interface ReceivedCallback {
  environment: EnvironmentName;
  provider: ProviderName;
  receivedAt: Date;
  sourceAddress: string | null;
  headers: Record<string, string | string[]>;
  body: Uint8Array;
}

export interface StoredCallback extends Pick<ReceivedCallback, 'environment' | 'provider' | 'receivedAt' | 'body'> {
  id: number;
  attempts: number;
}

/** Writes a callback as it arrived; resolves to its id, once committed. */
export async function insertCallback(db: Db, callback: ReceivedCallback): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into callbacks (environment, provider, received_at, source_address, headers, body)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [
      callback.environment,
      callback.provider,
      callback.receivedAt,
      callback.sourceAddress,
      callback.headers,
      callback.body,
    ],
  );
  const [row] = rows;
  if (!row) throw new Error('insert returned no id');
  return row.id;
}

/**
 * The oldest callback that waits, for this transaction alone. The advisory lock lets one transaction of all replicas
 * process at a time, which keeps the callbacks of a payment in the order of their arrival; it ends with the
 * transaction, so that a killed process leaves the row as it was. Taken before the payment's lock, never after.
 */
export async function takeNextCallback(tx: Db, now: Date): Promise<StoredCallback | null> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('callbacks'))`);
  const { rows } = await tx.query<StoredCallback>(
    `select id, environment, provider, received_at as "receivedAt", body, attempts from callbacks
     where state = 'received' and (claimed_until is null or claimed_until <= $1) order by id limit 1`,
    [now],
  );
  return rows[0] ?? null;
}

/** The callback's statement is in the ledger. */
export async function markProcessed(tx: Db, callbackId: number, paymentId: string, at: Date): Promise<void> {
  await tx.query(`update callbacks set state = 'processed', payment_id = $2, processed_at = $3 where id = $1`, [
    callbackId,
    paymentId,
    at,
  ]);
}

/** The callback is kept aside for a person, with the reason. */
export async function markParked(tx: Db, callbackId: number, reason: string, at: Date): Promise<void> {
  await tx.query(`update callbacks set state = 'parked', parked_reason = $2, processed_at = $3 where id = $1`, [
    callbackId,
    reason,
    at,
  ]);
}

/** Processing failed: leaves the callback alone until then. */
export async function postponeCallback(db: Db, callbackId: number, until: Date): Promise<void> {
  await db.query(`update callbacks set attempts = attempts + 1, claimed_until = $2 where id = $1`, [callbackId, until]);
}
