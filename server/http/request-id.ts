import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

const requestIds = new WeakMap<IncomingMessage, string>();

/** Takes a well-formed X-Request-Id, so that a caller can follow its request through our logs, or mints one. */
export function requestId(): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id');
    const id = given !== undefined && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : randomUUID();
    requestIds.set(request, id);
    response.set('X-Request-Id', id);
    next();
  };
}

/** The id that stands in the answer's header, in a problem, in log lines and in audit entries. */
export function requestIdOf(request: IncomingMessage): string {
  return requestIds.get(request) ?? '';
}
