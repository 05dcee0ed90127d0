import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity.ts';

/** A holder shows every second that it lives; one that we cannot ask is watched for a while before it counts as dead. */
const HEARTBEAT_MS = 1_000;
const WATCH_MS = 5_000;
const ATTEMPTS = 5;

interface Claim extends ProcessIdentity {
  claimedAt: string;
}

export interface HeldClaim {
  release(): Promise<void>;
}

/**
 * Makes this process the only owner of a directory: two PGlite engines on one directory lose rows without a word.
 *
 * Each contender puts a file of its own into `<directory>.lock/` and only then looks for others; so of two that come at the
 * same moment at least one sees the other. A file of a dead process (kill -9) is removed; its name is unique, so that can
 * never remove the file of a living one. There is no step where a lock is taken over.
 * `onLost`: somebody removed our claim while we held it, and may own the directory now.
 * @throws a sentence for the person who started us, when a living process owns the directory.
 */
export async function claimDirectory(directory: string, onLost: () => void): Promise<HeldClaim> {
  const locks = `${directory}.lock`;
  await mkdir(locks, { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    const file = await writeClaim(locks);
    const owner = await findLivingOwner(locks, file);
    if (owner === null) return hold(file, onLost);
    await rm(file, { force: true });
    if (attempt === ATTEMPTS) throw new Error(refusal(directory, owner));
    // Two that came together have refused each other: one of them comes back first.
    await sleep(20 + Math.random() * 80);
  }
}

function refusal(directory: string, { pid, host, claimedAt }: Claim): string {
  return `The database in ${directory} is in use by process ${pid} on ${host} since ${claimedAt}. Stop that process, or set DATA_DIR to another directory.`;
}

async function writeClaim(locks: string): Promise<string> {
  const claim: Claim = { ...(await ownIdentity()), claimedAt: new Date().toISOString() };
  const name = `${claim.pid}-${randomUUID()}`;
  // Renamed into place, so that nobody reads half a claim.
  await writeFile(join(locks, `.${name}`), JSON.stringify(claim));
  await rename(join(locks, `.${name}`), join(locks, name));
  return join(locks, name);
}

async function findLivingOwner(locks: string, ownFile: string): Promise<Claim | null> {
  for (const name of await readdir(locks)) {
    const file = join(locks, name);
    if (name.startsWith('.') || file === ownFile) continue;
    const claim = await readClaim(file);
    if (claim === null) continue;
    if ((await isRunning(claim)) ?? (await showsLife(file))) return claim;
    await rm(file, { force: true });
  }
  return null;
}

async function readClaim(file: string): Promise<Claim | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Claim;
  } catch {
    // Released between the listing and the reading, or emptied by a power cut: either way its process holds nothing.
    return null;
  }
}

/** By our own clock, so that two machines' clocks need not agree. */
async function showsLife(file: string): Promise<boolean> {
  const first = await modifiedAt(file);
  const until = Date.now() + WATCH_MS;
  while (Date.now() < until) {
    const now = await modifiedAt(file);
    if (now === null) return false;
    if (now !== first) return true;
    await sleep(HEARTBEAT_MS / 4);
  }
  return false;
}

async function modifiedAt(file: string): Promise<number | null> {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return null;
  }
}

function hold(file: string, onLost: () => void): HeldClaim {
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') return;
      clearInterval(heartbeat);
      onLost();
    });
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    async release() {
      clearInterval(heartbeat);
      await rm(file, { force: true });
    },
  };
}
