import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { countFound, selectSilent } from './sweep.sql.ts';

type Health = components['schemas']['CallbackHealth'];

const dayMs = 24 * 60 * 60_000;
/** One or two callbacks may be lost on the way; three in a row, with none between, are a fault. */
const silentFrom = 3;

/**
 * Payments that the sweep found paid and whose callback has not come, by provider, kind and hour, of the last 24 hours. A kind
 * is silent at a provider when three of them were found since a callback told of one: that holds for a shop with five payments
 * a day as for one with five a second, and ends with the first that does. Each kind by itself, because REM calls an address
 * for each (providers.md A.9), of which one may be wrong.
 */
export async function silenceByHour(
  db: Db,
  environment: EnvironmentName,
  now: Date,
): Promise<Pick<Health, 'silence' | 'silent'>> {
  const since = new Date(now.getTime() - dayMs);
  const found = await countFound(db, environment, since);
  return {
    silence: found.map((row) => ({ ...row, hour: row.hour.toISOString() })),
    silent: await selectSilent(db, environment, since, silentFrom),
  };
}
