import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const stampFile = 'dist/web/.sources';
const sources = ['index.html', 'vite.config.ts', 'package-lock.json', 'web', 'openapi/generated', 'openapi/rules'];

/** Builds the browser's part into dist/web, unless what lies there was built from these very sources. */
export async function buildWebWhenNeeded(): Promise<'built' | 'fresh'> {
  const stamp = digestOfSources();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return 'fresh';
  // Vite believes NODE_ENV, and a test runner or a shell may hold another: that would bundle React's development version.
  process.env.NODE_ENV = 'production';
  await build({ logLevel: 'warn' });
  writeFileSync(stampFile, stamp);
  return 'built';
}

function digestOfSources(): string {
  const digest = createHash('sha256');
  for (const file of sources.flatMap(filesBelow).sort()) digest.update(file).update(readFileSync(file));
  return digest.digest('hex');
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
}
