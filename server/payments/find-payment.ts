import type { Db } from '../db/db.ts';
import {
  type NamedPayment,
  selectById,
  selectByIdempotencyKey,
  selectByIds,
  selectByProviderId,
  selectByReference,
  selectPayableByReference,
} from './find-payment.sql.ts';
import type { Payment, PaymentKind } from './payment.ts';
import type { EnvironmentName, ProviderName } from './statement.ts';

/** A payment by our id; null when the environment holds none of this kind (or, with null, of any kind) under it. */
export async function findPayment(
  db: Db,
  environment: EnvironmentName,
  kind: PaymentKind | null,
  id: string,
): Promise<Payment | null> {
  return (await selectById(db, environment, kind, id))?.payment ?? null;
}

/** The payments with these ids, in no order, of any kind and environment; ids that are unknown are left out. */
export async function findPayments(db: Db, ids: readonly string[]): Promise<Payment[]> {
  return (await selectByIds(db, ids)).map(({ payment }) => payment);
}

/** The payment that a browser's Idempotency-Key made, and the digest of the request it came with. */
export async function findByIdempotencyKey(
  db: Db,
  environment: EnvironmentName,
  key: string,
): Promise<{ payment: Payment; requestDigest: string | null } | null> {
  const found = await selectByIdempotencyKey(db, environment, key);
  return found && { payment: found.payment, requestDigest: found.requestDigest };
}

/** The payment that we know under a reference: the living one where earlier attempts with it never came to be. */
export async function findByReference(
  db: Db,
  environment: EnvironmentName,
  provider: ProviderName,
  kind: PaymentKind,
  reference: string,
): Promise<Payment | null> {
  return (await selectByReference(db, environment, provider, kind, reference))?.payment ?? null;
}

/**
 * The payment that a provider's word about a reference is about, when nothing else names it: not one that the provider
 * refused, and none that was asked for after `askedUntil` (null when that is not known).
 */
export async function findPayableByReference(db: Db, named: NamedPayment): Promise<Payment | null> {
  return (await selectPayableByReference(db, named))?.payment ?? null;
}

/** The payment that its provider knows under an id of its own. */
export async function findByProviderId(
  db: Db,
  environment: EnvironmentName,
  provider: ProviderName,
  providerPaymentId: string,
): Promise<Payment | null> {
  return (await selectByProviderId(db, environment, provider, providerPaymentId))?.payment ?? null;
}
