import type { Db } from '../db/db.ts';
import type { PaymentKind } from './payment.ts';
import { type PaymentRow, paymentColumns, type StoredPayment, toStoredPayment } from './payment-row.sql.ts';
import type { EnvironmentName, ProviderName } from './statement.ts';

export async function selectById(
  db: Db,
  environment: EnvironmentName,
  kind: PaymentKind | null,
  id: string,
): Promise<StoredPayment | null> {
  return selectOne(db, `where id = $1 and environment = $2 and kind = coalesce($3, kind)`, [id, environment, kind]);
}

/** In no order; ids that are unknown are left out. */
export async function selectByIds(db: Db, ids: readonly string[]): Promise<StoredPayment[]> {
  const { rows } = await db.query<PaymentRow>(`select ${paymentColumns} from payments where id = any($1::text[])`, [
    ids,
  ]);
  return rows.map(toStoredPayment);
}

export async function selectByIdempotencyKey(
  db: Db,
  environment: EnvironmentName,
  key: string,
): Promise<(StoredPayment & { requestDigest: string | null }) | null> {
  const { rows } = await db.query<PaymentRow & { requestDigest: string | null }>(
    `select request_digest as "requestDigest", ${paymentColumns} from payments
     where environment = $1 and idempotency_key = $2`,
    [environment, key],
  );
  if (!rows[0]) return null;
  const { requestDigest, ...row } = rows[0];
  return { ...toStoredPayment(row), requestDigest };
}

/** A reference may name rows whose creation never happened beside the living one (index payments_reference): that one comes first. */
export async function selectByReference(
  db: Db,
  environment: EnvironmentName,
  provider: ProviderName,
  kind: PaymentKind,
  reference: string,
): Promise<StoredPayment | null> {
  return selectOne(
    db,
    `where environment = $1 and provider = $2 and kind = $3 and reference = $4 order by ${livingFirst} limit 1`,
    [environment, provider, kind, reference],
  );
}

export interface NamedPayment {
  environment: EnvironmentName;
  provider: ProviderName;
  kind: PaymentKind;
  reference: string;
  askedUntil: Date | null;
}

/** As selectByReference, without what its provider refused and what was asked for later. */
export async function selectPayableByReference(db: Db, named: NamedPayment): Promise<StoredPayment | null> {
  const { environment, provider, kind, reference, askedUntil } = named;
  return selectOne(
    db,
    `where environment = $1 and provider = $2 and kind = $3 and reference = $4
       and failure_code is distinct from 'declined' and created_at <= coalesce($5::timestamptz, 'infinity')
     order by ${livingFirst} limit 1`,
    [environment, provider, kind, reference, askedUntil],
  );
}

const livingFirst = `failure_code is not null and failure_code <> 'payment_failed', created_at desc`;

export async function selectByProviderId(
  db: Db,
  environment: EnvironmentName,
  provider: ProviderName,
  providerPaymentId: string,
): Promise<StoredPayment | null> {
  return selectOne(db, `where environment = $1 and provider = $2 and provider_payment_id = $3`, [
    environment,
    provider,
    providerPaymentId,
  ]);
}

async function selectOne(db: Db, where: string, params: readonly unknown[]): Promise<StoredPayment | null> {
  const { rows } = await db.query<PaymentRow>(`select ${paymentColumns} from payments ${where}`, params);
  return rows[0] ? toStoredPayment(rows[0]) : null;
}
