import type { Db } from '../db/db.ts';

export interface Failures {
  subject: string;
  count: number;
  lastAt: Date;
}

/** Writes one attempt under each subject; commits by itself, so that every replica's later count sees it. */
export async function insertAttempts(db: Db, subjects: string[], at: Date): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `insert into sign_in_attempts (subject, failed_at)
     select subject, $2::timestamptz from unnest($1::text[]) as subject
     returning id`,
    [subjects, at],
  );
  return rows.map(({ id }) => id);
}

/** Failures since an instant, by subject, without the attempt that asks. */
export async function countAttempts(
  db: Db,
  subjects: string[],
  since: Date,
  withoutIds: number[],
): Promise<Failures[]> {
  const { rows } = await db.query<Failures>(
    `select subject, count(*) as count, max(failed_at) as "lastAt"
     from sign_in_attempts
     where subject = any ($1::text[]) and failed_at > $2 and id <> all ($3::bigint[])
     group by subject`,
    [subjects, since, withoutIds],
  );
  return rows;
}

export async function deleteAttempts(db: Db, ids: number[]): Promise<void> {
  await db.query('delete from sign_in_attempts where id = any ($1::bigint[])', [ids]);
}

export async function deleteAttemptsOf(db: Db, subject: string): Promise<void> {
  await db.query('delete from sign_in_attempts where subject = $1', [subject]);
}

export async function deleteAttemptsBefore(db: Db, before: Date): Promise<void> {
  await db.query('delete from sign_in_attempts where failed_at <= $1', [before]);
}
