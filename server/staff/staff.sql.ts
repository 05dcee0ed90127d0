import type { Role } from '../auth/permissions.ts';
import type { Db } from '../db/db.ts';

export interface StaffMember {
  id: string;
  email: string;
  name: string;
  role: Role;
  isDemo: boolean;
  disabledAt: Date | null;
}

/** @throws a unique violation of staff_email when the address is taken, in upper or lower case */
export async function insertStaff(
  db: Db,
  staff: Omit<StaffMember, 'disabledAt'> & { passwordHash: string; createdAt: Date },
): Promise<void> {
  await db.query(
    `insert into staff (id, email, name, role, password_hash, is_demo, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [staff.id, staff.email, staff.name, staff.role, staff.passwordHash, staff.isDemo, staff.createdAt],
  );
}

export async function selectStaff(db: Db): Promise<StaffMember[]> {
  const { rows } = await db.query<StaffMember>(
    `select id, email, name, role, is_demo as "isDemo", disabled_at as "disabledAt" from staff order by lower(email)`,
  );
  return rows;
}

/** Whether there was such a person who was not disabled yet. */
export async function disableByEmail(db: Db, email: string, now: Date): Promise<boolean> {
  const { affected } = await db.query(
    'update staff set disabled_at = $2 where lower(email) = lower($1) and disabled_at is null',
    [email, now],
  );
  return affected > 0;
}

/** Whether there was such a person who was disabled; demo accounts are not let in this way. */
export async function enableByEmail(db: Db, email: string): Promise<boolean> {
  const { affected } = await db.query(
    'update staff set disabled_at = null where lower(email) = lower($1) and disabled_at is not null and not is_demo',
    [email],
  );
  return affected > 0;
}

export async function setPasswordHash(db: Db, email: string, passwordHash: string): Promise<boolean> {
  const { affected } = await db.query('update staff set password_hash = $2 where lower(email) = lower($1)', [
    email,
    passwordHash,
  ]);
  return affected > 0;
}

export async function deleteSessionsOf(db: Db, email: string): Promise<void> {
  await db.query('delete from sessions where staff_id in (select id from staff where lower(email) = lower($1))', [
    email,
  ]);
}

/** Adds a demo account, or gives it its password back and lets it in again. */
export async function upsertDemoStaff(
  db: Db,
  staff: { id: string; email: string; name: string; role: Role; passwordHash: string; createdAt: Date },
): Promise<void> {
  await db.query(
    `insert into staff (id, email, name, role, password_hash, is_demo, created_at)
     values ($1, $2, $3, $4, $5, true, $6)
     on conflict (lower(email)) do update
       set password_hash = excluded.password_hash, disabled_at = null
       where staff.is_demo`,
    [staff.id, staff.email, staff.name, staff.role, staff.passwordHash, staff.createdAt],
  );
}

export async function disableDemoStaff(db: Db, now: Date): Promise<void> {
  await db.query('delete from sessions where staff_id in (select id from staff where is_demo)');
  await db.query('update staff set disabled_at = $1 where is_demo and disabled_at is null', [now]);
}
