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

/** How many callbacks of an environment are kept aside for a person, or wait to be read. */
export async function countInState(
  db: Db,
  environment: EnvironmentName,
  state: 'parked' | 'received',
): Promise<number> {
  // The state stands in the text, so that its partial index is seen to hold all rows.
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from callbacks where environment = $1 and state = '${state}'`,
    [environment],
  );
  return rows[0]?.count ?? 0;
}

export interface DriftRow {
  provider: ProviderName;
  sentence: string;
  count: number;
  lastAt: Date;
}

/**
 * How messages differed from their contracts, the most frequent first: callbacks, and answers to our own questions. Of each the
 * latest `messages`: when a provider changes its words every message differs, and this is asked by every open browser.
 */
export async function selectDrift(
  db: Db,
  environment: EnvironmentName,
  { since, limit, messages }: { since: Date; limit: number; messages: number },
): Promise<DriftRow[]> {
  const { rows } = await db.query<DriftRow>(
    `select provider, sentence, count(*) as count, max(at) as "lastAt" from (
       (select provider, received_at as at, deviations from callbacks
        where environment = $1 and received_at >= $2 and deviations <> '[]' order by received_at desc limit $4)
       union all
       (select payments.provider, observed_at, observations.deviations from observations
        join payments on payments.id = observations.payment_id
        where payments.environment = $1 and observed_at >= $2 and observations.deviations <> '[]' and callback_id is null
        order by observed_at desc limit $4)
     ) as differing, jsonb_array_elements_text(deviations) as sentence
     group by provider, sentence order by count(*) desc, max(at) desc, sentence limit $3`,
    [environment, since, limit, messages],
  );
  return rows;
}
