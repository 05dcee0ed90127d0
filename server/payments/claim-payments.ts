import type { Db } from '../db/db.ts';
import { leaseDueChecks } from './open-intent.sql.ts';
import type { StoredPayment } from './payment-row.sql.ts';

export interface Claim {
  at: Date;
  limit: number;
  leaseMs: number;
}

/**
 * Payments with an unknown outcome (creating, or a delete under way) whose check is due, for one resolver alone until the
 * lease ends. Each claim counts as an attempt. `order` is what the provider was asked for; null when imported.
 */
export function claimPaymentsToCheck(db: Db, { at, limit, leaseMs }: Claim): Promise<StoredPayment[]> {
  return leaseDueChecks(db, at, new Date(at.getTime() + leaseMs), limit);
}
