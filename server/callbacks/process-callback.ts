import type { Db } from '../db/db.ts';
import { isDatabaseError } from '../db/db-error.ts';
import { findCalledBack } from '../links/known-link.ts';
import { observe } from '../payments/observe.ts';
import type { Accounts } from '../providers/accounts.ts';
import { markParked, markProcessed, postponeCallback, type StoredCallback, takeNextCallback } from './callbacks.sql.ts';

export interface ProcessDeps {
  db: Db;
  accounts: Accounts;
  clock: () => Date;
  log: { error(fields: object, message: string): void; warn(fields: object, message: string): void };
}

/** A callback that cannot be processed (which would be our fault) is tried again this often and then kept aside. */
const mostAttempts = 10;
const pauseMs = 30_000;

/**
 * Processes the oldest callback that waits: the observation and the callback's own state in one transaction, so that a kill
 * leaves both or neither. Resolves to how many it took, 0 or 1. What is unreadable or about no payment of ours is parked.
 */
export async function processNextCallback(deps: ProcessDeps): Promise<0 | 1> {
  const inHand: StoredCallback[] = [];
  try {
    return await deps.db.tx(async (tx) => {
      const taken = await takeNextCallback(tx, deps.clock());
      if (!taken) return 0;
      inHand.push(taken);
      await processCallback(tx, deps, taken);
      return 1;
    });
  } catch (error) {
    const failed = inHand.at(-1);
    if (!failed) throw error;
    await putOff(deps, failed, error);
    return 1;
  }
}

async function processCallback(tx: Db, deps: ProcessDeps, callback: StoredCallback): Promise<void> {
  const { accounts, clock } = deps;
  const { id, environment, provider, body, receivedAt } = callback;
  const account = accounts.get(environment, provider);
  if (!account) return park(tx, deps, callback, 'provider_not_configured');

  const reading = account.links.readCallback(body);
  if (reading.kind === 'unreadable') return park(tx, deps, callback, `unreadable: ${reading.reason}`);

  const { reference, providerPaymentId, statement, deviations } = reading;
  const { createdAt } = statement;
  const payment = await findCalledBack(tx, callback, { reference, providerPaymentId, createdAt });
  if (!payment) return park(tx, deps, callback, 'unknown_payment');

  await markProcessed(tx, id, payment.id, clock());
  // The message itself stays where it is: the timeline reads it from the callback.
  const observation = { source: 'callback', statement, raw: null, deviations, callbackId: id } as const;
  await observe(tx, payment.id, observation, receivedAt);
}

/** Keeps the callback aside for a person, and tells that there is one: it may be about money. */
async function park(
  db: Db,
  { clock, log }: ProcessDeps,
  { id, environment, provider }: StoredCallback,
  reason: string,
): Promise<void> {
  await markParked(db, id, reason, clock());
  // Behind the colon may stand words of the message.
  log.warn({ callbackId: id, environment, provider, reason: reason.split(':', 1)[0] }, 'a callback was parked');
}

/** Leaves the callback alone for a while, so that it does not hold up the others. */
async function putOff(deps: ProcessDeps, callback: StoredCallback, error: unknown): Promise<void> {
  const { db, clock, log } = deps;
  const { id, attempts } = callback;
  const now = clock();
  // Class 22: what it says cannot be stored (a NUL in a text, say), today or ever.
  if (isDatabaseError(error) && error.code.startsWith('22'))
    return park(db, deps, callback, `unreadable: ${error.message}`);
  log.error({ err: error, callbackId: id, attempts: attempts + 1 }, 'a callback could not be processed');
  if (attempts + 1 < mostAttempts) await postponeCallback(db, id, new Date(now.getTime() + pauseMs));
  else await park(db, deps, callback, `processing_failed: ${messageOf(error)}`);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
