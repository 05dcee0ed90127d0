import { type ProblemError, problem } from '../http/problems.ts';
import type { Payment } from '../payments/payment.ts';
import type { ProviderName } from '../payments/statement.ts';
import type { ProviderFailure } from '../providers/provider.ts';

export const providerTitles: Record<ProviderName, string> = { rem: 'REM', fazz: 'Fazz' };

/** The problem that tells a caller how a call failed; `paymentId` is the payment it was about. */
export function providerProblem(provider: ProviderName, failure: ProviderFailure, paymentId?: string): ProblemError {
  const about = { provider, ...(paymentId === undefined ? {} : { paymentId }) };
  const name = providerTitles[provider];
  switch (failure.kind) {
    case 'declined':
      return problem('provider-declined', {
        detail: `${name} refused: ${failure.message}`,
        providerMessage: failure.message,
        providerCode: failure.code,
        ...about,
      });
    case 'unreadable':
      return problem('provider-unreadable', {
        detail: `The answer of ${name} is outside its contract: ${failure.message}`,
        ...about,
      });
    case 'unavailable':
    case 'unknown_outcome': {
      const retryAfterMs = failure.kind === 'unavailable' ? failure.retryAfterMs : null;
      return problem('provider-unavailable', {
        detail: `${name} could not be reached: ${failure.message}`,
        ...about,
        ...(retryAfterMs === null ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) }),
      });
    }
  }
}

/** A call that nobody but the person waits for took longer than a person is made to wait. */
export function tooSlow({ provider, id }: Pick<Payment, 'provider' | 'id'>): ProblemError {
  return problem('provider-unavailable', {
    detail: `${providerTitles[provider]} has not answered yet. What it says is written down when it comes.`,
    provider,
    paymentId: id,
  });
}

/** The provider says in its own words that it has no such payment. */
export function notAtProvider(provider: ProviderName, paymentId?: string): ProblemError {
  return problem('not-at-provider', {
    detail: `${providerTitles[provider]} says that it knows no such payment.`,
    provider,
    ...(paymentId === undefined ? {} : { paymentId }),
  });
}
