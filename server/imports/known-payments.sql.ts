import type { Db } from '../db/db.ts';
import type { Payment } from '../payments/payment.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';

export type KnownPayment = Pick<
  Payment,
  'id' | 'providerPaymentId' | 'reference' | 'status' | 'failureCode' | 'createdAt'
>;

interface Names {
  environment: EnvironmentName;
  provider: ProviderName;
  providerPaymentIds: string[];
  /** In lower case. */
  references: string[];
}

/**
 * The one-time payments that may be those of a page, by the provider's ids or by reference whatever its case. Locks them in the
 * order of their ids until the transaction ends, before any live event is written: many are observed in one
 * transaction, and who holds one of them may wait for the lock of live events.
 */
export async function lockKnown(tx: Db, names: Names): Promise<KnownPayment[]> {
  const { rows } = await tx.query<KnownPayment>(
    `select id, provider_payment_id as "providerPaymentId", reference, status, failure_code as "failureCode", created_at as "createdAt"
     from payments where environment = $1 and provider = $2 and kind = 'one-time'
       and (provider_payment_id = any($3::text[]) or lower(reference) = any($4::text[]))
     order by id for no key update`,
    [names.environment, names.provider, names.providerPaymentIds, names.references],
  );
  return rows;
}
