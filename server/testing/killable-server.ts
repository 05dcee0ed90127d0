import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../openapi/generated/console.ts';
import { demoAccount } from '../sandbox/demo-account.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/start-sandbox.ts';
import { createStaff } from '../staff/create-staff.ts';
import { createKillableDatabase } from './killable-database.ts';
import { freePort, type ServerProcess, startServerProcess } from './server-process.ts';

/** The real server in a process of its own, with the twin, which lives on while it is killed, under staging's name. */
export interface KillableServer {
  twin: Sandbox;
  environment: 'staging';
  /** Signed in as finance; the session outlives the process. */
  client(): Client<paths>;
  killNine(): Promise<void>;
  /** As a process manager does; resolves to the exit code. */
  terminate(): Promise<number | null>;
  /** Starts it again on the same data, at the same address, as if `awayMs` later: by its clock, and that of all after it. */
  restart(options?: { awayMs?: number }): Promise<void>;
  close(): Promise<void>;
}

const account = { email: 'finance@example.com', password: 'a long enough password' };
const callbackToken = 'a-token-for-callbacks-of-a-test';
const environment = 'staging';

export async function startKillableServer(options: Partial<SandboxOptions> = {}): Promise<KillableServer> {
  const twin = await startSandbox({ port: 0, dataFile: null, ...options });
  const database = await createKillableDatabase((db) =>
    createStaff({ db, clock: () => new Date() }, { ...account, name: 'Rani', role: 'finance' }),
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...settingsOf(twin), ...database.env, PORT: String(port) };
  for (const provider of ['rem', 'fazz'] as const)
    twin.control.setCallbackUrl(provider, `${url}/callbacks/${provider}/${environment}/${callbackToken}`);
  let aheadMs = 0;
  let server: ServerProcess = await startServerProcess(url, env);
  const { response } = await createClient<paths>({ baseUrl: url }).POST('/api/session', { body: account });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    twin,
    environment,
    client: () => createClient<paths>({ baseUrl: url, headers: { cookie } }),
    killNine: () => server.killNine(),
    terminate: () => server.terminate(),
    async restart({ awayMs = 0 } = {}) {
      aheadMs += awayMs;
      server = await startServerProcess(url, env, { aheadMs });
    },
    async close() {
      await server.killNine();
      await twin.close();
      await database.close();
    },
  };
}

const settingsOf = (twin: Sandbox): Record<string, string> => ({
  ANSWER_WITHIN_MS: '1000',
  PROVIDER_TIMEOUT_MS: '5000',
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
