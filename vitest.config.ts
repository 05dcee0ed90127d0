import { defineConfig } from 'vitest/config';

/** Tests that meet no database, or the embedded one whatever the engine of the run: one run of them is enough. */
const withoutDatabase = [
  ...['openapi', 'scripts', 'server/config', 'server/providers', 'server/sandbox'].map(
    (room) => `${room}/**/*.test.ts`,
  ),
  'server/db/claim-directory.test.ts',
  'server/db/prove-durable.test.ts',
];

const shared = {
  // A worker keeps what it has imported and compiled: a quarter of the work. No test changes a module or the process.
  isolate: false,
  setupFiles: ['server/testing/fix-seed.ts'],
  // What is polled for comes at once on an idle machine; the one that runs the tests may have others to serve too.
  expect: { poll: { timeout: 15_000 } },
};

/** Journeys and benchmarks have their own files; `npm test` runs `server` once on PGlite and once on PostgreSQL. */
export default defineConfig({
  test: {
    // A third of the time is spent waiting (restarts, time-outs of providers), so that even two cores take three files at once.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...shared,
          name: 'server',
          include: ['server/**/*.test.ts'],
          exclude: withoutDatabase,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { ...shared, name: 'without-database', include: withoutDatabase, testTimeout: 30_000 } },
      { test: { ...shared, name: 'web', include: ['web/**/*.test.ts', 'web/**/*.test.tsx'] } },
      {
        test: {
          ...shared,
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
