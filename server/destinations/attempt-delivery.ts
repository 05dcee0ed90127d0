import type { Config } from '../config/config.ts';
import type { Db } from '../db/db.ts';
import { appendCallbackEvent } from '../live/append-live-event.ts';
import { addressRules } from './allowed-address.ts';
import { insertAttempt } from './attempts.sql.ts';
import { type ClaimedDelivery, endDelivery, retryDelivery } from './deliveries.sql.ts';
import type { Destination } from './destination.ts';
import { healthAfter, type Reception } from './destination-health.ts';
import { lockDestination, writeHealth } from './destinations.sql.ts';
import { forwardedRequest } from './forwarded-request.ts';
import { type Answered, postToDestination } from './post-to-destination.ts';
import { nextAttemptAt } from './retry-schedule.ts';

export interface SendDeps {
  db: Db;
  config: Pick<Config, 'destinationNetworks' | 'environments'>;
  clock: () => Date;
  log: { error(fields: object, message: string): void; warn(fields: object, message: string): void };
}

/** How long a destination may take for one callback. */
export const timeoutMs = 15_000;

/** An attempt that was made, and is not written down yet. */
export interface Attempt {
  at: Date;
  answered: Answered;
  isTaken: boolean;
}

/** Sends a callback to a destination once, as it is configured now. Never throws. */
export async function sendOnce(
  { config, clock }: Pick<SendDeps, 'config' | 'clock'>,
  destination: Destination,
  { callback }: ClaimedDelivery,
): Promise<Attempt> {
  const at = clock();
  const { id: destinationId, environment, secrets, url } = destination;
  const request = forwardedRequest(callback, { destinationId, secrets }, at);
  const answered = await postToDestination(url, request, { rules: addressRules(config, environment), timeoutMs });
  const { status } = answered;
  return { at, answered, isTaken: status !== null && status >= 200 && status < 300 };
}

interface Recorded {
  /** Whether the destination is paused, by this attempt or before. */
  isPaused: boolean;
  /** What there is to announce after the commit, null when there is nothing. */
  announcement: Announcement | null;
}

/**
 * Writes an attempt down: what was answered, and what it says about the destination, which may be paused by it. In: a
 * transaction that locks no delivery before.
 */
export async function recordAttempt(
  tx: Db,
  { id, destinationId }: ClaimedDelivery,
  { at, answered, isTaken }: Attempt,
  now: Date,
): Promise<Recorded> {
  const destination = await lockDestination(tx, destinationId);
  await insertAttempt(tx, id, at, answered);
  // Deleted meanwhile: there is nobody to be well or not.
  if (!destination) return { isPaused: false, announcement: null };
  const reception: Reception = isTaken ? 'taken' : answered.status === 410 ? 'gone' : 'failed';
  const health = healthAfter(destination, reception, now);
  await writeHealth(tx, destinationId, health);
  const isPaused = health.pausedAt !== null;
  if (destination.pausedAt !== null || !isPaused) return { isPaused, announcement: null };
  const { environment, name } = destination;
  const { pausedReason: reason, failingSince } = health;
  return { isPaused, announcement: { destinationId, environment, name, reason, failingSince } };
}

/** That a destination was paused, for those who watch the log. */
type Announcement = Record<'destinationId' | 'environment' | 'name', string> & {
  reason: Destination['pausedReason'];
  failingSince: Date | null;
};

/** Tells that a destination was paused; does nothing for null. */
export function announce(log: Pick<SendDeps['log'], 'warn'>, announcement: Announcement | null): void {
  if (announcement) log.warn(announcement, 'a destination is paused: callbacks to it wait until an admin resumes it');
}

/**
 * Makes one attempt at a delivery, writes down what came of it (delivered, tried again later, or given up), and tells those
 * who look at the callback. A destination that is paused by then is to blame itself: nothing is given up, all waits until it
 * is resumed. Throws when it could not be written; then it is sent once more when the lease ends.
 */
export async function attemptDelivery(
  deps: SendDeps,
  destination: Destination,
  delivery: ClaimedDelivery,
): Promise<void> {
  const { db, clock, log } = deps;
  const attempt = await sendOnce(deps, destination, delivery);
  const now = clock();
  const tries = delivery.tries + 1;
  const nextAt = attempt.isTaken ? null : nextAttemptAt(tries, now, attempt.answered.retryAfterMs, Math.random());
  const { announcement, isGivenUp } = await db.tx(async (tx) => {
    const recorded = await recordAttempt(tx, delivery, attempt, now);
    const waitsUntil = nextAt ?? (recorded.isPaused && !attempt.isTaken ? now : null);
    if (waitsUntil) await retryDelivery(tx, delivery, waitsUntil);
    else await endDelivery(tx, delivery, attempt.isTaken ? 'delivered' : 'given_up', now);
    await appendCallbackEvent(tx, destination.environment, delivery.callback.id);
    return { announcement: recorded.announcement, isGivenUp: !waitsUntil && !attempt.isTaken };
  });
  announce(log, announcement);
  if (!isGivenUp) return;
  const { id: callbackId } = delivery.callback;
  log.warn({ callbackId, destinationId: destination.id, tries }, 'a callback was given up: its destination refuses it');
}
