import type { Db } from '../db/db.ts';
import type { AccountName } from '../payments/statement.ts';
import { fullBudget, type ReadBudget, refilled } from './read-budget.ts';
import { lockBudget, updateBudget } from './read-budgets.sql.ts';

export interface BudgetDeps {
  db: Db;
  config: { readsPerMinute: number };
}

/** Changes the account's budget as it is at `at`, under its lock, which the transaction holds to its end. */
export async function changeBudget<Result>(
  tx: Db,
  { readsPerMinute }: BudgetDeps['config'],
  { environment, provider }: AccountName,
  at: Date,
  change: (budget: ReadBudget) => Promise<{ budget: ReadBudget; result: Result }>,
): Promise<Result> {
  const place = { environment, provider };
  const locked = await lockBudget(tx, place, fullBudget(readsPerMinute, at));
  const { budget, result } = await change(refilled(locked, readsPerMinute, at));
  await updateBudget(tx, place, budget, readsPerMinute);
  return result;
}
