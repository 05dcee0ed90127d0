import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Composition, compose } from './compose.ts';
import type { Config } from './config/config.ts';
import type { AccountSettings, Secrets } from './config/secrets.ts';
import type { Db } from './db/db.ts';
import { type Connections, trackConnections } from './http/idle-connections.ts';
import { within } from './jobs/running-calls.ts';
import { demoAccount } from './sandbox/demo-account.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox/start-sandbox.ts';
import { type DemoStaff, settleDemoStaff } from './staff/demo-staff.ts';

export interface ServerOptions {
  config: Config;
  /** With accounts of the sandbox among them (another replica's twin) no twin is started here. */
  secrets: Pick<Secrets, 'accounts'>;
  /** Open and migrated; `stop` closes it. */
  db: Db;
  log: Logger;
  clock?: () => Date;
  sandbox?: Partial<SandboxOptions>;
  webDirectory?: string;
  validateResponses?: boolean;
  /** False in tests that move the workers by hand. */
  startWorkers?: boolean;
}

export interface RunningServer extends Composition {
  url: string;
  sandbox: Sandbox | null;
  accountSettings: readonly AccountSettings[];
  /** Who can sign in with the demo password; empty once a real environment is configured. */
  demoStaff: readonly DemoStaff[];
  /** Drains: takes on no new changes, lets requests under way and provider calls end (25 s at most), then closes everything. */
  stop(): Promise<void>;
}

/** Starts the sandbox (when configured), the server and its workers. @throws when a port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, db, log, clock = () => new Date() } = options;
  let isDraining = false;
  const sandbox = needsTwin(options) ? await openSandbox(options) : null;
  const sandboxAccounts = sandbox ? accountsOf(sandbox) : [];
  const accountSettings = [...sandboxAccounts, ...options.secrets.accounts];
  const composition = compose({
    db,
    config,
    accounts: accountSettings,
    log,
    clock,
    isDraining: () => isDraining,
    webDirectory: options.webDirectory ?? 'dist/web',
    validateResponses: options.validateResponses ?? false,
  });
  const { hub, workers, deps } = composition;
  const demoStaff = await settleDemoStaff(deps);
  await hub.start();
  const server = createServer({ requestTimeout: 60_000, keepAliveTimeout: 65_000 }, composition.app);
  const connections = trackConnections(server);
  const url = await listen(server, config);
  for (const { provider, environment, callbackToken } of sandboxAccounts)
    sandbox?.control.setCallbackUrl(provider, `${url}/callbacks/${provider}/${environment}/${callbackToken}`);
  if (options.startWorkers ?? true) for (const worker of Object.values(workers)) worker.start();

  async function stop() {
    isDraining = true;
    const endsAt = performance.now() + config.stopWithinMs;
    const leftMs = () => Math.max(0, endsAt - performance.now());
    const idle = Promise.all(Object.values(workers).map((worker) => worker.stop()));
    await hub.stop();
    // Meanwhile the address stays open: /readyz sends balancers elsewhere, and a provider's callback is not turned away.
    await connections.untilQuiet(leftMs());
    const unfinished = await deps.calls.drain(leftMs());
    if (unfinished > 0) log.warn({ unfinished }, 'provider calls were left; the next start resolves their payments');
    await within(idle, leftMs());
    await closeServer(server, connections, leftMs());
    await sandbox?.close();
    await db.close();
  }
  return { ...composition, url, sandbox, accountSettings, demoStaff, stop };
}

/** Ends the last connections; those that are still in use after `timeoutMs` are cut. */
async function closeServer(server: Server, connections: Connections, timeoutMs: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const stopClosing = connections.closeIdle();
  const forced = setTimeout(() => server.closeAllConnections(), timeoutMs);
  await closed;
  clearTimeout(forced);
  stopClosing();
}

function needsTwin({ config, secrets }: ServerOptions): boolean {
  return config.environments.includes('sandbox') && !secrets.accounts.some((one) => one.environment === 'sandbox');
}

function openSandbox({ config, log, clock, sandbox }: ServerOptions): Promise<Sandbox> {
  const { sandboxPort: port, host, dataDir } = config;
  const dataFile = join(dataDir, 'sandbox.jsonl');
  return startSandbox({ port, host, dataFile, log, ...(clock && { clock }), ...sandbox });
}

/** Our accounts at the twin. Their callback tokens are new at every start: the twin is told the address each time. */
function accountsOf({ url, remUrl, fazzUrl }: Sandbox): AccountSettings[] {
  const callbackToken = () => randomBytes(24).toString('base64url');
  const environment = 'sandbox';
  const { rem, fazz } = demoAccount;
  return [
    {
      provider: 'rem',
      environment,
      baseUrl: remUrl,
      payUrl: `${url}/pay`,
      callbackToken: callbackToken(),
      credentials: rem,
    },
    {
      provider: 'fazz',
      environment,
      baseUrl: fazzUrl,
      payUrl: null,
      callbackToken: callbackToken(),
      credentials: fazz,
    },
  ];
}

async function listen(server: Server, { port, host }: Config): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${address.port}`;
}
