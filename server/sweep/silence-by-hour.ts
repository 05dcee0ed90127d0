import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { countFound, countFoundInSilence } from './sweep.sql.ts';

type Health = components['schemas']['CallbackHealth'];

const dayMs = 24 * 60 * 60_000;
/** One or two callbacks may be lost on the way; three in a row, with none between, are a fault. */
const silentFrom = 3;

/**
 * Payments that the sweep found paid and whose callback has not come, by provider and hour, of the last 24 hours. It is
 * silent when a provider has three of them since its latest callback: that holds for a shop with five payments a day as for
 * one with five a second, and ends with the first callback that arrives.
 */
export async function silenceByHour(
  db: Db,
  environment: EnvironmentName,
  now: Date,
): Promise<Pick<Health, 'silence' | 'isSilent'>> {
  const since = new Date(now.getTime() - dayMs);
  const found = await countFound(db, environment, since);
  const inSilence = await countFoundInSilence(db, environment, since);
  return {
    silence: found.map(({ provider, hour, foundCount }) => ({ provider, hour: hour.toISOString(), foundCount })),
    isSilent: inSilence.some(({ foundCount }) => foundCount >= silentFrom),
  };
}
