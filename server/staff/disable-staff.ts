import type { Db } from '../db/db.ts';
import { StaffError } from './create-staff.ts';
import { deleteSessionsOf, disableByEmail } from './staff.sql.ts';

/** Ends an account and its sessions; what it did stays in the audit. @throws StaffError */
export async function disableStaff({ db, clock }: { db: Db; clock: () => Date }, email: string): Promise<void> {
  await db.tx(async (tx) => {
    if (!(await disableByEmail(tx, email, clock()))) throw new StaffError(`${email} has no account that is enabled`);
    await deleteSessionsOf(tx, email);
  });
}
