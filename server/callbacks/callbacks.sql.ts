import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import type { Says } from './says.ts';

export type CallbackState = components['schemas']['CallbackState'];
export type ParkedReason = components['schemas']['ParkedReason'];

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
  state: CallbackState;
  attempts: number;
}

/** Writes callbacks as they arrived, in their order, with one statement: all of them or none. */
export async function insertCallbacks(db: Db, callbacks: readonly ReceivedCallback[]): Promise<void> {
  const column = (name: keyof ReceivedCallback) => callbacks.map((callback) => callback[name]);
  await db.query(
    `insert into callbacks (environment, provider, received_at, source_address, headers, body)
     select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::jsonb[], $6::bytea[])`,
    [
      column('environment'),
      column('provider'),
      column('receivedAt'),
      column('sourceAddress'),
      column('headers'),
      column('body'),
    ],
  );
}

const storedColumns = `id, environment, provider, received_at as "receivedAt", body, state, attempts`;

/**
 * The oldest callback that waits, for this transaction alone. The advisory lock lets one transaction of all replicas
 * process at a time, which keeps the callbacks of a payment in the order of their arrival; it ends with the
 * transaction, so that a killed process leaves the row as it was. Taken before the payment's lock, never after.
 */
export async function takeNextCallback(tx: Db, now: Date): Promise<StoredCallback | null> {
  await lockCallbacks(tx);
  const { rows } = await tx.query<StoredCallback>(
    `select ${storedColumns} from callbacks
     where state = 'received' and (claimed_until is null or claimed_until <= $1) order by id limit 1`,
    [now],
  );
  return rows[0] ?? null;
}

/** A callback as it is now, under the same lock. */
export async function takeCallback(
  tx: Db,
  environment: EnvironmentName,
  callbackId: string,
): Promise<StoredCallback | null> {
  await lockCallbacks(tx);
  const { rows } = await tx.query<StoredCallback>(
    `select ${storedColumns} from callbacks where environment = $1 and id = $2::bigint`,
    [environment, callbackId],
  );
  return rows[0] ?? null;
}

/** The oldest callback after `afterId` that is parked as about no payment of ours, while there is one that it may be about. */
export async function takeNowKnown(
  tx: Db,
  { afterId, since }: { afterId: number; since: Date },
): Promise<StoredCallback | null> {
  await lockCallbacks(tx);
  const { rows } = await tx.query<StoredCallback>(
    `select ${storedColumns} from callbacks where id = (select min(id) from (${nowKnown}) as known where id > $2)`,
    [since, afterId],
  );
  return rows[0] ?? null;
}

/** Whether there may be one. Reads without locks. */
export async function isAnyNowKnown(db: Db, since: Date): Promise<boolean> {
  const { rows } = await db.query(`${nowKnown} limit 1`, [since]);
  return rows.length > 0;
}

/**
 * Parked callbacks that a payment may be about which changed since $1, and since the callback was last read: a minute more, for
 * transactions that were open then. Goes from those few payments to their callbacks: what is parked may be many, and stays.
 */
const nowKnownBy = (names: string) => `select callbacks.id from payments join callbacks
    on callbacks.environment = payments.environment and callbacks.provider = payments.provider and ${names}
  where payments.environment in ('sandbox', 'staging', 'production') and payments.updated_at >= $1
    and callbacks.state = 'parked' and callbacks.parked_reason = 'unknown_payment'
    and payments.updated_at >= callbacks.processed_at - interval '1 minute'`;
const nowKnown = `${nowKnownBy('callbacks.kind = payments.kind and callbacks.reference = payments.reference')}
  union all ${nowKnownBy('callbacks.provider_payment_id = payments.provider_payment_id')}`;

async function lockCallbacks(tx: Db): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('callbacks'))`);
}

export interface ReadCallback {
  says: Says;
  searchText: string;
  /** The payment in whose ledger it is; or why it is in none. */
  paymentId: string | null;
  parked: { reason: ParkedReason; detail: string | null } | null;
  at: Date;
}

/** The callback is read: its statement is in the ledger, or it is kept aside for a person. */
export async function markRead(tx: Db, callbackId: number, read: ReadCallback): Promise<void> {
  const { says, searchText, paymentId, parked, at } = read;
  await tx.query(
    `update callbacks set state = $2, payment_id = $3, parked_reason = $4, parked_detail = $5, processed_at = $6,
       search_text = $7, kind = $8, reference = $9, provider_payment_id = $10, status = $11, settlement = $12,
       provider_status = $13, amount_idr = $14, deviations = $15::jsonb
     where id = $1`,
    [
      callbackId,
      parked === null ? 'processed' : 'parked',
      paymentId,
      parked?.reason ?? null,
      parked?.detail ?? null,
      at,
      searchText,
      says.kind,
      says.reference,
      says.providerPaymentId,
      says.status,
      says.settlement,
      says.providerStatus,
      says.amountIdr,
      says.deviations,
    ],
  );
}

/** Processing failed: leaves the callback alone until then. */
export async function postponeCallback(db: Db, callbackId: number, until: Date): Promise<void> {
  await db.query(`update callbacks set attempts = attempts + 1, claimed_until = $2 where id = $1`, [callbackId, until]);
}
