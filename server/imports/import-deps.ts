import type { Db } from '../db/db.ts';
import type { Accounts } from '../providers/accounts.ts';

/** What the verbs of imports work with. */
export interface ImportDeps {
  db: Db;
  accounts: Accounts;
  clock: () => Date;
}
