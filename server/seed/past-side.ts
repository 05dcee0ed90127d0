import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../app.ts';
import { callbackRoutes } from '../callbacks/callbacks.routes.ts';
import { createCallbacksWorker } from '../callbacks/callbacks-worker.ts';
import { createConfirmer } from '../confirm/confirm-worker.ts';
import { paymentRoutes } from '../kinds/payments.routes.ts';
import { linkRoutes } from '../links/links.routes.ts';
import { oneTimeRoutes } from '../one-time/one-time.routes.ts';
import { routingRoutes } from '../routings/routings.routes.ts';
import type { RunningServer } from '../start-server.ts';
import { createSweeper } from '../sweep/sweep-worker.ts';
import type { SeedClock } from './seed-clock.ts';

/** The product's API once more, over the same database and providers, where payments and callbacks go by the seed's clock. */
export interface PastSide {
  url: string;
  /** Has everything found out that can be known at the present instant of the seed: callbacks read, claims confirmed, the overdue swept. */
  catchUp(): Promise<void>;
  /** Waits until all callbacks that arrived are in the ledger, and closes. */
  close(): Promise<void>;
}

/** Listens on a free port of this machine, for the seed and for the twin's callbacks to it. */
export async function startPastSide({ deps }: RunningServer, { now }: SeedClock): Promise<PastSide> {
  const log = deps.log.child({ seed: true }, { level: 'warn' });
  const pastDeps = { ...deps, clock: now, log };
  const confirmer = createConfirmer(pastDeps);
  const callbacks = createCallbacksWorker({ ...pastDeps, confirmer });
  const sweeper = createSweeper(pastDeps);
  const workers = [callbacks, confirmer, sweeper];
  async function catchUp(): Promise<void> {
    for (const worker of workers) await worker.processAll();
  }
  // The app itself keeps to real time, so that one session lasts for all of the 30 days.
  const app = createApp(
    { ...deps, log },
    {
      routes: [paymentRoutes, linkRoutes, routingRoutes, oneTimeRoutes].flatMap((routesOf) => routesOf(pastDeps)),
      callbacks: callbackRoutes(pastDeps, callbacks),
      webDirectory: 'no-browser-comes-here',
      isDraining: () => false,
      validateResponses: false,
    },
  );
  const listener = createServer(app);
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    catchUp,
    async close() {
      await catchUp();
      await Promise.all(workers.map((worker) => worker.stop()));
      listener.closeAllConnections();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
