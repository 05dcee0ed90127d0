import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { DurableNodeFS } from './durable-node-fs.ts';

/**
 * Proves at start that a commit reaches the disk: it must have asked our hook to sync a file of the log, and that very
 * file must hold the commit's bytes. Another version of PGlite may have moved the hook without a word.
 * @throws when it does not.
 */
export async function proveDurable(
  pg: PGlite,
  files: Pick<DurableNodeFS, 'syncCount' | 'lastSyncedPath'>,
  directory: string,
): Promise<void> {
  for (let attempt = 1; !(await isCommitInSyncedLog(pg, files, directory)); attempt += 1) {
    if (attempt === attempts) throw new Error(refusal('the log that was synced does not hold the commit'));
  }

  const { rows } = await pg.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting <> 'on'`,
  );
  const [off] = rows;
  if (off !== undefined) throw new Error(refusal(`${off.name} is ${off.setting}`));
}

/** A page of the log ends every 8 kB, and one mark in a hundred is cut in two by the next page's header; the one after it is not. */
const attempts = 3;

async function isCommitInSyncedLog(
  pg: PGlite,
  files: Pick<DurableNodeFS, 'syncCount' | 'lastSyncedPath'>,
  directory: string,
): Promise<boolean> {
  const mark = `durability proof ${randomUUID()}`;
  const syncsBefore = files.syncCount;
  // A transactional message is a committed write to the log and touches no table.
  await pg.query('select pg_logical_emit_message(true, $1, $2)', ['tautan', mark]);
  if (files.syncCount === syncsBefore) throw new Error(refusal('a commit did not ask for a sync'));
  if (!files.lastSyncedPath.includes('/pg_wal/'))
    throw new Error(refusal(`a commit synced ${files.lastSyncedPath}, not its log`));
  const log = await readFile(join(directory, 'pg_wal', basename(files.lastSyncedPath)));
  return log.includes(mark);
}

function refusal(reason: string): string {
  return `it would lose acknowledged payments in a power cut (${reason}). Install the pinned version of @electric-sql/pglite with \`npm ci\`, or use PostgreSQL through DATABASE_URL.`;
}
