import { createHash } from 'node:crypto';
import type { Migration } from '../db/migrate.ts';

/** Names a template: it changes with the migrations and with whatever else is given. */
export function schemaHash(parts: readonly string[], migrations: readonly Migration[]): string {
  const hash = createHash('sha256');
  for (const part of [...parts, ...migrations.flatMap(({ name, checksum }) => [name, checksum])])
    hash.update(`${part}\n`);
  return hash.digest('hex').slice(0, 16);
}
