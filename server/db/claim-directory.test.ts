import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { claimDirectory } from './claim-directory.ts';
import { ownIdentity } from './process-identity.ts';

const claimModule = new URL('./claim-directory.ts', import.meta.url).href;

let parent: string;
let directory: string;
const ignoreLoss = () => {};

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'tautan-claim-'));
  directory = join(parent, 'database');
});

afterEach(() => rm(parent, { recursive: true, force: true }));

async function leaveClaim(change: object) {
  const claim = { ...(await ownIdentity()), claimedAt: '2026-11-20T00:00:00.000Z', ...change };
  await writeFile(join(`${directory}.lock`, 'left'), JSON.stringify(claim));
}

/** Creates the directory of locks. */
async function claimAndRelease() {
  await (await claimDirectory(directory, ignoreLoss)).release();
}

it('a directory has one owner until it is released', async () => {
  const first = await claimDirectory(directory, ignoreLoss);
  await expect(claimDirectory(directory, ignoreLoss)).rejects.toThrow(
    new RegExp(
      `^The database in ${directory} is in use by process ${process.pid} on .+ since 2.+Z\\. Stop that process`,
    ),
  );
  await first.release();
  const second = await claimDirectory(directory, ignoreLoss);
  await second.release();
  expect(await readdir(`${directory}.lock`)).toEqual([]);
});

it('of many that come at the same moment at most one becomes the owner', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => claimDirectory(directory, ignoreLoss)));
  const owners = outcomes.filter(({ status }) => status === 'fulfilled');
  expect(owners.length).toBeLessThanOrEqual(1);
  expect(await readdir(`${directory}.lock`)).toHaveLength(owners.length);
  for (const owner of owners) if (owner.status === 'fulfilled') await owner.value.release();
});

it.runIf(process.platform === 'linux')(
  'what a killed process left behind is taken away, also before its parent looked',
  async () => {
    // The shell never waits for its child, which stays a zombie.
    const code = `import { claimDirectory } from ${JSON.stringify(claimModule)}; await claimDirectory(process.argv[1], () => {}); console.log(process.pid); setInterval(() => {}, 1000)`;
    const shell = spawn('sh', [
      '-c',
      '"$@" & exec sleep 60',
      'sh',
      process.execPath,
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      code,
      directory,
    ]);
    const [pid] = await once(createInterface({ input: shell.stdout }), 'line');
    await expect(claimDirectory(directory, ignoreLoss)).rejects.toThrow(`in use by process ${pid} `);
    process.kill(Number(pid), 'SIGKILL');
    const claim = await vi.waitFor(() => claimDirectory(directory, ignoreLoss), { timeout: 3_000 });
    expect(await readdir(`${directory}.lock`)).toHaveLength(1);
    await claim.release();
    shell.kill();
  },
);

it.runIf(process.platform === 'linux')('a pid that was given to another process does not keep the lock', async () => {
  await claimAndRelease();
  await leaveClaim({ startTicks: '1' });
  const startedAt = performance.now();
  await (await claimDirectory(directory, ignoreLoss)).release();
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

it('an owner in another container or on another machine is believed to live while its heartbeat is seen', async () => {
  await claimAndRelease();
  await leaveClaim({ realm: 'elsewhere', host: 'other-machine', pid: 7 });
  const heart = setInterval(() => utimes(join(`${directory}.lock`, 'left'), new Date(), new Date()), 200);
  await expect(claimDirectory(directory, ignoreLoss)).rejects.toThrow('process 7 on other-machine');
  clearInterval(heart);
});

it('an owner in another container that shows no heartbeat is given up', async () => {
  await claimAndRelease();
  await leaveClaim({ realm: 'elsewhere' });
  const claim = await claimDirectory(directory, ignoreLoss);
  await claim.release();
}, 15_000);

it('an owner whose lock somebody removed is told', async () => {
  const onLost = vi.fn();
  await claimDirectory(directory, onLost);
  await rm(`${directory}.lock`, { recursive: true });
  await vi.waitFor(() => expect(onLost).toHaveBeenCalledOnce(), { timeout: 5_000 });
});
