import fs from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { testEngine } from '../testing/test-database.ts';
import { unpackTestPglite } from '../testing/test-pglite.ts';
import { DURABLE_START_PARAMS, DurableNodeFS, type NodeStream } from './durable-node-fs.ts';
import { openPglite } from './pglite.ts';
import { proveDurable } from './prove-durable.ts';

const PGDATA = '/pglite/data';
const brokenDisk = new URL('../testing/broken-disk-worker.mjs', import.meta.url);

function fail(error: unknown): never {
  throw error;
}

describe.skipIf(testEngine === 'postgres')('durability of the embedded database', () => {
  let pristine: string;
  let parent: string;
  let directory: string;

  beforeAll(async () => {
    pristine = await mkdtemp(join(tmpdir(), 'tautan-pristine-'));
    await unpackTestPglite(join(pristine, 'database'));
    const db = await openPglite({ dataDir: join(pristine, 'database') });
    await db.exec('create table kept (id int primary key)');
    await db.close();
  });

  afterAll(() => rm(pristine, { recursive: true, force: true }));

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'tautan-durable-'));
    directory = join(parent, 'database');
    await cp(join(pristine, 'database'), directory, { recursive: true });
  });

  afterEach(() => rm(parent, { recursive: true, force: true }));

  it('the self-test passes when commits reach the disk', async () => {
    const files = new DurableNodeFS(directory, fail);
    const pg = await PGlite.create({ fs: files, startParams: DURABLE_START_PARAMS });
    await expect(proveDurable(pg, files, directory)).resolves.toBeUndefined();
    await pg.close();
  });

  it('the self-test refuses PGlite as it comes, which asks for no sync', async () => {
    const files = new DurableNodeFS(directory, fail);
    const pg = await PGlite.create({ fs: files });
    await expect(proveDurable(pg, files, directory)).rejects.toThrow(
      /^it would lose acknowledged payments in a power cut \(a commit did not ask for a sync\)\. Install the pinned version/,
    );
    await pg.close();
  });

  it('the self-test refuses a PGlite whose syncs do not come to our hook', async () => {
    const pg = await PGlite.create({ fs: new NodeFS(directory), startParams: DURABLE_START_PARAMS });
    const unhooked = { syncCount: 0, lastSyncedPath: '' };
    await expect(proveDurable(pg, unhooked, directory)).rejects.toThrow('a commit did not ask for a sync');
    await pg.close();
  });

  it('the self-test refuses when the synced file is not the one that holds the commit', async () => {
    const files = new DurableNodeFS(directory, fail);
    const pg = await PGlite.create({ fs: files, startParams: DURABLE_START_PARAMS });
    const elsewhere = await mkdtemp(join(parent, 'elsewhere-'));
    await cp(join(directory, 'pg_wal'), join(elsewhere, 'pg_wal'), { recursive: true });
    await expect(proveDurable(pg, files, elsewhere)).rejects.toThrow('does not hold the commit');
    await pg.close();
  });

  it('after a power cut that loses all that was never synced, every acknowledged row is there', async () => {
    const disk = join(parent, 'disk');
    await cp(directory, disk, { recursive: true });

    /** Keeps beside the real files what a disk is sure to hold: each file as it was at its last sync. */
    class RecordingFS extends DurableNodeFS {
      protected override sync(stream: NodeStream): number {
        const result = super.sync(stream);
        const file = relative(PGDATA, stream.path);
        if (fs.statSync(join(directory, file)).isFile()) fs.copyFileSync(join(directory, file), join(disk, file));
        return result;
      }
    }
    const pg = await PGlite.create({ fs: new RecordingFS(directory, fail), startParams: DURABLE_START_PARAMS });
    for (let id = 1; id <= 15; id += 1) await pg.query('insert into kept values ($1)', [id]);
    await pg.exec('checkpoint');
    for (let id = 16; id <= 30; id += 1) await pg.query('insert into kept values ($1)', [id]);
    // The cut: `pg` is left as it is, and what it wrote without a sync is on no disk.
    const after = await PGlite.create({ fs: new DurableNodeFS(disk, fail), startParams: DURABLE_START_PARAMS });
    const { rows } = await after.query<{ id: number }>('select id from kept order by id');
    expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    await after.close();
    await pg.close();
  });

  it.each([
    ['sync', 'a sync to disk failed: input/output error'],
    ['write', 'the engine crashed'],
  ])('when a %s fails, nothing is acknowledged any more, also when the disk works again', async (what, reason) => {
    const onStopped = vi.fn();
    const db = await openPglite({ dataDir: directory, entry: brokenDisk, onStopped });
    await db.query('insert into kept values (1)');
    await writeFile(`${directory}.broken`, what);
    await expect(db.query('insert into kept values (2)')).rejects.toThrow(`The embedded database stopped: ${reason}`);
    await rm(`${directory}.broken`);
    await expect(db.query('select 1')).rejects.toThrow(`The embedded database stopped: ${reason}`);
    expect(onStopped).toHaveBeenCalledOnce();
    await db.close();

    const again = await openPglite({ dataDir: directory });
    expect((await again.query('select id from kept where id = 1')).rows).toEqual([{ id: 1 }]);
    await again.close();
  });
});
