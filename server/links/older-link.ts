import type { Payment } from '../payments/payment.ts';
import type { Statement } from '../payments/statement.ts';
import type { Answer, ProviderFailure } from '../providers/provider.ts';

/** More than any clock is wrong. */
const skewMs = 10 * 60_000;

/**
 * Whether a provider shows us a link that was made long before we asked for ours. Another program of the merchant may have
 * used the same reference: REM allows that (providers.md A.3), Fazz answers a repeated referenceId with the first link (B.7).
 */
export function isOlder({ createdAt }: Pick<Statement, 'createdAt'>, payment: Pick<Payment, 'createdAt'>): boolean {
  return createdAt !== null && Date.parse(createdAt) < payment.createdAt.getTime() - skewMs;
}

/** The answer to a creation; an older link of somebody else is a refusal, never ours. */
export function refuseOlder(
  answer: Answer | ProviderFailure,
  payment: Pick<Payment, 'createdAt'>,
): Answer | ProviderFailure {
  if (answer.kind !== 'answer' || !isOlder(answer.statement, payment)) return answer;
  const message = 'it has an older link under this reference';
  return { kind: 'declined', code: null, message, raw: answer.raw };
}
