import { buildWebWhenNeeded } from '../../scripts/build-web.ts';

/** Journeys run against the console as it is built; vitest calls this once before them. */
export async function setup(): Promise<void> {
  // Vitest says "test", and with anything but "production" the build would hold React's development version.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  await buildWebWhenNeeded();
  process.env.NODE_ENV = NODE_ENV;
}
