import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compose } from '../compose.ts';
import type { RunningServer } from '../start-server.ts';
import type { SeedClock } from './seed-clock.ts';

/** The same product once more, over the same database and providers, where it is the time that the seed says. */
export interface PastSide {
  url: string;
  /** Waits until all callbacks that arrived are in the ledger, and closes. */
  close(): Promise<void>;
}

/** Listens on a free port of this machine, for the seed and for the twin's callbacks to it. */
export async function startPastSide(server: RunningServer, { now }: SeedClock): Promise<PastSide> {
  const { deps, accountSettings } = server;
  const { app, workers, hub } = compose({
    ...deps,
    accounts: accountSettings,
    clock: now,
    isDraining: () => false,
    webDirectory: 'no-browser-comes-here',
    validateResponses: false,
  });
  const listener = createServer(app);
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      await workers.callbacks.processAll();
      await Promise.all([workers.callbacks.stop(), hub.stop()]);
      listener.closeAllConnections();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
