import { type FailureCode, type Statement, silent } from './statement.ts';

/** What we state ourselves of a payment that does not exist at its provider and never will; `detail` and `providerCode` are the provider's. */
export function neverCreated(
  code: Exclude<FailureCode, 'payment_failed'>,
  detail: string | null,
  providerCode: string | null,
): Statement {
  return { ...silent, status: 'failed', isFinal: true, failure: { code, detail, providerCode } };
}
