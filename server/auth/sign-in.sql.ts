import type { Db } from '../db/db.ts';

/** Somebody who may sign in: known by this e-mail address (upper or lower case) and not disabled. */
export async function findStaffToSignIn(
  db: Db,
  email: string,
): Promise<{ staffId: string; passwordHash: string } | null> {
  const { rows } = await db.query<{ staffId: string; passwordHash: string }>(
    `select id as "staffId", password_hash as "passwordHash" from staff
     where lower(email) = lower($1) and disabled_at is null`,
    [email],
  );
  return rows[0] ?? null;
}
