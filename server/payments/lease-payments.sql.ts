import type { Db } from '../db/db.ts';
import type { SweptPayment } from './lease-payments.ts';
import type { Payment } from './payment.ts';
import { type PaymentRow, paymentColumns, type StoredPayment, toStoredPayment } from './payment-row.sql.ts';
import type { AccountName } from './statement.ts';

/**
 * Takes payments whose check is due, the longest waiting first, and moves their check to the end of the lease in the same
 * statement. Rows that another replica is taking are skipped; a killed worker's rows come back when the lease ends. What
 * belongs to an account that wants to be left alone waits (server/budgets).
 */
export async function leaseDueChecks(db: Db, at: Date, until: Date, limit: number): Promise<StoredPayment[]> {
  const { rows } = await db.query<PaymentRow>(
    `with due as materialized (
       select id from payments where check_after <= $1 and not exists (
         select 1 from read_budgets where read_budgets.environment = payments.environment
           and read_budgets.provider = payments.provider and slowed_until > $1)
       order by check_after limit $3 for update skip locked)
     update payments set check_after = $2, check_attempts = check_attempts + 1
     from due where payments.id = due.id returning ${paymentColumns}`,
    [at, until, limit],
  );
  return rows.map(toStoredPayment);
}

/** Leaves out what is being asked about. Reads without locks. */
export async function hasDueConfirmation(
  db: Db,
  { environment, provider }: AccountName,
  at: Date,
  except: readonly string[],
): Promise<boolean> {
  const { rows } = await db.query(`select 1 from payments where ${toConfirm} limit 1`, [
    environment,
    provider,
    at,
    except,
  ]);
  return rows.length > 0;
}

/** As leaseDueChecks, of claims of one account. */
export async function leaseDueConfirmations(
  tx: Db,
  { environment, provider }: AccountName,
  { at, until, limit }: { at: Date; until: Date; limit: number },
  except: readonly string[],
): Promise<Payment[]> {
  const { rows } = await tx.query<PaymentRow>(
    `with due as materialized (
       select id from payments where ${toConfirm} order by confirm_after limit $6 for update skip locked)
     update payments set confirm_after = $5 from due where payments.id = due.id returning ${paymentColumns}`,
    [environment, provider, at, except, until, limit],
  );
  return rows.map((row) => toStoredPayment(row).payment);
}

/**
 * While its creation is unknown, a payment is the resolver's: a provider may show somebody else's payment under its reference.
 */
const toConfirm = `environment = $1 and provider = $2 and confirm_after <= $3 and status <> 'creating' and id <> all($4::text[])`;

/** Unless it is no longer leased until `leasedUntil`: nothing is open any more, another claim has come, or somebody else asks. */
export async function moveConfirmation(
  tx: Db,
  paymentId: string,
  leasedUntil: Date | null,
  { attempts, until }: { attempts: number; until: Date },
): Promise<void> {
  await tx.query(`update payments set confirm_after = $3, confirm_attempts = $4 where id = $1 and confirm_after = $2`, [
    paymentId,
    leasedUntil,
    until,
    attempts,
  ]);
}

/** As leaseDueChecks, of payments of one account that should have changed. The lease stands apart, so that their order stays. */
export async function leaseDueSweeps(
  tx: Db,
  { environment, provider }: AccountName,
  at: Date,
  until: Date,
  limit: number,
): Promise<SweptPayment[]> {
  const { rows } = await tx.query<PaymentRow & { sweepAttempts: number }>(
    `with due as materialized (
       select id from payments where environment = $1 and provider = $2 and sweep_after <= $3
         and (sweep_leased_until is null or sweep_leased_until <= $3)
       order by sweep_after limit $5 for update skip locked)
     update payments set sweep_leased_until = $4
     from due where payments.id = due.id returning payments.sweep_attempts as "sweepAttempts", ${paymentColumns}`,
    [environment, provider, at, until, limit],
  );
  return rows
    .map(({ sweepAttempts, ...row }) => ({ payment: toStoredPayment(row).payment, attempts: sweepAttempts }))
    .toSorted((a, b) => (a.payment.sweepAfter?.getTime() ?? 0) - (b.payment.sweepAfter?.getTime() ?? 0));
}

/** Moves the end of the lease, or ends it with null; and counts an attempt in vain, leaves their number, or forgets it. */
export async function moveSweep(
  db: Db,
  paymentId: string,
  until: Date | null,
  attempts: 'one_more' | 'as_before' | 'forgotten',
): Promise<void> {
  await db.query(
    `update payments set sweep_leased_until = $2,
       sweep_attempts = case $3::text when 'one_more' then sweep_attempts + 1 when 'forgotten' then 0 else sweep_attempts end
     where id = $1`,
    [paymentId, until, attempts],
  );
}
