import type { components } from '../../openapi/generated/console.ts';

type Problem = components['schemas']['Problem'];
export type FieldError = components['schemas']['FieldError'];

/** Problems that the browser itself finds; all others are named by the server (docs/problems). */
export const NO_CONNECTION = 'no-connection';
export const UNREADABLE_ANSWER = 'unreadable-answer';

/** A call that did not succeed, always in the same shape: whatever the server, a proxy or the network made of it. */
export class ProblemError extends Error {
  /** Last part of the problem's `type`: `not-signed-in`, `forbidden`, …, or one of the two above. */
  readonly type: string;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly detail: string;
  readonly requestId: string | null;
  readonly errors: FieldError[];
  readonly reason: Problem['reason'] | null;
  readonly provider: Problem['provider'] | null;
  readonly providerMessage: string | null;
  readonly providerCode: string | null;
  readonly paymentId: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(type: string, status: number, problem: Partial<Problem> & { detail: string }, cause?: unknown) {
    super(`${type}: ${problem.detail}`, { cause });
    this.name = 'ProblemError';
    this.type = type;
    this.status = status;
    this.detail = problem.detail;
    this.requestId = problem.requestId ?? null;
    this.errors = problem.errors ?? [];
    this.reason = problem.reason ?? null;
    this.provider = problem.provider ?? null;
    this.providerMessage = problem.providerMessage ?? null;
    this.providerCode = problem.providerCode ?? null;
    this.paymentId = problem.paymentId ?? null;
    this.retryAfterSeconds = problem.retryAfterSeconds ?? null;
  }
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string' && 'detail' in body
  );
}

/** The error for an answer that is not ok; its body may be a problem, somebody else's HTML, or nothing at all. */
export function problemOf(response: Response, body: unknown): ProblemError {
  if (isProblem(body)) return new ProblemError(body.type.split('/').at(-1) || 'internal', response.status, body);
  return new ProblemError(UNREADABLE_ANSWER, response.status, {
    detail: `HTTP ${response.status} without a readable explanation`,
    requestId: response.headers.get('x-request-id') ?? undefined,
  });
}
