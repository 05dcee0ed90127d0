import type { Db } from '../db/db.ts';
import type { PaymentKind } from '../payments/payment.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';

/** A stored callback, with the name of its payment where it has one. */
export interface StoredCallback {
  id: number;
  provider: ProviderName;
  body: Uint8Array;
  paymentId: string | null;
  kind: PaymentKind | null;
  reference: string | null;
}

const storedColumns = `callbacks.id, callbacks.provider, callbacks.body, callbacks.payment_id as "paymentId", payments.kind,
  payments.reference`;

export async function selectCallback(
  db: Db,
  environment: EnvironmentName,
  callbackId: string,
): Promise<StoredCallback | null> {
  const { rows } = await db.query<StoredCallback>(
    `select ${storedColumns} from callbacks left join payments on payments.id = callbacks.payment_id
     where callbacks.environment = $1 and callbacks.id = $2::bigint`,
    [environment, callbackId],
  );
  return rows[0] ?? null;
}

/** The callback about a payment that arrived last, without those that its provider denied: they say what is not so. */
export async function selectLatestCallback(db: Db, paymentId: string): Promise<StoredCallback | null> {
  const { rows } = await db.query<StoredCallback>(
    `select ${storedColumns} from callbacks join payments on payments.id = callbacks.payment_id
     where callbacks.payment_id = $1 and not exists (select 1 from observations
       where observations.payment_id = $1 and observations.callback_id = callbacks.id and verdict = 'contradicts')
     order by callbacks.id desc limit 1`,
    [paymentId],
  );
  return rows[0] ?? null;
}
