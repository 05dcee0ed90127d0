import { bindTo } from '../db/bind-to.ts';
import type { Db } from '../db/db.ts';
import { allOf, conditionsOf } from './filter.sql.ts';
import type { Attention } from './search.ts';
import type { EnvironmentName } from './statement.ts';

/** How many payments a search for each reason finds, by the conditions of that search. Reads without locks, by the partial index of each. */
export async function countNeeding(
  db: Db,
  environment: EnvironmentName,
  attentions: readonly Attention[],
  now: Date,
): Promise<{ attention: Attention; count: number }[]> {
  const params: unknown[] = [];
  const bind = bindTo(params);
  const counts = attentions.map((attention) => {
    const conditions = allOf(conditionsOf({ environment, attention }, now, bind), bind);
    return `select ${bind(attention)}::text as attention, count(*) as count from payments where ${conditions}`;
  });
  const { rows } = await db.query<{ attention: Attention; count: number }>(counts.join(' union all '), params);
  return attentions.map((attention) => rows.find((row) => row.attention === attention) ?? { attention, count: 0 });
}
