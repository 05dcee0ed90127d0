import type { components } from '../../openapi/generated/console.ts';
import { countParked } from '../callbacks/count-parked.ts';
import type { Db } from '../db/db.ts';
import { countStopped } from '../destinations/count-stopped.ts';
import { countAttention } from '../payments/count-attention.ts';
import { findPayments } from '../payments/find-payment.ts';
import { presentPaymentRow } from '../payments/present-payment.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { dayOf } from '../payments/wib-day.ts';
import { selectLatelyChanged, sumPaid, sumWaiting, takeSnapshot } from './overview.sql.ts';
import { paidPeriods, rangeToSum } from './paid-periods.ts';

type Schemas = components['schemas'];

const recentRows = 10;

/**
 * The figures of an environment: what was paid today and this week (WIB), what waits for settlement, what needs a person, and
 * what changed last. All of one state of the ledger, so that they agree with each other.
 */
export async function getOverview(
  { db, clock }: { db: Db; clock: () => Date },
  environment: EnvironmentName,
): Promise<Schemas['Overview']> {
  const now = clock();
  return db.tx(async (tx) => {
    await takeSnapshot(tx);
    return {
      asOf: now.toISOString(),
      today: dayOf(now),
      periods: paidPeriods(await sumPaid(tx, environment, rangeToSum(now)), now),
      settlements: await sumWaiting(tx, environment),
      attention: [
        ...(await countAttention(tx, environment, now)),
        { attention: 'callback_parked', count: await countParked(tx, environment) },
        { attention: 'destination_stopped', count: await countStopped(tx, environment) },
      ],
      recent: await readRecent(tx, environment),
    };
  });
}

async function readRecent(tx: Db, environment: EnvironmentName): Promise<Schemas['PaymentRow'][]> {
  const ids = await selectLatelyChanged(tx, environment, recentRows);
  const payments = new Map((await findPayments(tx, ids)).map((payment) => [payment.id, payment]));
  return ids.flatMap((id) => {
    const payment = payments.get(id);
    return payment ? presentPaymentRow(payment) : [];
  });
}
