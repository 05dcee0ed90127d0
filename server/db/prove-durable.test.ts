import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { expect, it } from 'vitest';
import { unpackTestPglite } from '../testing/test-pglite.ts';
import { DURABLE_START_PARAMS, DurableNodeFS } from './durable-node-fs.ts';
import { proveDurable } from './prove-durable.ts';

it('a commit that a page of the log cuts in two proves durability too', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'tautan-proof-'));
  const directory = join(parent, 'database');
  await unpackTestPglite(directory);
  const files = new DurableNodeFS(directory, (error) => {
    throw error;
  });
  const pg = await PGlite.create({ fs: files, startParams: DURABLE_START_PARAMS });
  // 300 commits of about 200 bytes cross some seven pages of 8 kB, and about one crossing in four goes through the mark.
  for (let proof = 0; proof < 300; proof += 1) await proveDurable(pg, files, directory);
  expect(files.syncCount).toBeGreaterThanOrEqual(300);
  await pg.close();
  await rm(parent, { recursive: true });
}, 60_000);
