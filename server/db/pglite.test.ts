import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { testEngine } from '../testing/test-database.ts';
import { EMBEDDED_MAJOR } from './create-database-directory.ts';
import { tidyTables } from './maintain-pglite.ts';
import { openDatabase } from './open.ts';
import { openPglite } from './pglite.ts';

const KILLS = 4;
const script = fileURLToPath(new URL('../testing/insert-until-killed.ts', import.meta.url));

describe.skipIf(testEngine === 'postgres')('the embedded database', () => {
  let pristine: string;
  let dataDir: string;
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };

  beforeAll(async () => {
    pristine = await mkdtemp(join(tmpdir(), 'tautan-pristine-'));
    const { db } = await openDatabase({ databaseUrl: null, dataDir: pristine, log });
    await db.close();
  });

  afterAll(() => rm(pristine, { recursive: true, force: true }));

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tautan-pglite-'));
    await cp(pristine, dataDir, { recursive: true });
  });

  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const open = () => openDatabase({ databaseUrl: null, dataDir, log });

  it('keeps its rows over a restart, migrates once, and has one owner, who alone may read its files', async () => {
    const first = await open();
    await first.db.query(
      "insert into staff (id, email, name, role, password_hash) values ('s1', 'a@b.id', 'A', 'admin', 'x')",
    );
    await expect(open()).rejects.toThrow(/^The database in .+ is in use by process \d+ on .+Stop that process/);
    await first.db.close();
    expect((await stat(join(dataDir, 'database'))).mode & 0o777).toBe(0o700);

    const second = await open();
    expect((await second.db.query('select name from staff')).rows).toEqual([{ name: 'A' }]);
    const major = expect.stringMatching(`^${EMBEDDED_MAJOR}\\.`);
    expect((await second.db.query('show server_version')).rows).toEqual([{ server_version: major }]);
    await second.db.close();
    expect(log.info.mock.calls.map(([said]) => said.applied.length > 0)).toEqual([true, false, false]);
  });

  it('refuses a directory of another PostgreSQL or of something else, and leaves it as it is', async () => {
    const directory = join(dataDir, 'database');
    await rm(directory, { recursive: true });
    await mkdir(directory);
    await writeFile(join(directory, 'holiday.jpg'), '');
    await expect(open()).rejects.toThrow('holds files but no database');
    await writeFile(join(directory, 'PG_VERSION'), '15\n');
    await expect(open()).rejects.toThrow('was written by PostgreSQL 15');
    expect(await readdir(directory)).toEqual(['PG_VERSION', 'holiday.jpg']);
  });

  it('stops when its lock is taken away, and says so', async () => {
    const onStopped = vi.fn();
    const { db } = await openDatabase({ databaseUrl: null, dataDir, log, onStopped });
    await rm(join(dataDir, 'database.lock'), { recursive: true });
    await vi.waitFor(() => expect(onStopped).toHaveBeenCalledOnce(), { timeout: 5_000 });
    await expect(db.query('select 1')).rejects.toThrow('The lock of the embedded database was removed.');
    expect(log.error).toHaveBeenCalledOnce();
    await db.close();
  });

  it(`loses no acknowledged row when it is killed (${KILLS} times)`, async () => {
    const acknowledged: number[] = [];
    for (let round = 0; round < KILLS; round += 1)
      acknowledged.push(...(await insertAndKill(dataDir, 40 + round * 37)));
    const { db } = await open();
    const { rows } = await db.query<{ id: number }>('select id from killed');
    await db.close();
    const kept = new Set(rows.map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThan(KILLS * 40);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  }, 60_000);
});

describe.skipIf(testEngine === 'postgres')('maintenance', () => {
  it('vacuums and analyses the tables that changed enough, and no others', async () => {
    const db = await openPglite({ dataDir: null });
    await db.exec('create table busy (id int); create table "Quiet one" (id int)');
    await db.query('insert into busy select generate_series(1, 2000)');
    await db.query('insert into "Quiet one" values (1)');
    expect(await tidyTables(db)).toEqual(['Quiet one', 'busy']);
    expect(await tidyTables(db)).toEqual([]);
    await db.query('delete from busy where id <= 1500');
    expect(await tidyTables(db)).toEqual(['busy']);
    const { rows } = await db.query("select reltuples::int as tuples from pg_class where relname = 'busy'");
    expect(rows).toEqual([{ tuples: 500 }]);
    await db.close();
  });
});

/** Runs the child until it has printed that many ids, kills it in the middle of its work and gives all that it printed. */
async function insertAndKill(dataDir: string, count: number): Promise<number[]> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const ids: number[] = [];
  if (child.stdout === null) throw new Error('no output to read');
  for await (const line of createInterface({ input: child.stdout })) {
    ids.push(Number(line));
    if (ids.length === count) child.kill('SIGKILL');
  }
  await exited;
  return ids;
}
