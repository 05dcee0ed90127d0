import type { Db } from '../db/db.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import { type ReadBudget, refilled } from './read-budget.ts';
import { selectBudgets } from './read-budgets.sql.ts';

/** The budgets of an environment's provider accounts as they are at that instant; none of an account that was never asked. */
export async function listBudgets(
  db: Db,
  environment: EnvironmentName,
  at: Date,
): Promise<(ReadBudget & { provider: ProviderName })[]> {
  const stored = await selectBudgets(db, environment);
  return stored.map((row) => ({ ...refilled(row, row.fullPerMinute, at), provider: row.provider }));
}
