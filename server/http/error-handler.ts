import type { ErrorRequestHandler } from 'express';
import { error as contractErrors } from 'express-openapi-validator';
import type { Logger } from 'pino';
import { DatabaseUnavailableError } from '../db/db-error.ts';
import { fieldErrors } from './field-errors.ts';
import { ProblemError, problem, problemDocument } from './problems.ts';
import { redactPath } from './redact-path.ts';
import { requestIdOf } from './request-id.ts';

/** The only writer of problems. What nobody foresaw is logged once with its stack and told to nobody. */
export function errorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const known = knownProblem(error);
    const requestId = requestIdOf(request);
    const isUnavailable = error instanceof DatabaseUnavailableError;
    if (known === null || isUnavailable) {
      const facts = { err: error, requestId, method: request.method, path: redactPath(request.originalUrl) };
      log.error(facts, isUnavailable ? 'the database does not answer' : 'unforeseen');
    }
    if (response.headersSent) {
      // Half an answer must not look like a whole one.
      response.destroy();
      return;
    }
    const answer = known ?? problem('internal', { detail: `Quote this request id when you report it: ${requestId}` });
    const { retryAfterSeconds } = answer.facts;
    if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
    response.set('Cache-Control', 'no-store');
    response.status(answer.status).type('application/problem+json').json(problemDocument(answer, requestId));
  };
}

/** The problem that an error stands for; null when it is a fault of ours. */
function knownProblem(error: unknown): ProblemError | null {
  if (error instanceof ProblemError) return error;
  if (error instanceof DatabaseUnavailableError)
    return problem('not-ready', { detail: 'The database does not answer.' });
  if (error instanceof URIError) return problem('invalid-request', { detail: 'The address holds a bad % escape.' });
  if (error instanceof contractErrors.BadRequest) return ofContract(error);
  if (error instanceof contractErrors.UnsupportedMediaType) return unsupportedMediaType();
  if (!(error instanceof Error) || !('status' in error)) return null;
  const ofBody = 'type' in error ? ofBodyParser(String(error.type)) : null;
  return ofBody ?? ofClient(Number(error.status));
}

/** What a library blames on the client: a body that does not unpack, a precondition on a file. */
function ofClient(status: number): ProblemError | null {
  if (status < 400 || status > 499) return null;
  return problem('invalid-request', { detail: 'The request could not be understood. Nothing was done.' });
}

function ofContract({ errors: deviations }: InstanceType<typeof contractErrors.BadRequest>): ProblemError {
  const errors = fieldErrors(deviations.map(({ path, message, errorCode }) => ({ path, message, errorCode })));
  const told = errors.slice(0, 3).map(({ field, detail }) => (field === '' ? detail : `${field} ${detail}`));
  return problem('invalid-request', { detail: `${told.join('; ')}. Nothing was done.`, errors });
}

/** https://github.com/expressjs/body-parser#errors */
function ofBodyParser(type: string): ProblemError | null {
  switch (type) {
    case 'entity.parse.failed':
      return problem('invalid-request', {
        detail: 'The body is not valid JSON. Nothing was done.',
        errors: [{ field: '', code: 'format', detail: 'must be valid JSON' }],
      });
    case 'entity.too.large':
      return problem('body-too-large', { detail: 'The body is larger than this address takes. Nothing was done.' });
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return unsupportedMediaType();
    case 'request.aborted':
    case 'request.size.invalid':
      return problem('invalid-request', { detail: 'The body did not arrive as a whole. Nothing was done.' });
    default:
      return null;
  }
}

function unsupportedMediaType(): ProblemError {
  return problem('unsupported-media-type', { detail: 'Send the body as application/json in UTF-8, not compressed.' });
}
