import type { Db } from '../db/db.ts';
import {
  hasDueConfirmation,
  leaseDueChecks,
  leaseDueConfirmations,
  leaseDueSweeps,
  moveConfirmation,
  moveSweep,
} from './lease-payments.sql.ts';
import type { Payment } from './payment.ts';
import type { StoredPayment } from './payment-row.sql.ts';
import type { AccountName } from './statement.ts';

export interface Lease {
  at: Date;
  limit: number;
  leaseMs: number;
}

const endOf = ({ at, leaseMs }: Lease): Date => new Date(at.getTime() + leaseMs);

/**
 * Payments with an unknown outcome (creating, or a delete under way) whose check is due, for one resolver alone until the
 * lease ends. Each lease counts as an attempt. `order` is what the provider was asked for; null when imported.
 */
export function leasePaymentsToCheck(db: Db, lease: Lease): Promise<StoredPayment[]> {
  return leaseDueChecks(db, lease.at, endOf(lease), lease.limit);
}

/** Whether `leasePaymentsToConfirm` would find any. */
export function hasPaymentsToConfirm(
  db: Db,
  account: AccountName,
  at: Date,
  except: Iterable<string> = [],
): Promise<boolean> {
  return hasDueConfirmation(db, account, at, [...except]);
}

/**
 * Payments of one provider account about which an unsigned callback claims what it is to confirm, for one confirmer alone
 * until the lease ends; none of those that are excepted, because they are being asked about.
 */
export function leasePaymentsToConfirm(
  tx: Db,
  account: AccountName,
  lease: Lease,
  except: Iterable<string>,
): Promise<Payment[]> {
  return leaseDueConfirmations(tx, account, { ...lease, until: endOf(lease) }, [...except]);
}

/**
 * The provider was asked about a leased payment, so many times by now: has it confirmed again then. Does nothing when
 * nothing is open any more, or when another claim has come since the lease: that one is due at once.
 */
export function postponeConfirmation(
  tx: Db,
  { id, confirmAfter }: Payment,
  next: { attempts: number; until: Date },
): Promise<void> {
  return moveConfirmation(tx, id, confirmAfter, next);
}

export interface SweptPayment {
  payment: Payment;
  /** How often it was read in vain since its provider last answered. */
  attempts: number;
}

/** Payments of one provider account that should have changed, oldest first, for one sweeper alone until the lease ends. */
export function leasePaymentsToSweep(tx: Db, account: AccountName, lease: Lease): Promise<SweptPayment[]> {
  return leaseDueSweeps(tx, account, lease.at, endOf(lease), lease.limit);
}

/** A leased payment could not be read, maybe by a fault of its own: leaves it alone until then. It keeps its place in the order. */
export function postponeSwept(db: Db, paymentId: string, until: Date): Promise<void> {
  return moveSweep(db, paymentId, until, 'one_more');
}

/** Nothing could be read of its account: a leased payment is due as before. */
export function releaseSwept(db: Db, paymentId: string): Promise<void> {
  return moveSweep(db, paymentId, null, 'as_before');
}

/** The provider has answered about a leased payment: when it is due again follows from what it said. */
export function endSweepLease(tx: Db, paymentId: string): Promise<void> {
  return moveSweep(tx, paymentId, null, 'forgotten');
}
