import type { Db } from '../db/db.ts';
import { type Belief, wasNeverCreated } from './belief.ts';
import type { Fact } from './fact-order.ts';
import type { Judgement } from './judge.ts';
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

interface FactRow extends Omit<Fact, 'id'> {
  id: number;
}

/** Everything that was said about a payment, in order of arrival. Under the payment's lock that is the order of ids. */
export async function readFacts(tx: Db, paymentId: string): Promise<Fact[]> {
  const { rows } = await tx.query<FactRow>(
    `select id, source, statement, digest, observed_at as "observedAt" from observations where payment_id = $1 order by id`,
    [paymentId],
  );
  // A statement of an older version of the server may lack the newest fields.
  return rows.map((row) => ({ ...row, id: String(row.id), statement: { ...silent, ...row.statement } }));
}

export async function insertObservation(
  tx: Db,
  paymentId: string,
  observation: Observation,
  fact: Fact,
  { verdict, reason, changes }: Judgement,
): Promise<void> {
  await tx.query(
    `insert into observations
       (payment_id, source, observed_at, statement, digest, verdict, reason, changes, deviations, raw, callback_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10, $11)`,
    [
      paymentId,
      fact.source,
      fact.observedAt,
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
}

/** What is not known yet of a payment, for the resolver. */
export type Unknowns = Pick<Payment, 'deletingSince' | 'checkAfter' | 'checkAttempts'>;

/**
 * Writes what is believed now. Under the payment's lock, with the version that follows from the one that was read. A
 * payment whose creation never happened releases its reference. When money comes for it all the same it takes the
 * reference back, unless another holds it by now: then both stand under it, and a third attempt is refused.
 */
export async function updatePayment(
  tx: Db,
  paymentId: string,
  belief: Belief,
  unknowns: Unknowns,
  version: Pick<Payment, 'version' | 'updatedAt'>,
): Promise<Payment> {
  const { columns, values, params } = believedColumns(belief, 8);
  const { rows } = await tx.query<PaymentRow>(
    `update payments set deleting_since = $2, check_after = $3, check_attempts = $4, version = $5, updated_at = $6,
       reference_released = $7 or (reference_released and exists (
         select 1 from payments as other where other.environment = payments.environment
           and other.provider = payments.provider and other.kind = payments.kind
           and other.reference = payments.reference and not other.reference_released)),
       (${columns.join(', ')}) = (${values.join(', ')})
     where id = $1 returning ${paymentColumns}`,
    [
      paymentId,
      unknowns.deletingSince,
      unknowns.checkAfter,
      unknowns.checkAttempts,
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
