import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import { troubledDestinations } from '../destinations/list-destinations.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { dayOf, startOfDay } from '../payments/wib-day.ts';
import type { Accounts, ProviderAccount } from '../providers/accounts.ts';
import { silenceByHour } from '../sweep/silence-by-hour.ts';
import { sweepBacklog } from '../sweep/sweep-backlog.ts';
import { countInState, countReceived, selectDrift } from './health.sql.ts';
import { tokenUses } from './token-uses.ts';

type Health = components['schemas']['CallbackHealth'];

const weekMs = 7 * 24 * 3_600_000;
/** More sentences than a person reads; a message that differs everywhere in its own words each time makes many. */
const mostSentences = 100;
const mostMessages = 5_000;

/** Whether callbacks come in, are understood and go out. */
export async function getCallbackHealth(
  { db, accounts, clock }: { db: Db; accounts: Accounts; clock: () => Date },
  actor: Actor,
  environment: EnvironmentName,
): Promise<Health> {
  const now = clock();
  const providers = accounts.environments().find(({ name }) => name === environment)?.providers ?? [];
  const own = providers.flatMap((provider) => accounts.get(environment, provider) ?? []);
  const since = new Date(now.getTime() - weekMs);
  const drift = await selectDrift(db, environment, { since, limit: mostSentences, messages: mostMessages });
  return {
    received: await receivedBy(db, own, now),
    parkedCount: await countInState(db, environment, 'parked'),
    unprocessedCount: await countInState(db, environment, 'received'),
    drift: drift.map((row) => ({ ...row, lastAt: row.lastAt.toISOString() })),
    tokens: await tokenUses(db, own),
    ...(await silenceByHour(db, environment, now)),
    sweep: await sweepBacklog(db, environment, now),
    destinations: await troubledDestinations({ db }, actor, environment),
  };
}

async function receivedBy(db: Db, accounts: ProviderAccount[], now: Date): Promise<Health['received']> {
  const today = startOfDay(dayOf(now), 'today');
  return Promise.all(
    accounts.map(async (account) => {
      const { lastAt, countToday } = await countReceived(db, account, today);
      return { provider: account.provider, lastAt: lastAt?.toISOString() ?? null, countToday };
    }),
  );
}
