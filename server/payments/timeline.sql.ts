import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import type { Change } from './changes.ts';
import type { ObservationSource, Statement, Verdict, VerdictReason } from './statement.ts';

type ActionEntry = components['schemas']['ActionEntry'];

export interface ObservationRow {
  id: number;
  at: Date;
  source: ObservationSource;
  statement: Statement;
  verdict: Verdict;
  reason: VerdictReason | null;
  changes: Change[];
  deviations: string[];
  raw: string | null;
  callbackId: number | null;
  callbackBody: Uint8Array | null;
}

/** The newest observations of a payment. A callback's message is kept once, with the callback; neither is read when it may not be shown. */
export async function selectObservations(
  db: Db,
  paymentId: string,
  { withRaw, limit }: { withRaw: boolean; limit: number },
): Promise<ObservationRow[]> {
  const { rows } = await db.query<ObservationRow>(
    `select observations.id, observed_at as at, source, statement, verdict, reason, changes, observations.deviations,
       case when $2::boolean then raw end as raw, case when $2::boolean then callbacks.body end as "callbackBody",
       observations.callback_id as "callbackId"
     from observations left join callbacks on callbacks.id = observations.callback_id
     where observations.payment_id = $1 order by observations.id desc limit $3`,
    [paymentId, withRaw, limit],
  );
  return rows;
}

export interface ActionRow {
  id: number;
  at: Date;
  action: ActionEntry['action'];
  actor: ActionEntry['actor'];
  outcome: ActionEntry['outcome'];
  message: string | null;
  code: string | null;
  callbackAt: Date | null;
}

/** The newest actions of people on a payment, each with the first callback after it (which is shown where one is awaited). */
export async function selectActions(
  db: Db,
  paymentId: string,
  { actions, limit }: { actions: readonly ActionEntry['action'][]; limit: number },
): Promise<ActionRow[]> {
  const { rows } = await db.query<ActionRow>(
    `select id, at, action, jsonb_build_object('name', staff_name, 'role', staff_role) as actor, outcome,
       detail->>'message' as message, detail->>'code' as code,
       (select min(observed_at) from observations
        where observations.payment_id = $1 and source = 'callback' and observed_at >= audit_entries.at) as "callbackAt"
     from audit_entries where payment_id = $1 and action = any($2::text[]) order by id desc limit $3`,
    [paymentId, actions, limit],
  );
  return rows;
}
