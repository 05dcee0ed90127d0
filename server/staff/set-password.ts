import { hashPassword } from '../auth/passwords.ts';
import type { Db } from '../db/db.ts';
import { checkPassword, StaffError } from './create-staff.ts';
import { deleteSessionsOf, setPasswordHash } from './staff.sql.ts';

/** Replaces a password and ends the person's sessions: whoever knew the old one is out. @throws StaffError */
export async function setPassword(
  { db }: { db: Db },
  { email, password }: { email: string; password: string },
): Promise<void> {
  checkPassword(password);
  const passwordHash = await hashPassword(password);
  await db.tx(async (tx) => {
    if (!(await setPasswordHash(tx, email, passwordHash))) throw new StaffError(`${email} has no account`);
    await deleteSessionsOf(tx, email);
  });
}
