import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { staleFiles } from './generate.ts';

const generated = new URL('../openapi/generated/', import.meta.url);

it('what is committed under openapi/generated is fresh', async () => {
  expect([...(await staleFiles(generated)).keys()]).toEqual([]);
});

it('names each generated file that is changed or missing', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'tautan-generated-'));
  onTestFinished(() => rm(copy, { recursive: true }));
  await cp(generated, copy, { recursive: true });
  await writeFile(join(copy, 'rem.ts'), 'export {};');
  await rm(join(copy, 'console-limits.ts'));
  expect([...(await staleFiles(pathToFileURL(`${copy}/`))).keys()]).toEqual(['rem.ts', 'console-limits.ts']);
});
