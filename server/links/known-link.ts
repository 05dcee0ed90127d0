import type { Db } from '../db/db.ts';
import { findByProviderId, findByReference } from '../payments/find-payment.ts';
import type { Payment } from '../payments/payment.ts';
import type { EnvironmentName, ProviderName, Statement } from '../payments/statement.ts';

/** The link of the ledger that a person may mean: by our reference or the provider's id. */
export async function findKnownLink(
  db: Db,
  environment: EnvironmentName,
  provider: ProviderName,
  value: string,
): Promise<Payment | null> {
  return (
    (await findByReference(db, environment, provider, 'link', value)) ??
    (await findLinkByProviderId(db, environment, provider, value))
  );
}

/** The link of the ledger that a provider's statement is about. The provider's own id tells more than a reference. */
export async function findStatedLink(
  db: Db,
  environment: EnvironmentName,
  provider: ProviderName,
  { reference, providerPaymentId }: Pick<Statement, 'reference' | 'providerPaymentId'>,
): Promise<Payment | null> {
  const byId = providerPaymentId && (await findLinkByProviderId(db, environment, provider, providerPaymentId));
  if (byId) return byId;
  return reference ? findByReference(db, environment, provider, 'link', reference) : null;
}

async function findLinkByProviderId(db: Db, environment: EnvironmentName, provider: ProviderName, id: string) {
  const found = await findByProviderId(db, environment, provider, id);
  return found?.kind === 'link' ? found : null;
}
