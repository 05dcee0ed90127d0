import type { Db } from '../db/db.ts';
import type { PaymentKind } from '../payments/payment.ts';
import type { AccountName, EnvironmentName, ProviderName } from '../payments/statement.ts';

/** Whether the account has a payment that is due and not leased. Reads without locks. */
export async function hasDue(db: Db, { environment, provider }: AccountName, now: Date): Promise<boolean> {
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

export interface Silent {
  provider: ProviderName;
  kind: PaymentKind;
}

export interface FoundRow extends Silent {
  hour: Date;
  foundCount: number;
}

/** Payments that the sweep was the first to find paid, and of which no callback said so until now, by the hour of finding. */
export async function countFound(db: Db, environment: EnvironmentName, since: Date): Promise<FoundRow[]> {
  const { rows } = await db.query<FoundRow>(
    `select provider, kind, date_trunc('hour', known_at, 'UTC') as hour, count(*) as "foundCount" from payments
     where ${foundUncalled} group by 1, 2, 3 order by 3 desc, 1, 2`,
    [environment, since],
  );
  return rows;
}

/**
 * Where at least so many of them were found since the latest callback that was the first to tell of a payment of that kind.
 * One that repeats what was known, is about nothing of ours or turns out untrue tells nothing of those that do not come. The
 * latest is looked for from the newest on (callbacks_says), and only where there are enough.
 */
export async function selectSilent(
  db: Db,
  environment: EnvironmentName,
  since: Date,
  atLeast: number,
): Promise<Silent[]> {
  const { rows } = await db.query<Silent>(
    `with found as (select provider, kind, known_at from payments where ${foundUncalled}),
       heard as (
         select provider, kind, (
           select callbacks.received_at from callbacks
             join observations on observations.callback_id = callbacks.id and observations.verdict = 'applied'
           where callbacks.environment = $1 and callbacks.status = 'paid' and callbacks.received_at >= $2
             and callbacks.provider = found.provider and callbacks.kind = found.kind
           order by callbacks.received_at desc limit 1) as at
         from found group by provider, kind having count(*) >= $3)
     select provider, kind from found join heard using (provider, kind)
     where heard.at is null or found.known_at > heard.at
     group by provider, kind having count(*) >= $3 order by provider, kind`,
    [environment, since, atLeast],
  );
  return rows;
}

const foundUncalled = `payments.environment = $1 and payments.known_source = 'sweep' and payments.known_at >= $2
  and not exists (select 1 from observations where observations.payment_id = payments.id
    and observations.source = 'callback' and observations.statement->>'status' = 'paid')`;
