import type { Express } from 'express';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { callbackRoutes } from './callbacks/callbacks.routes.ts';
import { callbackApiRoutes } from './callbacks/callbacks-api.routes.ts';
import { createCallbacksWorker } from './callbacks/callbacks-worker.ts';
import { createRereadWorker } from './callbacks/reread-worker.ts';
import type { Config } from './config/config.ts';
import type { AccountSettings } from './config/secrets.ts';
import { createConfirmer } from './confirm/confirm-worker.ts';
import type { Db } from './db/db.ts';
import { createDeliveriesWorker } from './destinations/deliveries-worker.ts';
import { destinationRoutes } from './destinations/destinations.routes.ts';
import type { Route } from './http/route.ts';
import { importRunRoutes } from './imports/import-runs.routes.ts';
import { createImportsWorker } from './imports/imports-worker.ts';
import { createRunningCalls, type RunningCalls } from './jobs/running-calls.ts';
import type { Worker } from './jobs/worker.ts';
import type { Kinds } from './kinds/kind.ts';
import { paymentRoutes } from './kinds/payments.routes.ts';
import { createResolver } from './kinds/resolve-unknowns.ts';
import { linkKind } from './links/link-kind.ts';
import { linkRoutes } from './links/links.routes.ts';
import { liveRoutes } from './live/live.routes.ts';
import { createLiveHub, type LiveHub } from './live/live-hub.ts';
import { createEventPruner } from './live/prune-events.ts';
import { oneTimeRoutes } from './one-time/one-time.routes.ts';
import { oneTimeKind } from './one-time/one-time-kind.ts';
import { overviewRoutes } from './overview/overview.routes.ts';
import { type Accounts, createAccounts } from './providers/accounts.ts';
import { resendOrderRoutes } from './resends/resend-orders.routes.ts';
import { createResendsWorker } from './resends/resends-worker.ts';
import { routingKind } from './routings/routing-kind.ts';
import { routingRoutes } from './routings/routings.routes.ts';
import { createSweeper } from './sweep/sweep-worker.ts';

/** All that the verbs work with; each takes the part that it needs. */
export interface Deps {
  db: Db;
  config: Config;
  clock: () => Date;
  log: Logger;
  accounts: Accounts;
  calls: RunningCalls;
  kinds: Kinds;
}

/** Every kind of payment. */
const kinds: Kinds = { link: linkKind, routing: routingKind, 'one-time': oneTimeKind };

export interface Composition {
  deps: Deps;
  app: Express;
  /** All but the session's own. */
  routes: readonly Route[];
  hub: LiveHub;
  workers: Record<
    | 'callbacks'
    | 'rereader'
    | 'confirmer'
    | 'sweeper'
    | 'deliveries'
    | 'resends'
    | 'resolver'
    | 'imports'
    | 'eventPruner',
    Worker
  >;
}

export interface Parts {
  db: Db;
  config: Config;
  accounts: readonly AccountSettings[];
  log: Logger;
  clock: () => Date;
  isDraining: () => boolean;
  webDirectory: string;
  validateResponses: boolean;
}

/** The one place where things are built and handed to each other. Nothing runs yet: see start-server.ts. */
export function compose(parts: Parts): Composition {
  const { db, config, log, clock, isDraining, webDirectory, validateResponses } = parts;
  const accounts = createAccounts(parts.accounts, { timeoutMs: config.providerTimeoutMs, clock });
  const deps: Deps = { db, config, clock, log, accounts, calls: createRunningCalls(log), kinds };
  const hub = createLiveHub(deps);
  const confirmer = createConfirmer(deps);
  const workers = {
    callbacks: createCallbacksWorker({ ...deps, confirmer }),
    rereader: createRereadWorker({ ...deps, confirmer }),
    confirmer,
    sweeper: createSweeper(deps),
    deliveries: createDeliveriesWorker(deps),
    resends: createResendsWorker(deps),
    resolver: createResolver(deps),
    imports: createImportsWorker(deps),
    eventPruner: createEventPruner(deps),
  };
  const routes = [
    ...paymentRoutes(deps),
    ...linkRoutes(deps),
    ...routingRoutes(deps),
    ...oneTimeRoutes(deps),
    ...overviewRoutes(deps),
    ...importRunRoutes(deps, workers.imports),
    ...callbackApiRoutes({ ...deps, confirmer }),
    ...destinationRoutes(deps, workers.deliveries),
    ...resendOrderRoutes(deps, workers.resends),
    ...liveRoutes(deps, hub),
  ];
  const callbacks = callbackRoutes(deps, workers.callbacks);
  const app = createApp(deps, { routes, callbacks, isDraining, webDirectory, validateResponses });
  return { deps, app, routes, hub, workers };
}
