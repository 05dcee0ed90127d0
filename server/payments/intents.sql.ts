import type { Db } from '../db/db.ts';
import type { Belief, Order } from './belief.ts';
import type { Payment } from './payment.ts';
import { believedColumns, type PaymentRow, paymentColumns, toStoredPayment } from './payment-row.sql.ts';

export interface NewPayment
  extends Pick<Payment, 'id' | 'environment' | 'kind' | 'provider' | 'reference' | 'createdAt'> {
  /** What the provider will be asked for; null for a payment that is imported from there. */
  order: Order | null;
  createdBy: string | null;
  idempotencyKey: string | null;
  requestDigest: string | null;
  /** When the resolver takes over, should nobody have told us the outcome by then. */
  checkAfter: Date | null;
}

/**
 * Inserts a payment, or nothing when its reference or Idempotency-Key is taken: then it has waited for the transaction
 * that holds them, and the caller's next statement sees that row.
 */
export async function insertUnlessTaken(tx: Db, payment: NewPayment, belief: Belief): Promise<Payment | null> {
  const { columns, values, params } = believedColumns(belief, 14);
  const { rows } = await tx.query<PaymentRow>(
    `insert into payments (id, environment, kind, provider, reference, imported, request, created_by, idempotency_key,
       request_digest, check_after, version, updated_at, ${columns.join(', ')})
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, ${values.join(', ')})
     on conflict do nothing returning ${paymentColumns}`,
    [
      payment.id,
      payment.environment,
      payment.kind,
      payment.provider,
      payment.reference,
      payment.order === null,
      payment.order,
      payment.createdBy,
      payment.idempotencyKey,
      payment.requestDigest,
      payment.checkAfter,
      1,
      payment.createdAt,
      ...params,
    ],
  );
  return rows[0] ? toStoredPayment(rows[0]).payment : null;
}

/** Marks that a delete is under way, unless one is; a single statement, so that of two only one wins. */
export async function markDeleting(tx: Db, paymentId: string, at: Date, checkAfter: Date): Promise<Payment | null> {
  return updateOne(
    tx,
    `deleting_since = $2, check_after = $3, check_attempts = 0, version = version + 1, updated_at = $2
     where id = $1 and deleting_since is null`,
    [paymentId, at, checkAfter],
  );
}

/** Forgets the delete; the resolver goes on only with a creation that is still unknown. */
export async function unmarkDeleting(tx: Db, paymentId: string, at: Date): Promise<Payment | null> {
  return updateOne(
    tx,
    `deleting_since = null, check_after = case when status = 'creating' then check_after end, check_attempts = 0,
       version = version + 1, updated_at = $2
     where id = $1 and deleting_since is not null`,
    [paymentId, at],
  );
}

export async function noteSimulation(tx: Db, paymentId: string, at: Date): Promise<Payment | null> {
  return updateOne(
    tx,
    `simulated_at = greatest(simulated_at, $2), version = version + 1, updated_at = $2 where id = $1`,
    [paymentId, at],
  );
}

/** A single statement, so that of two only one finds something to acknowledge. */
export async function forgetContradiction(tx: Db, paymentId: string, at: Date): Promise<Payment | null> {
  return updateOne(
    tx,
    `contradicted_at = null, version = version + 1, updated_at = $2
     where id = $1 and contradicted_at is not null`,
    [paymentId, at],
  );
}

/** When the resolver looks at a payment next, unless its unknowns were cleared meanwhile. */
export async function moveCheck(db: Db, paymentId: string, checkAfter: Date): Promise<void> {
  await db.query(`update payments set check_after = $2 where id = $1 and check_after is not null`, [
    paymentId,
    checkAfter,
  ]);
}

async function updateOne(tx: Db, change: string, params: readonly unknown[]): Promise<Payment | null> {
  const { rows } = await tx.query<PaymentRow>(`update payments set ${change} returning ${paymentColumns}`, params);
  return rows[0] ? toStoredPayment(rows[0]).payment : null;
}
