import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import { maskChange } from './mask-contact.ts';
import { type ActionRow, type ObservationRow, selectActions, selectObservations } from './timeline.sql.ts';

type Schemas = components['schemas'];
type Entry = Schemas['Timeline']['entries'][number];

/** More than a person reads of one payment; older entries stay in the ledger. */
const maxEntries = 500;

const shownActions = [
  'createLink',
  'createRouting',
  'createOneTimePayment',
  'deletePayment',
  'refreshPayment',
  'resendPaymentCallback',
  'importPayment',
  'simulatePayments',
  'acknowledgePayment',
  'processCallback',
  'deliverCallback',
] as const;

/** After these the provider sends a callback. */
const awaitsCallback: ReadonlySet<string> = new Set(['resendPaymentCallback', 'simulatePayments']);

/**
 * What was said and done about a payment, newest first. Without raw (for people who may not read contacts) there are no
 * messages, and contacts among the changes are masked.
 */
export async function readTimeline(
  db: Db,
  paymentId: string,
  { withRaw }: { withRaw: boolean },
): Promise<Schemas['Timeline']> {
  const observations = await selectObservations(db, paymentId, { withRaw, limit: maxEntries });
  const actions = await selectActions(db, paymentId, { actions: shownActions, limit: maxEntries });
  const entries: { at: Date; entry: Entry }[] = [
    // Before the actions: of the same instant, what was said is the outcome of what was done, so it is the newer one.
    ...observations.map((row) => ({ at: row.at, entry: observationEntry(row, withRaw) })),
    ...actions.map((row) => ({ at: row.at, entry: actionEntry(row) })),
  ];
  const newestFirst = entries.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return { entries: newestFirst.slice(0, maxEntries).map(({ entry }) => entry) };
}

function observationEntry(row: ObservationRow, withRaw: boolean): Schemas['ObservationEntry'] {
  const { status, settlement, providerStatus, method, channel, saidAt } = row.statement;
  return {
    type: 'observation',
    id: String(row.id),
    callbackId: row.callbackId === null ? null : String(row.callbackId),
    at: row.at.toISOString(),
    source: row.source,
    saidAt,
    status,
    settlement,
    providerStatus,
    method,
    channel,
    verdict: row.verdict,
    reason: row.reason,
    changes: withRaw ? row.changes : row.changes.map(maskChange),
    deviations: row.deviations,
    raw: row.raw ?? (row.callbackBody && new TextDecoder().decode(row.callbackBody)),
  };
}

function actionEntry(row: ActionRow): Schemas['ActionEntry'] {
  return {
    type: 'action',
    id: String(row.id),
    at: row.at.toISOString(),
    action: row.action,
    actor: row.actor,
    outcome: row.outcome,
    detail: row.message,
    providerCode: row.code,
    callbackAt: awaitsCallback.has(row.action) ? (row.callbackAt?.toISOString() ?? null) : null,
  };
}
