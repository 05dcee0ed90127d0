import type { Db } from '../db/db.ts';
import { wasNeverCreated } from '../payments/belief.ts';
import { findByProviderId, findByReference, findPayableByReference } from '../payments/find-payment.ts';
import type { Payment, PaymentKind } from '../payments/payment.ts';
import type { EnvironmentName, ProviderName, Statement } from '../payments/statement.ts';
import type { LookUpKey } from '../providers/provider.ts';
import { oursUntil } from './older-payment.ts';

interface Place {
  environment: EnvironmentName;
  provider: ProviderName;
  kind: PaymentKind;
}

type Names = Pick<Statement, 'reference' | 'providerPaymentId'>;

/**
 * The payment of the ledger that a person may mean: by our reference or the provider's id, or by the one of them that they
 * say it is. An attempt that never came to be is none.
 */
export async function findKnown(db: Db, place: Place, value: string, by?: LookUpKey): Promise<Payment | null> {
  const asKey = (key: LookUpKey) => (by === undefined || by === key ? value : null);
  return findExisting(db, place, {
    reference: asKey('reference'),
    providerPaymentId: asKey('providerPaymentId'),
  });
}

/** The payment of the ledger that a provider shows us. An attempt that never came to be is none. */
export async function findExisting(db: Db, place: Place, names: Names): Promise<Payment | null> {
  const byId = await findById(db, place, names);
  if (byId) return byId;
  if (names.reference === null) return null;
  const byReference = await findByReference(db, place.environment, place.provider, place.kind, names.reference);
  return byReference && !wasNeverCreated(byReference) ? byReference : null;
}

/**
 * The payment of the ledger that a callback is about. Money may come for one that we thought was never made, also when its
 * reference has been given to another since: the newest that was asked for before the provider made the one in question.
 * But a reference alone is not enough where another program of the merchant has used it: for a payment that the provider
 * refused to make because of that, or one that is older than ours.
 */
export async function findCalledBack(
  db: Db,
  { environment, provider, kind }: Place,
  { reference, providerPaymentId, createdAt }: Names & Pick<Statement, 'createdAt'>,
): Promise<Payment | null> {
  const byId = await findById(db, { environment, provider, kind }, { providerPaymentId });
  if (byId || reference === null) return byId;
  return findPayableByReference(db, { environment, provider, kind, reference, askedUntil: oursUntil(createdAt) });
}

async function findById(
  db: Db,
  { environment, provider, kind }: Place,
  { providerPaymentId }: Pick<Names, 'providerPaymentId'>,
): Promise<Payment | null> {
  const found = providerPaymentId && (await findByProviderId(db, environment, provider, providerPaymentId));
  return found && found.kind === kind ? found : null;
}
