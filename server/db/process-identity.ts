import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Says which process it was, also after its number was given to another one. */
export interface ProcessIdentity {
  pid: number;
  /** Start of the process in clock ticks since boot; null where the system does not tell (not Linux). */
  startTicks: string | null;
  /** Within which pids are comparable: this boot of this machine, this pid namespace (container). */
  realm: string;
  host: string;
}

export async function ownIdentity(): Promise<ProcessIdentity> {
  return { pid: process.pid, startTicks: await startTicksOf(process.pid), realm: await ownRealm(), host: hostname() };
}

/**
 * Whether that process runs: true, false, or null when nobody can tell from here (another machine or container, or a
 * pid that exists but may belong to a later process).
 */
export async function isRunning(identity: ProcessIdentity): Promise<boolean | null> {
  if (identity.realm !== (await ownRealm())) return null;
  if (identity.startTicks !== null) return (await startTicksOf(identity.pid)) === identity.startTicks;
  return pidExists(identity.pid) ? null : false;
}

async function ownRealm(): Promise<string> {
  try {
    const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${bootId.trim()} ${await readlink('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/**
 * Fields 3 and 22 of /proc/<pid>/stat (proc(5)); the name in field 2 may hold spaces and brackets. A zombie has ended: it
 * only waits for its parent to look, which may be never.
 */
async function startTicksOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const state = fields[0];
    return state === 'Z' || state === 'X' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
