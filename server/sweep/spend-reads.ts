import type { Db } from '../db/db.ts';
import { fullBudget, type ReadBudget, refilled, slowed, spent } from './read-budget.ts';
import { lockBudget, type Place, updateBudget } from './read-budgets.sql.ts';

export interface BudgetDeps {
  db: Db;
  config: { readsPerMinute: number };
}

/**
 * Counts a read that does not wait for its turn, because a person does; the sweep makes up for it. Resolves to when the
 * provider wants to be left alone until, and then nothing is counted and nothing may be read.
 */
export async function spendRead({ db, config }: BudgetDeps, account: Place, at: Date): Promise<Date | null> {
  return db.tx((tx) =>
    changeBudget(tx, config, account, at, async (budget) =>
      budget.slowedUntil ? { budget, result: budget.slowedUntil } : { budget: spent(budget, 1), result: null },
    ),
  );
}

/** The provider refused or failed: all that read from it go slower (read-budget.ts). */
export async function slowDownReads(
  { db, config }: BudgetDeps,
  account: Place,
  at: Date,
  retryAfterMs: number | null,
): Promise<void> {
  await db.tx((tx) =>
    changeBudget(tx, config, account, at, async (budget) => ({
      budget: slowed(budget, at, retryAfterMs),
      result: undefined,
    })),
  );
}

/** Changes the budget as it is at `at`, under its lock, which the transaction holds to its end. */
export async function changeBudget<Result>(
  tx: Db,
  { readsPerMinute }: BudgetDeps['config'],
  { environment, provider }: Place,
  at: Date,
  change: (budget: ReadBudget) => Promise<{ budget: ReadBudget; result: Result }>,
): Promise<Result> {
  const place = { environment, provider };
  const locked = await lockBudget(tx, place, fullBudget(readsPerMinute, at));
  const { budget, result } = await change(refilled(locked, readsPerMinute, at));
  await updateBudget(tx, place, budget, readsPerMinute);
  return result;
}
