import type { LookUpKey } from '../provider.ts';
import type { Outcome } from './ask.ts';
import type { LinkStatusQuery } from './client.ts';
import { firstFound, receiptNumbers } from './look-up.ts';

interface Reads {
  readStatus(query: LinkStatusQuery): Promise<Outcome>;
  readDetails(id: string): Promise<Outcome>;
  readBoth(reference: string): Promise<Outcome>;
}

/**
 * Looks for a link by what a person holds: our reference, payment_link_id, or the payment reference number of a QRIS receipt;
 * as `by` alone, else as all of them.
 */
export async function lookUpLink(reads: Reads, value: string, by?: LookUpKey): Promise<Outcome> {
  const byReceipt = receiptNumbers(value).map(
    (payment_reference_number) => () => wholeLink(reads, reads.readStatus({ payment_reference_number }), null),
  );
  // GET takes payment_link_id as well as the reference.
  const byReference = () => wholeLink(reads, reads.readBoth(value), value);
  switch (by) {
    case 'reference':
      return firstFound([byReference]);
    case 'providerPaymentId':
      return firstFound([() => wholeLink(reads, reads.readDetails(value), null)]);
    case 'paymentReferenceNumber':
      return firstFound(byReceipt);
    case undefined:
      return firstFound([byReference, ...byReceipt]);
  }
}

/** Reads a link once more by its reference when it was found otherwise: either endpoint alone says only half of it. */
async function wholeLink(reads: Reads, finding: Promise<Outcome>, askedReference: string | null): Promise<Outcome> {
  const found = await finding;
  const reference = found.kind === 'answer' ? found.statement.reference : null;
  if (reference === null || reference === askedReference) return found;
  const whole = await reads.readBoth(reference);
  return whole.kind === 'answer' ? whole : found;
}
