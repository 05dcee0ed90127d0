import { createHash, randomBytes } from 'node:crypto';
import type { Db } from '../db/db.ts';
import {
  deleteEndedSessions,
  deleteSession,
  findSession,
  insertSession,
  type StoredSession,
  touchSession,
} from './sessions.sql.ts';

const hourMs = 3_600_000;
export const sessionLifeMs = 12 * hourMs;
const sessionIdleMs = 2 * hourMs;
/** How precisely we know when a session was last used; one write a minute instead of one a request. */
const touchEveryMs = 60_000;
/** How long this process trusts what it read. A sign-out elsewhere takes effect here after at most this. */
const trustMs = 3_000;
const rememberedMax = 10_000;

export type Session = StoredSession;

export interface Sessions {
  /** A new session under a new random token (256 bits), which is nowhere stored. */
  start(db: Db, staffId: string): Promise<{ token: string; session: Session }>;
  /** The living session of a token, and notes that it was used. */
  use(token: string): Promise<Session | null>;
  /** Whether the session still lives, without counting as use of it (for streams). */
  isAlive(token: string): Promise<boolean>;
  end(db: Db, token: string): Promise<void>;
}

interface SessionsDeps {
  db: Db;
  clock: () => Date;
}

/** Sessions of one process, with a memory of a few seconds, so that a page of requests asks the database once. */
export function createSessions({ db, clock }: SessionsDeps): Sessions {
  const remembered = new Map<string, Remembered>();
  const idleSince = (now: Date) => new Date(now.getTime() - sessionIdleMs);

  async function find(token: string): Promise<Session | null> {
    const now = clock();
    const key = keyOf(token);
    const known = remembered.get(key);
    if (known !== undefined && isFresh(known, now)) return known.session;
    remembered.delete(key);
    const session = await findSession(db, Buffer.from(key, 'hex'), now, idleSince(now));
    // Signed out while we read: what was read is no longer true.
    if (remembered.get(key)?.session === null) return null;
    if (session !== null) remember(key, session);
    return session;
  }

  function remember(key: string, session: Session | null) {
    if (remembered.size >= rememberedMax) remembered.clear();
    remembered.set(key, { session, readAt: clock().getTime() });
  }

  return {
    async start(tx, staffId) {
      const token = randomBytes(32).toString('base64url');
      const digest = Buffer.from(keyOf(token), 'hex');
      const now = clock();
      await deleteEndedSessions(tx, now, idleSince(now));
      await insertSession(tx, { digest, staffId, now, expiresAt: new Date(now.getTime() + sessionLifeMs) });
      const session = await findSession(tx, digest, now, idleSince(now));
      if (session === null)
        throw new Error('A session that was just started is not there: the person was disabled meanwhile');
      return { token, session };
    },
    async use(token) {
      const session = await find(token);
      const now = clock();
      if (session !== null && now.getTime() - session.lastSeenAt.getTime() >= touchEveryMs) {
        session.lastSeenAt = now;
        await touchSession(db, Buffer.from(keyOf(token), 'hex'), now);
      }
      return session;
    },
    async isAlive(token) {
      return (await find(token)) !== null;
    },
    async end(tx, token) {
      const key = keyOf(token);
      await deleteSession(tx, Buffer.from(key, 'hex'));
      remember(key, null);
    },
  };
}

/** Null stands for a session that ended here. */
interface Remembered {
  session: Session | null;
  readAt: number;
}

function isFresh({ session, readAt }: Remembered, now: Date): boolean {
  const age = now.getTime() - readAt;
  return age >= 0 && age < trustMs && (session === null || session.expiresAt > now);
}

function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
