import { openDatabase } from '../db/open.ts';

/** Inserts rows until it is killed and prints the id of each that the database has acknowledged. */
const [dataDir = ''] = process.argv.slice(2);
const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const { db } = await openDatabase({ databaseUrl: null, dataDir, log: quiet });
await db.exec('create table if not exists killed (id bigint generated always as identity primary key)');
for (;;) {
  const { rows } = await db.query<{ id: number }>('insert into killed default values returning id');
  process.stdout.write(`${rows[0]?.id}\n`);
}
