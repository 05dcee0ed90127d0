/**
 * Writes openapi/generated/ from the contracts; with --check compares instead and exits 1, naming the stale files.
 * Run with: node --import tsx scripts/generate.ts [--check]
 */
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { parse } from 'yaml';
import { readConsoleLimits, writeConsoleLimits } from './generate-console-limits.ts';
import { readProviderLimits, writeProviderLimits } from './generate-provider-limits.ts';

const openapi = new URL('../openapi/', import.meta.url);

/** The text of every generated file, by its name in openapi/generated/. */
export async function generate(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of ['console', 'rem', 'fazz']) {
    const ast = await openapiTS(new URL(`${name}.yaml`, openapi));
    files.set(`${name}.ts`, `${COMMENT_HEADER}${astToString(ast)}`);
    // The same contract for whoever checks messages: read a hundred times as quickly as YAML, at every start.
    const contract: unknown = parse(await readFile(new URL(`${name}.yaml`, openapi), 'utf8'));
    files.set(`${name}.json`, `${JSON.stringify(contract)}\n`);
  }
  files.set('console-limits.ts', writeConsoleLimits(await readConsoleLimits(new URL('console.yaml', openapi))));
  const limits = await readProviderLimits(new URL('rem.yaml', openapi), new URL('fazz.yaml', openapi));
  files.set('provider-limits.ts', writeProviderLimits(limits));
  return files;
}

/** The generated files that differ from what is in the directory, by name, with the text that they should have. */
export async function staleFiles(directory: URL): Promise<Map<string, string>> {
  const stale = new Map<string, string>();
  for (const [name, text] of await generate()) {
    const onDisk = await readFile(new URL(name, directory), 'utf8').catch(() => null);
    if (onDisk !== text) stale.set(name, text);
  }
  return stale;
}

async function main(isCheck: boolean): Promise<void> {
  const directory = new URL('generated/', openapi);
  const stale = await staleFiles(directory);
  if (stale.size === 0) return;
  const names = [...stale.keys()].map((name) => `openapi/generated/${name}`).join(', ');
  process.stdout.write(isCheck ? `Stale: ${names}. Run scripts/generate.ts.\n` : `Wrote ${names}\n`);
  if (isCheck) process.exitCode = 1;
  else for (const [name, text] of stale) await writeFile(new URL(name, directory), text);
}

if (import.meta.filename === process.argv[1]) await main(process.argv.includes('--check'));
