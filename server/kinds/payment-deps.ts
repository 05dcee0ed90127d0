import type { Config } from '../config/config.ts';
import type { Db } from '../db/db.ts';
import type { RunningCalls } from '../jobs/running-calls.ts';
import type { Accounts } from '../providers/accounts.ts';

/** What the verbs of payments work with. */
export interface PaymentDeps {
  db: Db;
  accounts: Accounts;
  clock: () => Date;
  config: Pick<Config, 'answerWithinMs'>;
  calls: RunningCalls;
}
