import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Db } from '../db/db.ts';
import { problem } from '../http/problems.ts';
import {
  countAttempts,
  deleteAttempts,
  deleteAttemptsBefore,
  deleteAttemptsOf,
  type Failures,
  insertAttempts,
} from './throttle.sql.ts';

const windowMs = 15 * 60_000;
/** Failures in the window that cost nothing: of one e-mail from one address, of one e-mail, from one address. */
const free = { pair: 5, email: 20, address: 50 };
/** The wait after the first failure too many; it doubles with each further one, up to the window. */
const firstWaitMs = 30_000;

interface ThrottleDeps {
  db: Db;
  clock: () => Date;
}

export interface Attempt {
  /** The password was right: the attempt was no failure, and those of this e-mail from this address are forgotten. */
  succeeded(tx: Db): Promise<void>;
}

/**
 * Counts an attempt to sign in before its password is looked at, as a failure until it succeeds; so neither parallel
 * guesses nor several replicas get more guesses than are free.
 * @throws too-many-attempts with retryAfterSeconds; such an attempt is not counted, so waiting always ends.
 */
export async function beginAttempt(
  { db, clock }: ThrottleDeps,
  { email, sourceAddress }: { email: string; sourceAddress: string },
): Promise<Attempt> {
  const now = clock();
  const address = networkOf(sourceAddress);
  const pair = digestOf('pair', `${address} ${email.toLowerCase()}`);
  const limits = new Map([
    [pair, free.pair],
    [digestOf('email', email.toLowerCase()), free.email],
    [digestOf('address', address), free.address],
  ]);
  const subjects = [...limits.keys()];
  const since = new Date(now.getTime() - windowMs);

  await deleteAttemptsBefore(db, since);
  const ids = await insertAttempts(db, subjects, now);
  const failures = await countAttempts(db, subjects, since, ids);
  const waitMs = Math.max(0, ...failures.map((one) => waitOf(one, limits.get(one.subject) ?? 0, now)));
  if (waitMs > 0) {
    await deleteAttempts(db, ids);
    const retryAfterSeconds = Math.ceil(waitMs / 1000);
    const detail = `Too many sign-ins have failed. Try again in ${retryAfterSeconds} s. This attempt was not checked.`;
    throw problem('too-many-attempts', { detail, retryAfterSeconds });
  }
  return {
    async succeeded(tx) {
      await deleteAttempts(tx, ids);
      await deleteAttemptsOf(tx, pair);
    },
  };
}

/** How long is still to wait after so many failures, in ms. */
function waitOf({ count, lastAt }: Failures, limit: number, now: Date): number {
  if (count < limit) return 0;
  const wholeWaitMs = Math.min(windowMs, firstWaitMs * 2 ** (count - limit));
  return lastAt.getTime() + wholeWaitMs - now.getTime();
}

/** People type passwords into the e-mail field too, so what they typed is not kept in the clear. */
function digestOf(kind: string, text: string): string {
  return createHash('sha256').update(`${kind} ${text}`).digest('base64url');
}

/** One subscriber has a /64 of IPv6 addresses at the least; IPv4 within IPv6 counts as IPv4. */
export function networkOf(address: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4 !== undefined || !isIPv6(address)) return v4 ?? address;
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::', 2);
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
