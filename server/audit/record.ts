import type { components, operations } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { insertAuditEntry, setOutcome } from './record.sql.ts';

export type Outcome = components['schemas']['ActionEntry']['outcome'];

/** Facts about an action beside its outcome; the timeline shows a provider's words and code when it refused. No secrets. */
export type AuditDetail = { message?: string | null; code?: string | null } & Record<
  string,
  string | number | boolean | null | undefined
>;

export interface NewAuditEntry {
  action: keyof operations;
  /** Null for what belongs to no environment, like signing in. */
  environment: EnvironmentName | null;
  paymentId: string | null;
  outcome: Outcome;
  detail?: AuditDetail;
  at: Date;
}

/** Writes what a person does, in the transaction of what they do. Resolves to the entry's id, for updateOutcome. */
export function recordAction(tx: Db, actor: Actor, entry: NewAuditEntry): Promise<number> {
  return insertAuditEntry(tx, actor, entry);
}

/**
 * Ends an action that was recorded as pending (a provider was asked meanwhile). That its answer is lost says nothing against
 * what somebody else found out first (settle-action.ts).
 */
export function updateOutcome(tx: Db, id: number, outcome: Outcome, detail: AuditDetail = {}): Promise<void> {
  return setOutcome(tx, id, outcome, detail);
}
