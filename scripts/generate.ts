/**
 * Writes openapi/generated/ from the contracts; with --check compares instead and exits 1, naming the stale files.
 * Run with: node --import tsx scripts/generate.ts [--check]
 */
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { readConsoleLimits, writeConsoleLimits } from './generate-console-limits.ts';
import { readProviderLimits, writeProviderLimits } from './generate-provider-limits.ts';

const openapi = new URL('../openapi/', import.meta.url);

/** The text of every generated file, by its name in openapi/generated/. */
export async function generate(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of ['console', 'rem', 'fazz']) {
    const ast = await openapiTS(new URL(`${name}.yaml`, openapi));
    files.set(`${name}.ts`, `${COMMENT_HEADER}${astToString(ast)}`);
  }
  files.set('console-limits.ts', writeConsoleLimits(await readConsoleLimits(new URL('console.yaml', openapi))));
  const limits = await readProviderLimits(new URL('rem.yaml', openapi), new URL('fazz.yaml', openapi));
  files.set('provider-limits.ts', writeProviderLimits(limits));
  return files;
}

async function main(isCheck: boolean): Promise<void> {
  const stale: string[] = [];
  for (const [name, text] of await generate()) {
    const path = new URL(`generated/${name}`, openapi);
    const onDisk = await readFile(path, 'utf8').catch(() => null);
    if (onDisk === text) continue;
    stale.push(`openapi/generated/${name}`);
    if (!isCheck) await writeFile(path, text);
  }
  if (stale.length === 0) return;
  process.stdout.write(`${isCheck ? 'Stale, run `npm run generate`' : 'Wrote'}: ${stale.join(', ')}\n`);
  if (isCheck) process.exitCode = 1;
}

if (import.meta.filename === process.argv[1]) await main(process.argv.includes('--check'));
