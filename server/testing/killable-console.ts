import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import { demoAccount } from '../sandbox/demo-account.ts';
import { createStaff } from '../staff/create-staff.ts';
import { createKillableDatabase } from './killable-database.ts';
import { freePort, type ServerProcess, startServerProcess } from './server-process.ts';

/** The real server in a process of its own, with one account of REM in staging, which can be killed and started again. */
export interface KillableConsole {
  url: string;
  /** Signed in as an admin; the session outlives kills, the client does not need to be made again. */
  admin: Client<paths>;
  cookie: string;
  /** Where REM's callbacks go. */
  callbackUrl: string;
  /** As `kill -9`, and a new server on the same data, as if `awayMs` later: by its clock, and that of all after it. */
  killAndRestart(options?: { awayMs?: number }): Promise<void>;
  close(): Promise<void>;
}

const staff = { email: 'admin@example.com', password: 'a long enough password', name: 'Ayu', role: 'admin' } as const;
const callbackToken = 'a-token-for-callbacks-of-a-test';

/** `prepare` fills the database before the first start. REM is at `remUrl`, or nowhere. */
export async function startKillableConsole({
  prepare,
  remUrl = 'http://127.0.0.1:1',
}: {
  prepare?: (db: Db) => Promise<void>;
  remUrl?: string;
} = {}): Promise<KillableConsole> {
  const database = await createKillableDatabase(async (db) => {
    await createStaff({ db, clock: () => new Date() }, staff);
    await prepare?.(db);
  });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env: Record<string, string> = {
    ...database.env,
    PORT: String(port),
    DESTINATION_NETWORKS: '127.0.0.0/8',
    PROVIDER_TIMEOUT_MS: '5000',
    STAGING_REM_USERNAME: demoAccount.rem.username,
    STAGING_REM_API_KEY: demoAccount.rem.apiKey,
    STAGING_REM_CALLBACK_TOKEN: callbackToken,
    STAGING_REM_URL: remUrl,
  };
  let aheadMs = 0;
  let server: ServerProcess = await startServerProcess(url, env);
  const { email, password } = staff;
  const { response } = await createClient<paths>({ baseUrl: url }).POST('/api/session', { body: { email, password } });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    url,
    cookie,
    admin: createClient<paths>({ baseUrl: url, headers: { cookie } }),
    callbackUrl: `${url}/callbacks/rem/staging/${callbackToken}`,
    async killAndRestart({ awayMs = 0 } = {}) {
      await server.killNine();
      aheadMs += awayMs;
      server = await startServerProcess(url, env, { aheadMs });
    },
    async close() {
      await server.killNine();
      await database.close();
    },
  };
}
