import type { Config } from '../config/config.ts';
import type { Db } from '../db/db.ts';
import type { Accounts } from '../providers/accounts.ts';

/** What the verbs of destinations work with. */
export interface DestinationDeps {
  db: Db;
  config: Pick<Config, 'destinationNetworks' | 'environments'>;
  accounts: Accounts;
  clock: () => Date;
}
