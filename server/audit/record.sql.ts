import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import type { AuditDetail, NewAuditEntry, Outcome } from './record.ts';

export async function insertAuditEntry(tx: Db, actor: Actor, entry: NewAuditEntry): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `insert into audit_entries (at, staff_id, staff_name, staff_role, action, environment, payment_id, outcome, detail, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      entry.at,
      actor.staffId,
      actor.name,
      actor.role,
      entry.action,
      entry.environment,
      entry.paymentId,
      entry.outcome,
      entry.detail ?? {},
      actor.requestId,
    ],
  );
  const [row] = rows;
  if (!row) throw new Error('insert returned no id');
  return row.id;
}

/** New detail is added to what the entry said at first; "unknown" takes the place of no outcome that is known. */
export async function setOutcome(tx: Db, id: number, outcome: Outcome, detail: AuditDetail): Promise<void> {
  await tx.query(
    `update audit_entries set outcome = $2, detail = detail || $3::jsonb
     where id = $1 and ($2::text <> 'unknown' or outcome in ('pending', 'unknown'))`,
    [id, outcome, detail],
  );
}
