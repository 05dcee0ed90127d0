import type { Db } from '../db/db.ts';
import { wasNeverCreated } from '../payments/belief.ts';
import { findByProviderId, findByReference, findPayableByReference } from '../payments/find-payment.ts';
import type { Payment } from '../payments/payment.ts';
import type { EnvironmentName, ProviderName, Statement } from '../payments/statement.ts';
import { oursUntil } from './older-link.ts';

interface Place {
  environment: EnvironmentName;
  provider: ProviderName;
}

type Names = Pick<Statement, 'reference' | 'providerPaymentId'>;

/** The link of the ledger that a person may mean: by our reference or the provider's id. An attempt that never came to be is none. */
export async function findKnownLink(db: Db, place: Place, value: string): Promise<Payment | null> {
  return findExisting(db, place, { reference: value, providerPaymentId: value });
}

/** The link of the ledger that a provider shows us. An attempt that never came to be is none. */
export async function findExisting(db: Db, place: Place, names: Names): Promise<Payment | null> {
  const byId = await findLinkByProviderId(db, place, names);
  if (byId) return byId;
  const byReference = await findLinkByReference(db, place, names);
  return byReference && !wasNeverCreated(byReference) ? byReference : null;
}

/**
 * The link of the ledger that a callback is about. Money may come for a link that we thought was never made, also when its
 * reference has been given to another since: the newest that was asked for before the provider made the link in question.
 * But a reference alone is not enough where another program of the merchant has used it: for a link that the provider
 * refused to make because of that, or one that is older than ours.
 */
export async function findCalledBack(
  db: Db,
  place: Place,
  { reference, providerPaymentId, createdAt }: Names & Pick<Statement, 'createdAt'>,
): Promise<Payment | null> {
  const byId = await findLinkByProviderId(db, place, { reference, providerPaymentId });
  if (byId || reference === null) return byId;
  const { environment, provider } = place;
  return findPayableByReference(db, {
    environment,
    provider,
    kind: 'link',
    reference,
    askedUntil: oursUntil(createdAt),
  });
}

async function findLinkByReference(db: Db, { environment, provider }: Place, { reference }: Names) {
  return reference === null ? null : findByReference(db, environment, provider, 'link', reference);
}

async function findLinkByProviderId(db: Db, { environment, provider }: Place, { providerPaymentId }: Names) {
  const found = providerPaymentId && (await findByProviderId(db, environment, provider, providerPaymentId));
  return found && found.kind === 'link' ? found : null;
}
