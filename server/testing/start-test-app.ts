import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createClient, { type Client } from 'openapi-fetch';
import pino from 'pino';
import type { paths } from '../../openapi/generated/console.ts';
import type { Role } from '../auth/permissions.ts';
import type { Config } from '../config/config.ts';
import type { AccountSettings } from '../config/secrets.ts';
import type { Db } from '../db/db.ts';
import type { Sandbox, SandboxOptions } from '../sandbox/start-sandbox.ts';
import { demoPassword, demoStaff } from '../staff/demo-staff.ts';
import { type RunningServer, startServer } from '../start-server.ts';
import { createTestDatabase } from './test-database.ts';

export interface TestApp extends RunningServer {
  db: Db;
  sandbox: Sandbox;
  /** A client typed by the contract, signed in as the demo account of that role. */
  signIn(role: Role): Promise<TestClient>;
  /** One more server on the same database, as a second replica would be; its sandbox is the first one's. */
  startReplica(): Promise<RunningServer>;
  close(): Promise<void>;
}

export type TestClient = Client<paths> & { cookie: string };

interface TestAppOptions {
  clock?: () => Date;
  config?: Partial<Config>;
  accounts?: AccountSettings[];
  sandbox?: Partial<SandboxOptions>;
  startWorkers?: boolean;
}

/** The real app on a random port with a database of its own and the sandbox in process; answers are held to the contract. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'tautan-test-'));
  const start = (db: Db, accounts: readonly AccountSettings[] = []) =>
    startServer({
      config: { ...testConfig, dataDir, ...options.config },
      secrets: { accounts: [...accounts] },
      db,
      log: pino({ level: options.config?.logLevel ?? testConfig.logLevel }),
      ...(options.clock && { clock: options.clock }),
      sandbox: { dataFile: null, ...options.sandbox },
      validateResponses: true,
      startWorkers: options.startWorkers ?? true,
    });
  const server = await start(database.db, options.accounts);
  const { sandbox } = server;
  if (!sandbox) throw new Error('startTestApp needs the sandbox');
  return {
    ...server,
    db: database.db,
    sandbox,
    signIn: (role) => signInAs(server.url, role),
    startReplica: async () => start(await database.connectAgain(), server.accountSettings),
    async close() {
      await server.stop();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const testConfig: Omit<Config, 'dataDir'> = {
  port: 0,
  sandboxPort: 0,
  host: '127.0.0.1',
  publicUrl: 'http://127.0.0.1',
  databaseUrlSet: false,
  answerWithinMs: 10_000,
  providerTimeoutMs: 125_000,
  readsPerMinute: 600,
  stopWithinMs: 25_000,
  environments: ['sandbox'],
  trustProxy: false,
  destinationNetworks: [],
  logLevel: 'error',
};

/** Signs in at `url` with the demo account of a role. */
export async function signInAs(url: string, role: Role): Promise<TestClient> {
  const staff = demoStaff.find((one) => one.role === role);
  const client = createClient<paths>({ baseUrl: url });
  const { response } = await client.POST('/api/session', {
    body: { email: staff?.email ?? '', password: demoPassword },
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!response.ok || !cookie) throw new Error(`Sign-in as ${role} failed with ${response.status}`);
  return Object.assign(createClient<paths>({ baseUrl: url, headers: { cookie } }), { cookie });
}
