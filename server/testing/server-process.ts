import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

export interface ServerProcess {
  /** As `kill -9` does, and waits until it is gone. */
  killNine(): Promise<void>;
  /** As a process manager does; resolves to the exit code. */
  terminate(): Promise<number | null>;
  output(): string;
}

/**
 * The real server in a process of its own (`server/main.ts`); resolves when it takes requests at `url`. Its clock goes
 * `aheadMs` ahead of ours: leases of a server that was killed have ended by then, and no test waits for them.
 */
export async function startServerProcess(
  url: string,
  env: Record<string, string>,
  { aheadMs = 0 }: { aheadMs?: number } = {},
): Promise<ServerProcess> {
  const { PATH = '', HOME = '', TZ = '' } = process.env;
  const ahead = aheadMs > 0 ? ['--import', './server/testing/run-ahead.ts'] : [];
  const child = spawn(process.execPath, ['--import', 'tsx', ...ahead, 'server/main.ts'], {
    env: { PATH, HOME, ...(TZ && { TZ }), LOG_LEVEL: 'warn', CLOCK_AHEAD_MS: String(aheadMs), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const exited = once(child, 'exit');
  await untilReady(url, child, () => said);
  return {
    async killNine() {
      child.kill('SIGKILL');
      await exited;
    },
    async terminate() {
      child.kill('SIGTERM');
      await exited;
      return child.exitCode;
    },
    output: () => said,
  };
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output()}`);
    const response = await fetch(`${url}/readyz`).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  child.kill('SIGKILL');
  throw new Error(`the server was not ready in time:\n${output()}`);
}

/**
 * A port that is free now and stays so while a server that was killed is away: it lies below the range from which the
 * system gives ports to everybody who asks for any (32768 on Linux), as other tests do all the time.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 32_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}
