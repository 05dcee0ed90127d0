import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { migrate, readMigrations } from '../db/migrate.ts';
import { openPglite } from '../db/pglite.ts';
import { borrowEngine } from './reused-pglite.ts';
import { schemaHash } from './schema-hash.ts';
import type { TestDatabase } from './test-database.ts';

const cache = new URL('../../node_modules/.cache/tautan/', import.meta.url);
const pgliteManifest = new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url);

/** An in-memory PGlite from the template: about 0.7 s instead of 3, and none where a test file before has left one. */
export async function openTestPglite(): Promise<TestDatabase> {
  const db = await borrowEngine(async () => openPglite({ dataDir: null, templateFile: await templateFile() }));
  return {
    db,
    engine: 'pglite',
    url: null,
    connectAgain: async () => ({ ...db, close: async () => undefined }),
    close: db.close,
  };
}

/** Puts the template's database into a directory that is not there yet: what a first start takes seconds to make. */
export async function unpackTestPglite(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await promisify(execFile)('tar', ['-xf', await templateFile(), '-C', directory]);
}

async function templateFile(): Promise<string> {
  const migrations = await readMigrations();
  const file = fileURLToPath(
    new URL(`pglite-${schemaHash([await readFile(pgliteManifest, 'utf8')], migrations)}.tar`, cache),
  );
  if (existsSync(file)) {
    await utimes(file, new Date(), new Date());
    return file;
  }
  await mkdir(cache, { recursive: true });
  // Two workers may build it at the same time; each renames a whole file into place.
  const unfinished = `${file}.${randomUUID()}`;
  const db = await openPglite({ dataDir: null });
  try {
    await migrate(db, migrations);
    await db.dump(unfinished);
    await dropOthers();
    await rename(unfinished, file);
  } finally {
    await db.close();
    await rm(unfinished, { force: true });
  }
  return file;
}

const unusedMs = 3 * 3_600_000;

/** Templates of earlier schemas, 40 MB each; those of another working tree at the same packages are used meanwhile. */
async function dropOthers() {
  for (const name of await readdir(cache)) {
    if (!name.startsWith('pglite-') || !name.endsWith('.tar')) continue;
    const file = new URL(name, cache);
    const used = await stat(file).catch(() => null);
    if (used && Date.now() - used.mtimeMs > unusedMs) await rm(file, { force: true });
  }
}
