import type { Db } from '../db/db.ts';
import type { Role } from './permissions.ts';

/** A session and the person whose it is. Only the SHA-256 of its token is stored: a leaked table opens no session. */
export interface StoredSession {
  staffId: string;
  name: string;
  email: string;
  role: Role;
  lastSeenAt: Date;
  expiresAt: Date;
}

export async function insertSession(
  db: Db,
  session: { digest: Uint8Array; staffId: string; now: Date; expiresAt: Date },
): Promise<void> {
  await db.query(
    `insert into sessions (token_digest, staff_id, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $3, $4)`,
    [session.digest, session.staffId, session.now, session.expiresAt],
  );
}

/** The session, unless it has expired, was idle since before `idleSince`, or its person is disabled. */
export async function findSession(
  db: Db,
  digest: Uint8Array,
  now: Date,
  idleSince: Date,
): Promise<StoredSession | null> {
  const { rows } = await db.query<StoredSession>(
    `select s.staff_id as "staffId", p.name, p.email, p.role, s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt"
     from sessions s join staff p on p.id = s.staff_id
     where s.token_digest = $1 and s.expires_at > $2 and s.last_seen_at > $3 and p.disabled_at is null`,
    [digest, now, idleSince],
  );
  return rows[0] ?? null;
}

export async function touchSession(db: Db, digest: Uint8Array, now: Date): Promise<void> {
  await db.query('update sessions set last_seen_at = $2 where token_digest = $1', [digest, now]);
}

export async function deleteSession(db: Db, digest: Uint8Array): Promise<void> {
  await db.query('delete from sessions where token_digest = $1', [digest]);
}

export async function deleteEndedSessions(db: Db, now: Date, idleSince: Date): Promise<void> {
  await db.query('delete from sessions where expires_at <= $1 or last_seen_at <= $2', [now, idleSince]);
}
