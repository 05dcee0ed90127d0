import type { components } from '../../openapi/generated/console.ts';
import { listBudgets } from '../budgets/list-budgets.ts';
import { sweepsPerMinute } from '../budgets/read-budget.ts';
import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { countDue } from './sweep.sql.ts';

type Backlog = components['schemas']['CallbackHealth']['sweep'];

/**
 * How many payments of each provider should have changed and wait to be read, and how fast the sweep may go. A provider that
 * has nothing due and was never read from is left out.
 */
export async function sweepBacklog(db: Db, environment: EnvironmentName, now: Date): Promise<Backlog> {
  const due = await countDue(db, environment, now);
  const budgets = await listBudgets(db, environment, now);
  const providers = new Set([...budgets, ...due].map(({ provider }) => provider));
  return [...providers].toSorted().map((provider) => {
    const waiting = due.find((one) => one.provider === provider);
    const budget = budgets.find((one) => one.provider === provider);
    return {
      provider,
      dueCount: waiting?.dueCount ?? 0,
      oldestDueAt: waiting?.oldestDueAt.toISOString() ?? null,
      perMinute: budget ? sweepsPerMinute(budget) : 0,
      slowedUntil: budget?.slowedUntil?.toISOString() ?? null,
    };
  });
}
