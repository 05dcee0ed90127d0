import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';

let database: TestDatabase;
let shipped: Migration[];

beforeEach(async () => {
  database = await createTestDatabase();
  shipped = await readMigrations();
});

afterEach(() => database?.close());

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: `checksum of ${sql}` };
}

it('a database that is up to date is left alone', async () => {
  expect(await migrate(database.db, shipped)).toEqual([]);
});

it('new migrations run in order, each once, also when two replicas start together', async () => {
  const next = [
    ...shipped,
    migration('9001-first', "create table grown (step text primary key); insert into grown values ('one')"),
    migration('9002-second', "insert into grown values ('two')"),
  ];
  const replica = await database.connectAgain();
  const applied = await Promise.all([migrate(database.db, next), migrate(replica, next)]);
  expect(applied.flat().sort()).toEqual(['9001-first', '9002-second']);
  expect((await database.db.query('select step from grown order by step')).rows).toEqual([
    { step: 'one' },
    { step: 'two' },
  ]);
});

it('a migration that fails leaves nothing behind and is tried again', async () => {
  const broken = [...shipped, migration('9001-broken', 'create table half (id int); select 1 / 0')];
  await expect(migrate(database.db, broken)).rejects.toMatchObject({ code: '22012' });
  const repaired = [...shipped, migration('9001-broken', 'create table half (id int)')];
  expect(await migrate(database.db, repaired)).toEqual(['9001-broken']);
});

it('an applied migration whose file has changed is refused', async () => {
  const changed = shipped.map((one, index) => (index === 0 ? { ...one, checksum: 'another' } : one));
  await expect(migrate(database.db, changed)).rejects.toThrow(/^Migration 0001-ledger was changed after it had run/);
});

it('a database that a newer version has migrated is refused', async () => {
  await migrate(database.db, [...shipped, migration('9001-newer', 'create table newer (id int)')]);
  await expect(migrate(database.db, shipped)).rejects.toThrow('The database has migration 9001-newer');
});
