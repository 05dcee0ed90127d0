import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase, testEngine } from '../testing/test-database.ts';
import { DatabaseUnavailableError } from './db-error.ts';
import { openPostgres } from './postgres.ts';

describe.skipIf(testEngine === 'pglite')('PostgreSQL', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(() => database?.close());

  /** Ends the other connections of this database, as a restart of the server would. */
  async function breakConnections() {
    const other = await openPostgres({ url: database.url ?? '', poolSize: 1 });
    await other.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await other.close();
  }

  it('goes on after its idle connections broke', async () => {
    await database.db.query('select 1');
    await breakConnections();
    await vi.waitFor(async () => expect((await database.db.query('select 1 as one')).rows).toEqual([{ one: 1 }]));
  });

  it('rejects a transaction whose connection breaks, and never lends that connection again', async () => {
    const outcome = database.db.tx(async (tx) => {
      await tx.query('create table lost (id int)');
      await breakConnections();
      await tx.query('select 1');
    });
    await expect(outcome).rejects.toThrow();
    await vi.waitFor(async () =>
      expect((await database.db.query("select to_regclass('lost') as found")).rows).toEqual([{ found: null }]),
    );
  });

  it('gives a connection up that has gone mute, without a word, and goes on with another', async () => {
    const mute = await startMutableProxy(database.url ?? '');
    const db = await openPostgres({ url: mute.url, poolSize: 2, answerWithinMs: 500 });
    await db.query('select 1');
    mute.silence();
    await expect(db.tx((tx) => tx.query('select 1'))).rejects.toThrow(DatabaseUnavailableError);
    expect((await db.query('select 2 as two')).rows).toEqual([{ two: 2 }]);
    await db.close();
    mute.close();
  });

  it('listens again after its connection broke, and says with an empty payload that something may be missing', async () => {
    const heard: string[] = [];
    const stop = await database.db.listen('news', (payload) => heard.push(payload));
    await breakConnections();
    await vi.waitFor(() => expect(heard).toEqual(['']), { timeout: 10_000 });
    await database.db.query("select pg_notify('news', 'again')");
    await vi.waitFor(() => expect(heard).toEqual(['', 'again']));
    await stop();
  });

  it('runs two transactions at the same time', async () => {
    const { db } = database;
    await db.tx(async (first) => {
      await first.query('select pg_advisory_xact_lock(1)');
      const again = await database.connectAgain();
      const { rows } = await again.query<{ free: boolean }>('select pg_try_advisory_xact_lock(1) as free');
      expect(rows).toEqual([{ free: false }]);
    });
  });

  it('limits how long a statement and an open transaction may take', async () => {
    const limits = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'TimeZone'];
    const { rows } = await database.db.query(
      'select name, setting from pg_settings where name = any($1::text[]) order by lower(name)',
      [limits],
    );
    expect(rows).toEqual([
      { name: 'idle_in_transaction_session_timeout', setting: '60000' },
      { name: 'lock_timeout', setting: '10000' },
      { name: 'statement_timeout', setting: '30000' },
      { name: 'TimeZone', setting: 'UTC' },
    ]);
  });
});

/** Stands before a PostgreSQL; `silence` makes the connections of that moment swallow all that is said, and keeps them open. */
async function startMutableProxy(url: string): Promise<{ url: string; silence(): void; close(): void }> {
  const { hostname, port } = new URL(url);
  const pairs: [Socket, Socket][] = [];
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    pairs.push([client, server]);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const)
      from
        .on('error', () => to.destroy())
        .on('close', () => to.destroy())
        .pipe(to);
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const through = new URL(url);
  through.port = String((proxy.address() as AddressInfo).port);
  return {
    url: through.href,
    silence: () => {
      for (const [client, server] of pairs) {
        client.unpipe(server);
        client.resume();
      }
    },
    close: () => {
      for (const socket of pairs.flat()) socket.destroy();
      proxy.close();
    },
  };
}

it('an address where no PostgreSQL answers is found at start', async () => {
  const closed = createServer();
  await new Promise<void>((listening) => closed.listen(0, '127.0.0.1', listening));
  const address = closed.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  await new Promise((done) => closed.close(done));
  await expect(openPostgres({ url: `postgres://nobody@127.0.0.1:${port}/none` })).rejects.toMatchObject({
    cause: { code: 'ECONNREFUSED' },
  });
});
