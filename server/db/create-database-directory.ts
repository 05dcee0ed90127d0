import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startPgliteThread } from './pglite-thread.ts';

/** The major version inside @electric-sql/pglite 0.5.16. */
export const EMBEDDED_MAJOR = '18';

/** A disk settles many syncs in little more time than one. */
const SYNCS_AT_ONCE = 32;

/**
 * Makes sure that a whole database is in the directory. A new one is built beside it, synced to disk and renamed into
 * place, so that neither kill -9 nor a power cut leaves half a database there.
 * @throws when something else is in the directory.
 */
export async function ensureDatabaseDirectory(directory: string): Promise<void> {
  const major = await majorVersionIn(directory);
  if (major === EMBEDDED_MAJOR) return;
  if (major !== null) {
    throw new Error(
      `The database in ${directory} was written by PostgreSQL ${major}; this version of Tautan embeds ${EMBEDDED_MAJOR}.`,
    );
  }
  if ((await entriesOf(directory)).length > 0) {
    throw new Error(`${directory} holds files but no database. Move them away, or set DATA_DIR to another directory.`);
  }
  const unfinished = `${directory}.new`;
  await rm(unfinished, { recursive: true, force: true });
  // Customers' names and addresses will be in it: for the owner's eyes alone.
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  // A thread for this alone: building a database takes 0.5 GB that the engine would never give back.
  const thread = await startPgliteThread({ directory: unfinished, templateFile: null });
  await thread.ask({ kind: 'close' }).finally(() => thread.terminate());
  await syncTree(unfinished);
  await rename(unfinished, directory);
  await syncOne(dirname(directory));
}

async function majorVersionIn(directory: string): Promise<string | null> {
  try {
    return (await readFile(join(directory, 'PG_VERSION'), 'utf8')).trim();
  } catch {
    return null;
  }
}

async function entriesOf(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch {
    return [];
  }
}

async function syncTree(directory: string) {
  const entries = await readdir(directory, { recursive: true });
  for (let next = 0; next < entries.length; next += SYNCS_AT_ONCE) {
    await Promise.all(entries.slice(next, next + SYNCS_AT_ONCE).map((entry) => syncOne(join(directory, entry))));
  }
  await syncOne(directory);
}

async function syncOne(path: string) {
  const file = await open(path, 'r');
  await file.sync().finally(() => file.close());
}
