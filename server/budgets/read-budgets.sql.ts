import type { Db } from '../db/db.ts';
import type { AccountName, EnvironmentName } from '../payments/statement.ts';
import type { ReadBudget } from './read-budget.ts';

const columns = `tokens, sweep_tokens as "sweepTokens", filled_at as "filledAt", per_minute as "perMinute", slowed_until as "slowedUntil",
  failing_ids as "failingIds"`;

/** The account's budget, `first` when it had none, locked until the transaction ends. Nothing else is locked before it. */
export async function lockBudget(
  tx: Db,
  { environment, provider }: AccountName,
  first: ReadBudget,
): Promise<ReadBudget> {
  const { tokens, sweepTokens, filledAt, perMinute } = first;
  await tx.query(
    `insert into read_budgets (environment, provider, full_per_minute, per_minute, tokens, sweep_tokens, filled_at)
     values ($1, $2, $3, $3, $4, $5, $6) on conflict do nothing`,
    [environment, provider, perMinute, tokens, sweepTokens, filledAt],
  );
  const { rows } = await tx.query<ReadBudget>(
    `select ${columns} from read_budgets where environment = $1 and provider = $2 for update`,
    [environment, provider],
  );
  return rows[0] ?? first;
}

/** Under the budget's lock. */
export async function updateBudget(
  tx: Db,
  { environment, provider }: AccountName,
  { tokens, sweepTokens, filledAt, perMinute, slowedUntil, failingIds }: ReadBudget,
  fullPerMinute: number,
): Promise<void> {
  await tx.query(
    `update read_budgets set tokens = $3, filled_at = $4, per_minute = $5, slowed_until = $6, failing_ids = $7::text[],
       full_per_minute = $8, sweep_tokens = $9
     where environment = $1 and provider = $2`,
    [environment, provider, tokens, filledAt, perMinute, slowedUntil, failingIds, fullPerMinute, sweepTokens],
  );
}

/** A read was answered. A statement of its own, which as a rule changes nothing: the budget is locked for failures alone. */
export async function forgetFailing(db: Db, { environment, provider }: AccountName): Promise<void> {
  await db.query(
    `update read_budgets set failing_ids = '{}' where environment = $1 and provider = $2 and failing_ids <> '{}'`,
    [environment, provider],
  );
}

export interface BudgetRow extends ReadBudget, Pick<AccountName, 'provider'> {
  fullPerMinute: number;
}

export async function selectBudgets(db: Db, environment: EnvironmentName): Promise<BudgetRow[]> {
  const { rows } = await db.query<BudgetRow>(
    `select provider, full_per_minute as "fullPerMinute", ${columns} from read_budgets where environment = $1 order by provider`,
    [environment],
  );
  return rows;
}
