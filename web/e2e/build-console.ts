import { buildWebWhenNeeded } from '../../scripts/build-web.ts';

/** Journeys run against the console as it is built; vitest calls this once before them. */
export async function setup(): Promise<void> {
  await buildWebWhenNeeded();
}
