import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

export interface ServerProcess {
  /** Resolves when it takes requests; rejects when it ends before. */
  ready: Promise<void>;
  /** As `kill -9` does, and waits until it is gone. */
  killNine(): Promise<void>;
  /** As a process manager does; resolves to the exit code. */
  terminate(): Promise<number | null>;
  output(): string;
}

/** The real server in a process of its own (`server/main.ts`); resolves when it takes requests at `url`. */
export async function startServerProcess(url: string, env: Record<string, string>): Promise<ServerProcess> {
  const server = launchServerProcess(url, env);
  await server.ready;
  return server;
}

/**
 * The same, not yet ready: it can be killed while it starts. Its clock goes `aheadMs` ahead of the machine's: leases of a
 * server that was killed have ended by then, say, and no test waits for them.
 */
export function launchServerProcess(url: string, env: Record<string, string>, { aheadMs = 0 } = {}): ServerProcess {
  const { PATH = '', HOME = '', TZ = '' } = process.env;
  const clock = aheadMs > 0 ? ['--import', './server/testing/clock-ahead.mjs'] : [];
  // A quarter less work: what a server of a test does in its few seconds does not repay the optimizing of PGlite's WebAssembly.
  const child = spawn(process.execPath, ['--liftoff-only', '--import', 'tsx', ...clock, 'server/main.ts'], {
    env: { PATH, HOME, ...(TZ && { TZ }), LOG_LEVEL: 'warn', CLOCK_AHEAD_MS: String(aheadMs), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const exited = once(child, 'exit');
  const ready = untilReady(url, child, () => said);
  // Whoever kills it while it starts need not wait for it.
  ready.catch(() => undefined);
  return {
    ready,
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
    const ending = child.exitCode ?? child.signalCode;
    if (ending !== null) throw new Error(`the server ended with ${ending}:\n${output()}`);
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
