import type { RunningServer } from '../start-server.ts';

/** Has all callbacks that arrived read into the ledger, and asks the providers about what they claim. */
export async function catchUp({ workers }: Pick<RunningServer, 'workers'>): Promise<void> {
  await workers.callbacks.processAll();
  await workers.confirmer.processAll();
}
