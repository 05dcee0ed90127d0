import type { Db } from '../db/db.ts';
import { countNeeding } from './count-attention.sql.ts';
import type { Attention } from './search.ts';
import type { EnvironmentName } from './statement.ts';

const attentions: readonly Attention[] = ['outcome_unknown', 'contradicted', 'unconfirmed', 'callback_missing'];

/** How many payments of an environment need a person at that instant, for each reason; a search with the reason finds the same. */
export function countAttention(
  db: Db,
  environment: EnvironmentName,
  now: Date,
): Promise<{ attention: Attention; count: number }[]> {
  return countNeeding(db, environment, attentions, now);
}
