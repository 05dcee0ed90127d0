import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { redactPath } from './redact-path.ts';
import { requestIdOf } from './request-id.ts';

/** One line a request, when it has been answered or its client has gone. Streams appear when they end. */
export function accessLog(log: Logger, clock: () => Date): RequestHandler {
  return (request, response, next) => {
    const startedAt = clock().getTime();
    const { method } = request;
    const path = redactPath(request.originalUrl);
    response.once('close', () => {
      const durationMs = clock().getTime() - startedAt;
      const { statusCode: status, writableFinished } = response;
      const line = { requestId: requestIdOf(request), method, path, status, durationMs };
      log.info(writableFinished ? line : { ...line, clientGone: true }, 'request');
    });
    next();
  };
}
