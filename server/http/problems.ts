import type { components } from '../../openapi/generated/console.ts';

type Problem = components['schemas']['Problem'];
export type FieldError = components['schemas']['FieldError'];

/**
 * Every way in which a request can fail. Each type has a page in docs/problems/ that says what happened, whether
 * anything was done, and what to do now; code branches on the type, never on title or detail.
 */
export const problemTypes = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'not-signed-in': { status: 401, title: 'Not signed in' },
  'wrong-credentials': { status: 401, title: 'Wrong e-mail or password' },
  'callback-signature': { status: 401, title: 'The callback is not signed by its provider' },
  forbidden: { status: 403, title: 'Not permitted' },
  'cross-site': { status: 403, title: 'The request comes from another site' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'environment-unknown': { status: 404, title: 'This server does not run that environment' },
  'payment-unknown': { status: 404, title: 'The ledger holds no such payment' },
  'provider-not-configured': { status: 404, title: 'That provider is not set up in this environment' },
  'not-at-provider': { status: 404, title: 'The provider knows no such payment' },
  'callback-unknown': { status: 404, title: 'No callbacks are expected here' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'action-not-allowed': { status: 409, title: 'The payment does not allow this now' },
  'import-not-allowed': { status: 409, title: 'The import does not allow this now' },
  'destination-not-allowed': { status: 409, title: 'The destination does not allow this now' },
  'resend-not-allowed': { status: 409, title: 'The order to resend does not allow this now' },
  'reference-taken': { status: 409, title: 'The reference is in use' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body must be JSON in UTF-8' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'confirmation-required': { status: 422, title: 'The confirmation is missing or does not match' },
  'provider-declined': { status: 422, title: 'The provider refused' },
  'too-many-attempts': { status: 429, title: 'Too many failed sign-ins' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  'provider-unreadable': { status: 502, title: "The provider's answer could not be understood" },
  'provider-unavailable': { status: 503, title: 'The provider could not be reached' },
  'not-ready': { status: 503, title: 'The server is not ready' },
  draining: { status: 503, title: 'The server is shutting down' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemType = keyof typeof problemTypes;

/** What a problem says beside its type. `detail` is one English sentence for scripts and logs; it must hold no secret. */
export type ProblemFacts = { detail: string } & Partial<
  Pick<
    Problem,
    'errors' | 'reason' | 'provider' | 'providerMessage' | 'providerCode' | 'paymentId' | 'retryAfterSeconds'
  >
>;

export class ProblemError extends Error {
  readonly type: ProblemType;
  readonly status: number;
  readonly facts: ProblemFacts;

  constructor(type: ProblemType, facts: ProblemFacts) {
    super(facts.detail);
    this.name = 'ProblemError';
    this.type = type;
    this.status = problemTypes[type].status;
    this.facts = facts;
  }
}

/** For use cases: `throw problem('payment-unknown', { detail: '…' })`. Only the error handler writes it. */
export function problem(type: ProblemType, facts: ProblemFacts): ProblemError {
  return new ProblemError(type, facts);
}

/** The RFC 9457 document. */
export function problemDocument(error: ProblemError, requestId: string): Problem {
  const { status, title } = problemTypes[error.type];
  return { type: `/problems/${error.type}`, title, status, ...error.facts, requestId };
}
