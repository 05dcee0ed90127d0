import type { Db } from '../db/db.ts';
import type { AuditDetail, NewAuditEntry, Outcome } from './record.ts';

export async function settleEntries(
  tx: Db,
  paymentId: string,
  action: NewAuditEntry['action'],
  outcome: Outcome,
  detail: AuditDetail,
): Promise<void> {
  await tx.query(
    `update audit_entries set outcome = $3, detail = detail || $4::jsonb
     where payment_id = $1 and action = $2 and outcome in ('pending', 'unknown')`,
    [paymentId, action, outcome, detail],
  );
}
