import type { Config } from '../config/config.ts';
import type { Db } from '../db/db.ts';
import type { RunningCalls } from '../jobs/running-calls.ts';
import type { Accounts } from '../providers/accounts.ts';

/** What the verbs of orders to resend work with. */
export interface ResendDeps {
  db: Db;
  accounts: Accounts;
  clock: () => Date;
}

/** What it takes to send them. */
export interface AdvanceDeps extends ResendDeps {
  config: Pick<Config, 'destinationNetworks' | 'environments'>;
  calls: RunningCalls;
  log: { error(fields: object, message: string): void; warn(fields: object, message: string): void };
}
