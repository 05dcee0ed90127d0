import type { Db } from '../db/db.ts';

/** A token was used then; what is known of a later use stays. */
export async function upsertUse(db: Db, digest: Uint8Array, at: Date): Promise<void> {
  await db.query(
    `insert into callback_tokens as known (digest, last_used_at) values ($1, $2)
     on conflict (digest) do update set last_used_at = greatest(known.last_used_at, excluded.last_used_at)`,
    [digest, at],
  );
}

export async function selectUse(db: Db, digest: Uint8Array): Promise<Date | null> {
  const { rows } = await db.query<{ at: Date }>(`select last_used_at as at from callback_tokens where digest = $1`, [
    digest,
  ]);
  return rows[0]?.at ?? null;
}
