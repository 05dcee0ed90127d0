import type { Db } from '../db/db.ts';
import type { AuditDetail, NewAuditEntry, Outcome } from './record.ts';
import { settleEntries } from './settle-action.sql.ts';

/** Writes what became of an action of a person whose outcome was not known: the answer was lost, or the server was killed. */
export function settleAction(
  tx: Db,
  paymentId: string,
  action: NewAuditEntry['action'],
  outcome: Outcome,
  detail: AuditDetail = {},
): Promise<void> {
  return settleEntries(tx, paymentId, action, outcome, detail);
}
