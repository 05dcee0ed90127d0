import type { Db } from '../db/db.ts';
import { type StaffMember, selectStaff } from './staff.sql.ts';

/** Everybody who has or had an account, by e-mail address. */
export function listStaff({ db }: { db: Db }): Promise<StaffMember[]> {
  return selectStaff(db);
}
