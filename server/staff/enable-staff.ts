import type { Db } from '../db/db.ts';
import { StaffError } from './create-staff.ts';
import { enableByEmail } from './staff.sql.ts';

/** Lets a person who was disabled sign in again, with the password of before. @throws StaffError */
export async function enableStaff({ db }: { db: Db }, email: string): Promise<void> {
  if (!(await enableByEmail(db, email))) throw new StaffError(`${email} has no account that is disabled`);
}
