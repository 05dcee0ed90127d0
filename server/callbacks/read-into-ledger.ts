import type { Db } from '../db/db.ts';
import { isDatabaseError } from '../db/db-error.ts';
import { planDeliveries } from '../destinations/plan-deliveries.ts';
import type { Worker } from '../jobs/worker.ts';
import { findCalledBack } from '../kinds/known-payment.ts';
import { appendCallbackEvent } from '../live/append-live-event.ts';
import { observe } from '../payments/observe.ts';
import type { Accounts } from '../providers/accounts.ts';
import { markRead, type ParkedReason, type StoredCallback } from './callbacks.sql.ts';
import { type Says, saysNothing, saysOf, searchTextOf } from './says.ts';

export interface ReadingDeps {
  db: Db;
  accounts: Accounts;
  clock: () => Date;
  /** Is nudged when a callback claims something that its provider has to confirm. */
  confirmer: Pick<Worker, 'nudge'>;
  log: { error(fields: object, message: string): void; warn(fields: object, message: string): void };
}

/** What became of a callback that was read. */
export interface Outcome {
  paymentId: string | null;
  parkedReason: ParkedReason | null;
  /** Whether it claims something that is to be confirmed. */
  isClaim: boolean;
}

/**
 * Reads a callback into the ledger: the observation and the callback's own state in one transaction, so that a kill leaves
 * both or neither. What is unreadable or about no payment of ours is parked. In: a transaction under the lock of callbacks.
 */
export async function readIntoLedger(tx: Db, deps: ReadingDeps, callback: StoredCallback): Promise<Outcome> {
  const { accounts, clock } = deps;
  const { id, environment, provider, body, receivedAt } = callback;
  const account = accounts.get(environment, provider);
  if (!account) return park(tx, deps, callback, { reason: 'provider_not_configured' });

  const reading = account.readCallback(body);
  if (reading.kind === 'unreadable') return park(tx, deps, callback, { reason: 'unreadable', detail: reading.reason });

  const { about: kind, reference, providerPaymentId, statement, deviations } = reading;
  const says = saysOf(reading);
  const { createdAt } = statement;
  const names = { reference, providerPaymentId, createdAt };
  const payment = await findCalledBack(tx, { environment, provider, kind }, names);
  if (!payment) return park(tx, deps, callback, { reason: 'unknown_payment', says });

  const paymentId = payment.id;
  const searchText = searchTextOf(body, paymentId);
  await markRead(tx, id, { says, searchText, paymentId, parked: null, at: clock() });
  const isClaim = !account.signsCallbacks && statement.status === 'paid';
  await planDeliveries(tx, { id, environment, provider, kind, reference: payment.reference, isClaim }, clock());
  // The message itself stays where it is: the timeline reads it from the callback.
  const observation = { source: 'callback' as const, statement, raw: null, deviations, callbackId: id };
  const isSigned = account.signsCallbacks;
  const observed = await observe(tx, paymentId, { ...observation, isSigned }, receivedAt);
  await appendCallbackEvent(tx, environment, id);
  return { paymentId, parkedReason: null, isClaim: observed.payment.confirmAfter !== null };
}

interface Parking {
  reason: ParkedReason;
  detail?: string;
  says?: Says;
}

/** Keeps the callback aside for a person, and tells that there is one: it may be about money. It is sent on all the same. */
async function park(
  tx: Db,
  { clock, log }: ReadingDeps,
  { id, environment, provider, body, state }: StoredCallback,
  { reason, detail, says = saysNothing }: Parking,
): Promise<Outcome> {
  const parked = { reason, detail: detail ?? null };
  await markRead(tx, id, { says, searchText: searchTextOf(body, null), paymentId: null, parked, at: clock() });
  const reference = says.reference ?? says.providerPaymentId;
  await planDeliveries(tx, { id, environment, provider, kind: says.kind, reference, isClaim: false }, clock());
  await appendCallbackEvent(tx, environment, id);
  // The detail may hold words of the message. One that was parked before is no news.
  if (state !== 'parked') log.warn({ callbackId: id, environment, provider, reason }, 'a callback was parked');
  return { paymentId: null, parkedReason: reason, isClaim: false };
}

/** Class 22: what it says cannot be stored (a NUL in a text, say), today or ever. */
export const cannotBeStored = (error: unknown): error is Error => isDatabaseError(error) && error.code.startsWith('22');

/** Parks a callback whose reading failed, in a transaction of its own; nothing of what it says is tried again. */
export function parkFailed(deps: ReadingDeps, callback: StoredCallback, error: unknown): Promise<Outcome> {
  const detail = error instanceof Error ? error.message : String(error);
  const reason = cannotBeStored(error) ? 'unreadable' : 'processing_failed';
  return deps.db.tx((tx) => park(tx, deps, callback, { reason, detail: detail.replaceAll('\u0000', ' ') }));
}
