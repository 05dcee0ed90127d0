import type { Db } from '../db/db.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import type { ReadBudget } from './read-budget.ts';

export interface Place {
  environment: EnvironmentName;
  provider: ProviderName;
}

const columns = `tokens, filled_at as "filledAt", per_minute as "perMinute", slowed_until as "slowedUntil"`;

export async function selectBudget(db: Db, { environment, provider }: Place): Promise<ReadBudget | null> {
  const { rows } = await db.query<ReadBudget>(
    `select ${columns} from read_budgets where environment = $1 and provider = $2`,
    [environment, provider],
  );
  return rows[0] ?? null;
}

/** The account's budget, `first` when it had none, locked until the transaction ends. Nothing else is locked before it. */
export async function lockBudget(tx: Db, { environment, provider }: Place, first: ReadBudget): Promise<ReadBudget> {
  const { tokens, filledAt, perMinute } = first;
  await tx.query(
    `insert into read_budgets (environment, provider, full_per_minute, per_minute, tokens, filled_at)
     values ($1, $2, $3, $3, $4, $5) on conflict do nothing`,
    [environment, provider, perMinute, tokens, filledAt],
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
  { environment, provider }: Place,
  { tokens, filledAt, perMinute, slowedUntil }: ReadBudget,
  fullPerMinute: number,
): Promise<void> {
  await tx.query(
    `update read_budgets set tokens = $3, filled_at = $4, per_minute = $5, slowed_until = $6, full_per_minute = $7
     where environment = $1 and provider = $2`,
    [environment, provider, tokens, filledAt, perMinute, slowedUntil, fullPerMinute],
  );
}

export interface BudgetRow extends ReadBudget, Pick<Place, 'provider'> {
  fullPerMinute: number;
}

export async function selectBudgets(db: Db, environment: EnvironmentName): Promise<BudgetRow[]> {
  const { rows } = await db.query<BudgetRow>(
    `select provider, full_per_minute as "fullPerMinute", ${columns} from read_budgets where environment = $1 order by provider`,
    [environment],
  );
  return rows;
}
