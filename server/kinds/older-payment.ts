import type { Payment } from '../payments/payment.ts';
import type { Statement } from '../payments/statement.ts';
import type { Answer, ProviderFailure } from '../providers/provider.ts';

/** More than any clock is wrong. */
const skewMs = 10 * 60_000;

/**
 * Whether a provider shows us a payment that was made long before we asked for ours. Another program of the merchant may have
 * used the same reference: REM allows that for links (providers.md A.3), Fazz answers a repeated referenceId with the first
 * payment (B.7). Of a routing REM does not say when it was made, and refuses a repeated reference (A.13, code 203).
 */
export function isOlder({ createdAt }: Pick<Statement, 'createdAt'>, payment: Pick<Payment, 'createdAt'>): boolean {
  const until = oursUntil(createdAt);
  return until !== null && payment.createdAt > until;
}

/** The latest instant at which we may have asked for a payment that the provider says it made at `createdAt`; null when it does not say. */
export function oursUntil(createdAt: string | null): Date | null {
  return createdAt === null ? null : new Date(Date.parse(createdAt) + skewMs);
}

/** The answer to a creation; an older payment of somebody else is a refusal, never ours. */
export function refuseOlder(
  answer: Answer | ProviderFailure,
  payment: Pick<Payment, 'createdAt'>,
): Answer | ProviderFailure {
  if (answer.kind !== 'answer' || !isOlder(answer.statement, payment)) return answer;
  const message = 'it has an older payment under this reference';
  return { kind: 'declined', code: null, message, raw: answer.raw };
}
