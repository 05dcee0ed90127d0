import type { Db } from '../db/db.ts';
import type { SweptPayment } from './lease-payments.ts';
import type { Payment } from './payment.ts';
import { type PaymentRow, paymentColumns, type StoredPayment, toStoredPayment } from './payment-row.sql.ts';
import type { EnvironmentName, ProviderName } from './statement.ts';

/**
 * Takes payments whose check is due, the longest waiting first, and moves their check to the end of the lease in the same
 * statement. Rows that another replica is taking are skipped; a killed worker's rows come back when the lease ends.
 */
export async function leaseDueChecks(db: Db, at: Date, until: Date, limit: number): Promise<StoredPayment[]> {
  const { rows } = await db.query<PaymentRow>(
    `with due as materialized (
       select id from payments where check_after <= $1 order by check_after limit $3 for update skip locked)
     update payments set check_after = $2, check_attempts = check_attempts + 1
     from due where payments.id = due.id returning ${paymentColumns}`,
    [at, until, limit],
  );
  return rows.map(toStoredPayment);
}

/**
 * As leaseDueChecks, of claims. While its creation is unknown, a payment is the resolver's: a provider may show somebody
 * else's payment under its reference.
 */
export async function leaseDueConfirmations(db: Db, at: Date, until: Date, limit: number): Promise<Payment[]> {
  const { rows } = await db.query<PaymentRow>(
    `with due as materialized (
       select id from payments where confirm_after <= $1 and status <> 'creating'
       order by confirm_after limit $3 for update skip locked)
     update payments set confirm_after = $2, confirm_attempts = confirm_attempts + 1
     from due where payments.id = due.id returning ${paymentColumns}`,
    [at, until, limit],
  );
  return rows.map((row) => toStoredPayment(row).payment);
}

/** A claim that came since the lease has set the attempts back. */
export async function moveConfirmation(tx: Db, paymentId: string, attempts: number, until: Date): Promise<void> {
  await tx.query(
    `update payments set confirm_after = $3 where id = $1 and confirm_attempts = $2 and confirm_after is not null`,
    [paymentId, attempts, until],
  );
}

/** As leaseDueChecks, of payments of one account that should have changed. The lease stands apart, so that their order stays. */
export async function leaseDueSweeps(
  tx: Db,
  { environment, provider }: { environment: EnvironmentName; provider: ProviderName },
  at: Date,
  until: Date,
  limit: number,
): Promise<SweptPayment[]> {
  const { rows } = await tx.query<PaymentRow & { sweepAttempts: number }>(
    `with due as materialized (
       select id from payments where environment = $1 and provider = $2 and sweep_after <= $3
         and (sweep_leased_until is null or sweep_leased_until <= $3)
       order by sweep_after limit $5 for update skip locked)
     update payments set sweep_leased_until = $4, sweep_attempts = sweep_attempts + 1
     from due where payments.id = due.id returning payments.sweep_attempts as "sweepAttempts", ${paymentColumns}`,
    [environment, provider, at, until, limit],
  );
  return rows
    .map(({ sweepAttempts, ...row }) => ({ payment: toStoredPayment(row).payment, attempts: sweepAttempts }))
    .toSorted((a, b) => (a.payment.sweepAfter?.getTime() ?? 0) - (b.payment.sweepAfter?.getTime() ?? 0));
}

/** Null ends the lease, and what failed before it no longer counts. */
export async function moveSweep(db: Db, paymentId: string, until: Date | null): Promise<void> {
  await db.query(
    `update payments set sweep_leased_until = $2, sweep_attempts = case when $2::timestamptz is null then 0 else sweep_attempts end
     where id = $1`,
    [paymentId, until],
  );
}
