import type { Db } from '../db/db.ts';
import { appendLiveEvent } from '../live/append-live-event.ts';
import type { Origin } from './belief.ts';
import { believe } from './believe.ts';
import { findByIdempotencyKey, findByReference } from './find-payment.ts';
import {
  forgetContradiction,
  insertUnlessTaken,
  markDeleting,
  moveCheck,
  type NewPayment,
  noteSimulation,
  unmarkDeleting,
} from './intents.sql.ts';
import type { Payment } from './payment.ts';

export type { NewPayment } from './intents.sql.ts';

export interface Inserted {
  payment: Payment;
  /** False when the payment is one that was there before, under the same Idempotency-Key or else the same reference. */
  inserted: boolean;
}

/**
 * Writes the intent to create a payment (status creating), or the row of one to import, before its provider is asked.
 * In: a transaction, which may hold the audit entry too. A second call with the same key waits for the first.
 */
export async function insertPayment(tx: Db, payment: NewPayment): Promise<Inserted> {
  const { reference, createdAt, order } = payment;
  const origin: Origin = { reference, createdAt, order, imported: order === null };
  const inserted = await insertUnlessTaken(tx, payment, believe(origin, []));
  if (!inserted) return { payment: await findHolder(tx, payment), inserted: false };
  // Of an imported payment the observation that follows tells the streams.
  if (order !== null) await appendLiveEvent(tx, inserted.environment, inserted.id);
  return { payment: inserted, inserted: true };
}

async function findHolder(tx: Db, payment: NewPayment): Promise<Payment> {
  const { environment, provider, kind, reference, idempotencyKey } = payment;
  const byKey = idempotencyKey === null ? null : await findByIdempotencyKey(tx, environment, idempotencyKey);
  const holder = byKey?.payment ?? (await findByReference(tx, environment, provider, kind, reference));
  if (!holder) throw new Error(`payment ${payment.id} was neither inserted nor in conflict with another`);
  return holder;
}

/**
 * Writes the intent to delete a payment before its provider is asked; `checkAfter` is when the resolver reads what became
 * of it. Null when a delete is under way already.
 */
export async function setDeleting(tx: Db, paymentId: string, at: Date, checkAfter: Date): Promise<Payment | null> {
  const payment = await markDeleting(tx, paymentId, at, checkAfter);
  if (payment) await appendLiveEvent(tx, payment.environment, paymentId);
  return payment;
}

/** The delete's outcome is known. Null when it was cleared already, by an observation that ended the payment. */
export async function clearDeleting(tx: Db, paymentId: string, at: Date): Promise<Payment | null> {
  const payment = await unmarkDeleting(tx, paymentId, at);
  if (payment) await appendLiveEvent(tx, payment.environment, paymentId);
  return payment;
}

/** Has the resolver look at the payment again then; does nothing when nothing is unknown of it any more. */
export function postponeCheck(db: Db, paymentId: string, checkAfter: Date): Promise<void> {
  return moveCheck(db, paymentId, checkAfter);
}

/**
 * Somebody here had the provider simulate a payment or a settlement, and from now on its callback is awaited. `at` is when
 * the provider was asked, for the callback may overtake the answer.
 */
export async function markSimulated(tx: Db, paymentId: string, at: Date): Promise<Payment> {
  const payment = await noteSimulation(tx, paymentId, at);
  if (!payment) throw new Error(`simulated a payment that is not in the ledger: ${paymentId}`);
  await appendLiveEvent(tx, payment.environment, paymentId);
  return payment;
}

/** A person has seen that a statement contradicts what we believe. Null when there is nothing to acknowledge. */
export async function acknowledge(tx: Db, paymentId: string, at: Date): Promise<Payment | null> {
  const payment = await forgetContradiction(tx, paymentId, at);
  if (payment) await appendLiveEvent(tx, payment.environment, paymentId);
  return payment;
}
