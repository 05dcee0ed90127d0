import type { Db } from '../db/db.ts';
import { type Belief, wasNeverCreated } from './belief.ts';
import type { Fact } from './fact-order.ts';
import type { Judgement } from './judge.ts';
import type { ClaimJudgement, JudgedFact } from './judge-claims.ts';
import type { Observation, Payment } from './payment.ts';
import {
  believedColumns,
  type PaymentRow,
  paymentColumns,
  type StoredPayment,
  toStoredPayment,
} from './payment-row.sql.ts';
import { silent } from './statement.ts';

/**
 * Locks the payment until the transaction ends: whoever observes it next waits, and then reads what this one wrote.
 * `no key`, because the caller may have written an audit entry or a callback before, and so may another transaction: both
 * hold the key share lock of that reference to the payment, for which a plain `for update` of each would wait for ever.
 * Lock order everywhere: callback, payment, live events.
 */
export async function lockPayment(tx: Db, paymentId: string): Promise<StoredPayment | null> {
  const { rows } = await tx.query<PaymentRow>(
    `select ${paymentColumns} from payments where id = $1 for no key update of payments`,
    [paymentId],
  );
  return rows[0] ? toStoredPayment(rows[0]) : null;
}

interface FactRow extends Omit<JudgedFact, 'id'> {
  id: number;
}

/** Everything that was said about a payment, in order of arrival. Under the payment's lock that is the order of ids. */
export async function readFacts(tx: Db, paymentId: string): Promise<JudgedFact[]> {
  const { rows } = await tx.query<FactRow>(
    `select id, source, statement, is_proven as "isProven", asked_at as "askedAt", digest, observed_at as "observedAt", verdict
     from observations where payment_id = $1 order by id`,
    [paymentId],
  );
  // A statement of an older version of the server may lack the newest fields.
  return rows.map((row) => ({ ...row, id: String(row.id), statement: { ...silent, ...row.statement } }));
}

/** Resolves to its id. */
export async function insertObservation(
  tx: Db,
  paymentId: string,
  observation: Observation,
  fact: Fact,
  { verdict, reason, changes }: Judgement,
): Promise<string> {
  const { rows } = await tx.query<{ id: number }>(
    `insert into observations (payment_id, source, observed_at, is_proven, asked_at, statement, digest, verdict, reason,
       changes, deviations, raw, callback_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11::jsonb, $12, $13) returning id`,
    [
      paymentId,
      fact.source,
      fact.observedAt,
      fact.isProven,
      fact.askedAt,
      fact.statement,
      fact.digest,
      verdict,
      reason,
      changes,
      observation.deviations,
      observation.raw,
      observation.callbackId,
    ],
  );
  return String(rows[0]?.id);
}

/** Says anew what became of a claim. Under the payment's lock. */
export async function updateVerdict(tx: Db, { fact, verdict, reason }: ClaimJudgement): Promise<void> {
  await tx.query(`update observations set verdict = $2, reason = $3 where id = $1`, [fact.id, verdict, reason]);
}

/** Whether one of the payment's observations has contradicted with the very same words before. */
export async function hasContradicted(tx: Db, paymentId: string, digest: string): Promise<boolean> {
  const { rows } = await tx.query(
    `select 1 from observations where payment_id = $1 and digest = $2 and verdict = 'contradicts' limit 1`,
    [paymentId, digest],
  );
  return rows.length > 0;
}

/** What is not known yet of a payment, for the workers that find out, and what people watch of it. */
export type Watched = Pick<
  Payment,
  | 'deletingSince'
  | 'checkAfter'
  | 'checkAttempts'
  | 'confirmAfter'
  | 'confirmAttempts'
  | 'sweepAfter'
  | 'calledBackAt'
  | 'contradictedAt'
  | 'claimedAt'
>;

/**
 * Writes what is believed now. Under the payment's lock, with the version that follows from the one that was read. A
 * payment whose creation never happened releases its reference. When money comes for it all the same it takes the
 * reference back, unless another holds it by now: then both stand under it, and a third attempt is refused.
 */
export async function updatePayment(
  tx: Db,
  paymentId: string,
  belief: Belief,
  watched: Watched,
  version: Pick<Payment, 'version' | 'updatedAt'>,
): Promise<Payment> {
  const { columns, values, params } = believedColumns(belief, 14);
  const { rows } = await tx.query<PaymentRow>(
    `update payments set deleting_since = $2, check_after = $3, check_attempts = $4, called_back_at = $5,
       contradicted_at = $6, claimed_at = $7, confirm_after = $8, confirm_attempts = $9, sweep_after = $10,
       version = $11, updated_at = $12,
       reference_released = $13 or (reference_released and exists (
         select 1 from payments as other where other.environment = payments.environment
           and other.provider = payments.provider and other.kind = payments.kind
           and other.reference = payments.reference and not other.reference_released)),
       (${columns.join(', ')}) = (${values.join(', ')})
     where id = $1 returning ${paymentColumns}`,
    [
      paymentId,
      watched.deletingSince,
      watched.checkAfter,
      watched.checkAttempts,
      watched.calledBackAt,
      watched.contradictedAt,
      watched.claimedAt,
      watched.confirmAfter,
      watched.confirmAttempts,
      watched.sweepAfter,
      version.version,
      version.updatedAt,
      wasNeverCreated(belief),
      ...params,
    ],
  );
  const [row] = rows;
  if (!row) throw new Error(`payment ${paymentId} vanished under its lock`);
  return toStoredPayment(row).payment;
}
