/**
 * How much JavaScript a browser needs until it can show the first row of links: the entry, everything it imports
 * statically (the links route is part of it), and the words of one language. Fails above the limit of issue 2.
 * Run it after `vite build`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 210;
const BUILT = 'dist/web';

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
}
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8'));

/** The chunk and all that it imports statically, each once. */
function withImports(name: string, found = new Map<string, Chunk>()): Map<string, Chunk> {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`The manifest does not hold ${name}`);
  if (found.has(name)) return found;
  found.set(name, chunk);
  for (const imported of chunk.imports ?? []) withImports(imported, found);
  return found;
}

/** gzipped kB (1,000 bytes) as `vite build` prints them. */
function gzippedKb(file: string): number {
  return gzipSync(readFileSync(join(BUILT, file))).length / 1000;
}

const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry);
if (!entry) throw new Error('The manifest holds no entry');
const sizes = ['en', 'id'].map((language) => {
  const chunks = withImports(`web/words/${language}.ts`, withImports(entry));
  return [...chunks.values()].map(({ file }) => ({ file, kb: gzippedKb(file) }));
});
const totals = sizes.map((files) => files.reduce((sum, { kb }) => sum + kb, 0));
const largest = Math.max(...totals);
for (const { file, kb } of sizes[totals.indexOf(largest)] ?? [])
  process.stdout.write(`${kb.toFixed(1).padStart(8)} kB  ${file}\n`);
process.stdout.write(
  `${largest.toFixed(1).padStart(8)} kB  JavaScript until the first row of links, gzipped; the limit is ${LIMIT_KB} kB\n`,
);
if (largest > LIMIT_KB) process.exitCode = 1;
