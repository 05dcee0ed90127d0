import type { components } from '../../../openapi/generated/console.ts';
import type { Db } from '../../db/db.ts';

type Schemas = components['schemas'];

export interface StoredCallback {
  id: number;
  provider: Schemas['Provider'];
  body: string;
  state: Schemas['CallbackState'];
  parkedReason: Schemas['ParkedReason'] | null;
  paymentId: string | null;
}

/** A step of a payment on one of its two axes, by one of its observations. */
export interface Change {
  paymentId: string;
  observationId: number;
  field: 'status' | 'settlement';
  from: string;
  to: string;
}

export interface ForwardedCallback {
  callbackId: number;
  state: 'waiting' | 'delivered' | 'given_up';
}

/** In the order in which they were stored. */
export async function readStoredCallbacks(db: Db): Promise<StoredCallback[]> {
  const { rows } = await db.query<StoredCallback>(
    `select id, provider, convert_from(body, 'UTF8') as body, state, parked_reason as "parkedReason",
       payment_id as "paymentId" from callbacks order by id`,
  );
  return rows;
}

/** Of each payment in the order in which they were made. */
export async function readChanges(db: Db): Promise<Change[]> {
  const { rows } = await db.query<Change>(
    `select payment_id as "paymentId", observations.id as "observationId", change ->> 'field' as field,
       change ->> 'from' as "from", change ->> 'to' as "to"
     from observations, jsonb_array_elements(changes) as change
     where change ->> 'field' in ('status', 'settlement') order by observations.id`,
  );
  return rows;
}

/** What was planned for a destination, and what became of it. */
export async function readForwarded(db: Db, destinationId: string): Promise<ForwardedCallback[]> {
  const { rows } = await db.query<ForwardedCallback>(
    `select callback_id as "callbackId", state from deliveries where destination_id = $1 order by callback_id`,
    [destinationId],
  );
  return rows;
}
