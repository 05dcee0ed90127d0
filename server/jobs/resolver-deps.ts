import type { Config } from '../config/config.ts';
import type { Db } from '../db/db.ts';
import type { Accounts } from '../providers/accounts.ts';
import type { RunningCalls } from './running-calls.ts';

export interface ResolverDeps {
  db: Db;
  accounts: Accounts;
  clock: () => Date;
  config: Pick<Config, 'providerTimeoutMs'>;
  calls: RunningCalls;
  log: { error(fields: object, message: string): void };
}
