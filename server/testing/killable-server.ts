import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import { demoAccount } from '../sandbox/demo-account.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/start-sandbox.ts';
import { createStaff } from '../staff/create-staff.ts';
import { createKillableDatabase } from './killable-database.ts';
import { freePort, launchServerProcess, type ServerProcess } from './server-process.ts';
import type { TestDatabase } from './test-database.ts';

/** One server in a process of its own, which keeps its address while it is away. */
export interface Replica {
  url: string;
  /** As `kill -9`, also while it starts. */
  killNine(): Promise<void>;
  /** As a process manager does; resolves to the exit code. */
  terminate(): Promise<number | null>;
  /**
   * Starts it again on the same data, as if `awayMs` later: by its clock, and that of all that start after it. Rejects when it
   * is killed before it takes requests.
   */
  restart(options?: { awayMs?: number }): Promise<void>;
  /** What its processes have said, the latest last. */
  output(): string;
}

/** The real server in a process of its own, with the twin, which lives on while it is killed, under staging's name. */
export interface KillableServer extends Replica {
  twin: Sandbox;
  environment: 'staging';
  /** All servers on the same data; the first is this one. */
  replicas: readonly Replica[];
  /** Of an admin; the session outlives the process. */
  cookie: string;
  /** Signed in with the cookie. */
  client(): Client<paths>;
  /** Where a provider's callbacks go. */
  callbackUrl(provider: 'rem' | 'fazz', replica?: Replica): string;
  /** Signs in once more, when the clock has gone beyond the session. */
  signIn(replica?: Replica): Promise<void>;
  /** How far the clocks of servers that are started from now on are ahead of the machine's. */
  setClockAhead(aheadMs: number): void;
  /** Opens its database, which on PGlite no server may have open. */
  openDatabase(): Promise<Db>;
  close(): Promise<void>;
}

export interface KillableOptions {
  sandbox?: Partial<SandboxOptions>;
  /** Fills the database before the first start. */
  prepare?(db: Db): Promise<void>;
  /** More than one need PostgreSQL. */
  replicaCount?: number;
  /** PostgreSQL, closed with the server, or null for the embedded one; on the engine of the tests when absent. */
  database?: TestDatabase | null;
  settings?: Record<string, string>;
}

const account = { email: 'admin@example.com', password: 'a long enough password' };
const callbackToken = 'a-token-for-callbacks-of-a-test';
const environment = 'staging';

export async function startKillableServer(options: KillableOptions = {}): Promise<KillableServer> {
  const twin = await startSandbox({ port: 0, dataFile: null, ...options.sandbox });
  const database = await createKillableDatabase((db) => prepareDatabase(db, options.prepare), options.database);
  const env = { ...settingsOf(twin), ...database.env, ...options.settings };
  const clock = { aheadMs: 0 };
  const ports = await Promise.all(Array.from({ length: options.replicaCount ?? 1 }, freePort));
  const replicas = ports.map((port) => createReplica(port, env, clock));
  await Promise.all(replicas.map((replica) => replica.restart()));
  const [first] = replicas;
  if (!first) throw new Error('a server has one replica at least');
  let cookie = '';

  const server: KillableServer = {
    ...first,
    twin,
    environment,
    replicas,
    get cookie() {
      return cookie;
    },
    client: () => createClient<paths>({ baseUrl: first.url, headers: { cookie } }),
    callbackUrl: (provider, { url } = first) => `${url}/callbacks/${provider}/${environment}/${callbackToken}`,
    async signIn({ url } = first) {
      const { response } = await createClient<paths>({ baseUrl: url }).POST('/api/session', { body: account });
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    },
    setClockAhead(aheadMs) {
      clock.aheadMs = aheadMs;
    },
    openDatabase: database.open,
    async close() {
      await Promise.all(replicas.map((replica) => replica.killNine()));
      await twin.close();
      await database.close();
    },
  };
  for (const provider of ['rem', 'fazz'] as const) twin.control.setCallbackUrl(provider, server.callbackUrl(provider));
  await server.signIn();
  return server;
}

/** All replicas share the clock. */
function createReplica(port: number, env: Record<string, string>, clock: { aheadMs: number }): Replica {
  const url = `http://127.0.0.1:${port}`;
  const processes: ServerProcess[] = [];
  return {
    url,
    killNine: async () => processes.at(-1)?.killNine(),
    terminate: async () => (await processes.at(-1)?.terminate()) ?? null,
    restart({ awayMs = 0 } = {}) {
      clock.aheadMs += awayMs;
      const started = launchServerProcess(url, { PORT: String(port), ...env }, clock);
      processes.push(started);
      return started.ready;
    },
    output: () => processes.map((one) => one.output()).join(''),
  };
}

const settingsOf = (twin: Sandbox): Record<string, string> => ({
  ANSWER_WITHIN_MS: '1000',
  PROVIDER_TIMEOUT_MS: '5000',
  DESTINATION_NETWORKS: '127.0.0.0/8',
  STAGING_REM_USERNAME: demoAccount.rem.username,
  STAGING_REM_API_KEY: demoAccount.rem.apiKey,
  STAGING_REM_CALLBACK_TOKEN: callbackToken,
  STAGING_REM_URL: twin.remUrl,
  STAGING_FAZZ_API_KEY: demoAccount.fazz.apiKey,
  STAGING_FAZZ_SECRET_KEY: demoAccount.fazz.secretKey,
  STAGING_FAZZ_SIGNING_SECRET: demoAccount.fazz.signingSecret,
  STAGING_FAZZ_CALLBACK_TOKEN: callbackToken,
  STAGING_FAZZ_URL: twin.fazzUrl,
});

async function prepareDatabase(db: Db, prepare: KillableOptions['prepare']): Promise<void> {
  await createStaff({ db, clock: () => new Date() }, { ...account, name: 'Ayu', role: 'admin' });
  await prepare?.(db);
}
