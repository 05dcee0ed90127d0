import type { Absent, Answer, ProviderFailure } from '../provider.ts';
import type { StatusQuery } from './client.ts';

type Outcome = Answer | Absent | ProviderFailure;

interface Reads {
  readStatus(query: StatusQuery): Promise<Outcome>;
  readBoth(reference: string): Promise<Outcome>;
}

/** What OVO's receipts show is longer than what REM knows (rem-payment-link-status.txt). */
const ovoReferenceLength = 12;

/**
 * Looks for a link by whatever a person holds: our reference, payment_link_id, or the payment reference number of a QRIS
 * receipt. Absent only when REM denied every one of them; an attempt that failed otherwise is returned instead.
 */
export async function lookUpRemLink(reads: Reads, value: string): Promise<Outcome> {
  const attempts = [
    // GET takes payment_link_id as well as the reference.
    () => wholeLink(reads, reads.readBoth(value), value),
    ...receiptNumbers(value).map(
      (payment_reference_number) => () => wholeLink(reads, reads.readStatus({ payment_reference_number }), null),
    ),
  ];
  let failure: ProviderFailure | null = null;
  for (const attempt of attempts) {
    const outcome = await attempt();
    if (outcome.kind === 'answer' || outcome.kind === 'unavailable') return outcome;
    if (outcome.kind !== 'absent') failure ??= outcome;
  }
  return failure ?? { kind: 'absent', raw: null };
}

function receiptNumbers(value: string): string[] {
  return value.length > ovoReferenceLength ? [value, value.slice(0, ovoReferenceLength)] : [value];
}

/** Reads a link once more by its reference when it was found otherwise: either endpoint alone says only half of it. */
async function wholeLink(reads: Reads, finding: Promise<Outcome>, askedReference: string | null): Promise<Outcome> {
  const found = await finding;
  const reference = found.kind === 'answer' ? found.statement.reference : null;
  if (reference === null || reference === askedReference) return found;
  const whole = await reads.readBoth(reference);
  return whole.kind === 'answer' ? whole : found;
}
