import type { Db } from '../db/db.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';

export async function countReceived(
  db: Db,
  { environment, provider }: { environment: EnvironmentName; provider: ProviderName },
  since: Date,
): Promise<{ lastAt: Date | null; countToday: number }> {
  const { rows } = await db.query<{ lastAt: Date | null; countToday: number }>(
    `select
       (select received_at from callbacks where environment = $1 and provider = $2 order by received_at desc limit 1) as "lastAt",
       (select count(*) from callbacks where environment = $1 and provider = $2 and received_at >= $3) as "countToday"`,
    [environment, provider, since],
  );
  return rows[0] ?? { lastAt: null, countToday: 0 };
}

export async function countUnread(
  db: Db,
  environment: EnvironmentName,
): Promise<{ parkedCount: number; unprocessedCount: number }> {
  const { rows } = await db.query<{ parkedCount: number; unprocessedCount: number }>(
    `select (select count(*) from callbacks where environment = $1 and state = 'parked') as "parkedCount",
       (select count(*) from callbacks where environment = $1 and state = 'received') as "unprocessedCount"`,
    [environment],
  );
  return rows[0] ?? { parkedCount: 0, unprocessedCount: 0 };
}

export interface DriftRow {
  provider: ProviderName;
  sentence: string;
  count: number;
  lastAt: Date;
}

/** How messages differed from their contracts, the most frequent first: callbacks, and answers to our own questions. */
export async function selectDrift(
  db: Db,
  environment: EnvironmentName,
  { since, limit }: { since: Date; limit: number },
): Promise<DriftRow[]> {
  const { rows } = await db.query<DriftRow>(
    `select provider, sentence, count(*) as count, max(at) as "lastAt" from (
       select provider, received_at as at, jsonb_array_elements_text(deviations) as sentence from callbacks
       where environment = $1 and received_at >= $2 and deviations <> '[]'
       union all
       select payments.provider, observed_at, jsonb_array_elements_text(observations.deviations) from observations
       join payments on payments.id = observations.payment_id
       where payments.environment = $1 and observed_at >= $2 and observations.deviations <> '[]' and callback_id is null
     ) as deviations group by provider, sentence order by count(*) desc, max(at) desc, sentence limit $3`,
    [environment, since, limit],
  );
  return rows;
}
