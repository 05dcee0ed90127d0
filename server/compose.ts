import type { Express } from 'express';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { callbackRoutes } from './callbacks/callbacks.routes.ts';
import { createCallbacksWorker } from './callbacks/callbacks-worker.ts';
import type { Config } from './config/config.ts';
import type { AccountSettings } from './config/secrets.ts';
import type { Db } from './db/db.ts';
import { createResolver } from './jobs/resolve-unknowns.ts';
import { createRunningCalls, type RunningCalls } from './jobs/running-calls.ts';
import type { Worker } from './jobs/worker.ts';
import { linkRoutes } from './links/links.routes.ts';
import { liveRoutes } from './live/live.routes.ts';
import { createLiveHub, type LiveHub } from './live/live-hub.ts';
import { createEventPruner } from './live/prune-events.ts';
import { type Accounts, createAccounts } from './providers/accounts.ts';

/** All that the verbs work with; each takes the part that it needs. */
export interface Deps {
  db: Db;
  config: Config;
  clock: () => Date;
  log: Logger;
  accounts: Accounts;
  calls: RunningCalls;
}

export interface Composition {
  deps: Deps;
  app: Express;
  hub: LiveHub;
  workers: Record<'callbacks' | 'resolver' | 'eventPruner', Worker>;
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
  const deps: Deps = { db, config, clock, log, accounts, calls: createRunningCalls(log) };
  const hub = createLiveHub(deps);
  const workers = {
    callbacks: createCallbacksWorker(deps),
    resolver: createResolver(deps),
    eventPruner: createEventPruner(deps),
  };
  const routes = [...linkRoutes(deps), ...liveRoutes(deps, hub)];
  const callbacks = callbackRoutes(deps, workers.callbacks);
  const app = createApp(deps, { routes, callbacks, isDraining, webDirectory, validateResponses });
  return { deps, app, hub, workers };
}
