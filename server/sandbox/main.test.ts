import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { demoAccount } from './demo-account.ts';
import { remClient } from './testing/rem-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-main-'));
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) await end(child, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

/** Starts the twin as a program of its own and waits until it has printed everything. */
async function startProgram() {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const options = ['--port', '0', '--data-file', join(folder, 'sandbox.jsonl')];
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...options]);
  children.push(child);
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  await expect.poll(() => printed, { timeout: 20_000 }).toContain('signing secret');
  const url = printed.match(/REM +(\S+)/)?.[1] ?? '';
  return { child, printed, rem: remClient(url) };
}

describe('the twin as a program of its own', () => {
  it('prints its addresses and credentials, and remembers across kill -9 what it had answered', async () => {
    const first = await startProgram();
    expect(first.printed).toContain(demoAccount.rem.apiKey);
    expect(first.printed).toContain(demoAccount.fazz.secretKey);
    const { payment_link_id } = (await first.rem.create()).body;
    await end(first.child, 'SIGKILL');

    const second = await startProgram();
    expect((await second.rem.get('INV1001')).body.data.paymentLinkId).toBe(payment_link_id);
    await end(second.child, 'SIGTERM');
    expect(second.child.exitCode).toBe(0);
  });
});
