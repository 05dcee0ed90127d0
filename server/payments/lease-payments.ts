import type { Db } from '../db/db.ts';
import {
  leaseDueChecks,
  leaseDueConfirmations,
  leaseDueSweeps,
  moveConfirmation,
  moveSweep,
} from './lease-payments.sql.ts';
import type { Payment } from './payment.ts';
import type { StoredPayment } from './payment-row.sql.ts';
import type { EnvironmentName, ProviderName } from './statement.ts';

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

/**
 * Payments about which an unsigned callback claims what their provider is to confirm, for one confirmer alone until the
 * lease ends. Each lease counts as an attempt.
 */
export function leasePaymentsToConfirm(db: Db, lease: Lease): Promise<Payment[]> {
  return leaseDueConfirmations(db, lease.at, endOf(lease), lease.limit);
}

/**
 * Has a leased payment confirmed again then. Does nothing when nothing is open any more, or when another claim has come
 * since the lease: that one is due at once.
 */
export function postponeConfirmation(tx: Db, { id, confirmAttempts }: Payment, until: Date): Promise<void> {
  return moveConfirmation(tx, id, confirmAttempts, until);
}

export interface SweptPayment {
  payment: Payment;
  /** How often it was leased since it was last read. */
  attempts: number;
}

/** Payments of one provider account that should have changed, oldest first, for one sweeper alone until the lease ends. */
export function leasePaymentsToSweep(
  tx: Db,
  account: { environment: EnvironmentName; provider: ProviderName },
  lease: Lease,
): Promise<SweptPayment[]> {
  return leaseDueSweeps(tx, account, lease.at, endOf(lease), lease.limit);
}

/** The provider could not be asked about a leased payment: leaves it alone until then. It keeps its place in the order. */
export function postponeSweep(db: Db, paymentId: string, until: Date): Promise<void> {
  return moveSweep(db, paymentId, until);
}

/** The provider has answered about a leased payment: when it is due again follows from what it said. */
export function endSweepLease(tx: Db, paymentId: string): Promise<void> {
  return moveSweep(tx, paymentId, null);
}
