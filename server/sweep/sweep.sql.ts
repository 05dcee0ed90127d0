import type { Db } from '../db/db.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import type { Place } from './read-budgets.sql.ts';

/** Whether the account has a payment that is due and not leased. Reads without locks. */
export async function hasDue(db: Db, { environment, provider }: Place, now: Date): Promise<boolean> {
  const { rows } = await db.query(
    `select 1 from payments where environment = $1 and provider = $2 and sweep_after <= $3
       and (sweep_leased_until is null or sweep_leased_until <= $3) limit 1`,
    [environment, provider, now],
  );
  return rows.length > 0;
}

export interface DueRow {
  provider: ProviderName;
  dueCount: number;
  oldestDueAt: Date;
}

/** What is due at each provider, those under way included. */
export async function countDue(db: Db, environment: EnvironmentName, now: Date): Promise<DueRow[]> {
  const { rows } = await db.query<DueRow>(
    `select provider, count(*) as "dueCount", min(sweep_after) as "oldestDueAt" from payments
     where environment = $1 and sweep_after <= $2 group by provider`,
    [environment, now],
  );
  return rows;
}

export interface FoundRow {
  provider: ProviderName;
  hour: Date;
  foundCount: number;
}

/** Payments that the sweep was the first to find paid, and of which no callback said so until now, by the hour of finding. */
export async function countFound(db: Db, environment: EnvironmentName, since: Date): Promise<FoundRow[]> {
  const { rows } = await db.query<FoundRow>(
    `select provider, date_trunc('hour', known_at, 'UTC') as hour, count(*) as "foundCount" from payments
     where ${foundUncalled} group by 1, 2 order by 2 desc, 1`,
    [environment, since],
  );
  return rows;
}

/** The same, of each provider, but found since its latest callback arrived. */
export async function countFoundInSilence(
  db: Db,
  environment: EnvironmentName,
  since: Date,
): Promise<Omit<FoundRow, 'hour'>[]> {
  const { rows } = await db.query<Omit<FoundRow, 'hour'>>(
    `select provider, count(*) as "foundCount" from payments
     where ${foundUncalled} and not exists (
       select 1 from callbacks where callbacks.environment = payments.environment
         and callbacks.provider = payments.provider and callbacks.received_at >= payments.known_at)
     group by provider`,
    [environment, since],
  );
  return rows;
}

const foundUncalled = `payments.environment = $1 and payments.known_source = 'sweep' and payments.known_at >= $2
  and not exists (select 1 from observations where observations.payment_id = payments.id
    and observations.source = 'callback' and observations.statement->>'status' = 'paid')`;
