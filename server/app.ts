import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { type SessionRoutesDeps, sessionRoutes } from './auth/session.routes.ts';
import { createSessions } from './auth/sessions.ts';
import type { Config } from './config/config.ts';
import type { Db } from './db/db.ts';
import { accessLog } from './http/access-log.ts';
import { errorHandler } from './http/error-handler.ts';
import { health } from './http/health.ts';
import { problemPages } from './http/problem-pages.ts';
import { problem } from './http/problems.ts';
import { registerRoutes } from './http/register-routes.ts';
import { requestId } from './http/request-id.ts';
import type { Route } from './http/route.ts';
import { sameOrigin } from './http/same-origin.ts';
import { securityHeaders } from './http/security-headers.ts';
import { spa } from './http/spa.ts';
import { readWebBuild } from './http/web-build.ts';

interface AppDeps extends Pick<SessionRoutesDeps, 'accounts'> {
  db: Db;
  config: Pick<Config, 'publicUrl' | 'trustProxy'>;
  clock: () => Date;
  log: Logger;
}

interface AppParts {
  /** All but the session's own. */
  routes: readonly Route[];
  /** Takes /callbacks/… with raw bodies. */
  callbacks: RequestHandler;
  /** Of the built browser part, dist/web. */
  webDirectory: string;
  isDraining: () => boolean;
  /** Checks answers against the contract too; one outside it becomes a 500. For tests. */
  validateResponses: boolean;
}

/** The HTTP side of the server. Every request passes this list from top to bottom. */
export function createApp(deps: AppDeps, parts: AppParts): Express {
  const { db, config, clock, log, accounts } = deps;
  const sessions = createSessions({ db, clock });
  const build = readWebBuild(parts.webDirectory);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.set('trust proxy', config.trustProxy);

  app.use(requestId());
  app.use(accessLog(log, clock));
  app.use(closeWhileDraining(parts.isDraining));
  // Ahead of what is for browsers: a flood of callbacks is stored a tenth more quickly.
  app.use(parts.callbacks);
  app.use(securityHeaders({ https: config.publicUrl.startsWith('https://'), scriptHashes: build?.scriptHashes ?? [] }));
  app.use(health({ db, isDraining: parts.isDraining }));
  app.use(refuseChangesWhileDraining(parts.isDraining));
  app.use(compressAnswers());
  app.use('/api', noStore());
  app.use(sameOrigin(config.publicUrl));
  const routes = [...sessionRoutes({ db, clock, sessions, accounts, config }), ...parts.routes];
  registerRoutes(app, routes, { sessions, accounts, validateResponses: parts.validateResponses });
  app.use(problemPages());
  app.use(spa(build));
  app.use(nothingHere());
  app.use(errorHandler(log));
  return app;
}

/** Sends clients that keep connections open to another replica. */
function closeWhileDraining(isDraining: () => boolean): RequestHandler {
  return (_request, response, next) => {
    if (isDraining()) response.set('Connection', 'close');
    next();
  };
}

/** What is begun now might not end before the process does. Callbacks come before this: they are stored at once. */
function refuseChangesWhileDraining(isDraining: () => boolean): RequestHandler {
  return (request, _response, next) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isDraining() && !isRead) throw problem('draining', { detail: 'This server is stopping. Nothing was done.' });
    next();
  };
}

/** Events must leave at once; compressed, they would wait for more. Level 1: rows shrink tenfold for little work. */
function compressAnswers(): RequestHandler {
  return compression({
    level: 1,
    filter: (request, response) =>
      !String(response.getHeader('Content-Type')).startsWith('text/event-stream') &&
      compression.filter(request, response),
  });
}

function noStore(): RequestHandler {
  return (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  };
}

function nothingHere(): RequestHandler {
  return () => {
    throw problem('not-found', { detail: 'This address leads nowhere. Nothing was done.' });
  };
}
