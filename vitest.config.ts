import { defineConfig } from 'vitest/config';

/** Rooms whose tests meet no database: one run of them is enough. */
const withoutDatabase = ['openapi', 'scripts', 'server/config', 'server/providers', 'server/sandbox'].map(
  (room) => `${room}/**/*.test.ts`,
);

/** Journeys and benchmarks have their own files; `npm test` runs `server` once on PGlite and once on PostgreSQL. */
export default defineConfig({
  test: {
    // Half of the time is spent waiting (restarts, time-outs of providers), so that even two cores take two files at once.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'server',
          include: ['server/**/*.test.ts'],
          exclude: withoutDatabase,
          setupFiles: ['server/testing/fix-seed.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'without-database',
          include: withoutDatabase,
          setupFiles: ['server/testing/fix-seed.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'web',
          include: ['web/**/*.test.ts', 'web/**/*.test.tsx'],
          setupFiles: ['server/testing/fix-seed.ts'],
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['web/e2e/**/*.journey.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          globalSetup: ['web/e2e/build-console.ts'],
        },
      },
    ],
  },
});
