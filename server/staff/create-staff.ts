import { ulid } from 'ulid';
import { hashPassword, passwordMaxLength, passwordMinLength } from '../auth/passwords.ts';
import type { Role } from '../auth/permissions.ts';
import type { Db } from '../db/db.ts';
import { isUniqueViolation } from '../db/db-error.ts';
import { insertStaff } from './staff.sql.ts';

interface StaffDeps {
  db: Db;
  clock: () => Date;
}

export interface NewStaff {
  email: string;
  name: string;
  role: Role;
  password: string;
}

/** Why an account cannot be made or changed, in a sentence for the person at the terminal. */
export class StaffError extends Error {}

/** A new account that can sign in at once; resolves to its id. @throws StaffError */
export async function createStaff(
  { db, clock }: StaffDeps,
  { email, name, role, password }: NewStaff,
): Promise<string> {
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254) throw new StaffError(`${email} is no e-mail address`);
  if (name.trim() === '') throw new StaffError('A name is needed');
  checkPassword(password);
  const id = `stf_${ulid().toLowerCase()}`;
  const passwordHash = await hashPassword(password);
  try {
    await insertStaff(db, { id, email, name: name.trim(), role, isDemo: false, passwordHash, createdAt: clock() });
  } catch (error) {
    if (isUniqueViolation(error, 'staff_email')) throw new StaffError(`${email} has an account already`);
    throw error;
  }
  return id;
}

/** @throws StaffError */
export function checkPassword(password: string): void {
  if (password.length < passwordMinLength || password.length > passwordMaxLength) {
    throw new StaffError(`A password has ${passwordMinLength} to ${passwordMaxLength} characters`);
  }
}
