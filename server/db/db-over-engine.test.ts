import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { Db } from './db.ts';

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  await db.exec('create table counters (name text primary key, value bigint not null)');
});

afterAll(() => database?.close());

beforeEach(() => db.exec("truncate counters; insert into counters values ('a', 0)"));

async function valueOfA(on: Db = db): Promise<number | undefined> {
  return (await on.query<{ value: number }>("select value from counters where name = 'a'")).rows[0]?.value;
}

function setA(on: Db, value: number) {
  return on.query("update counters set value = $1 where name = 'a'", [value]);
}

describe('a transaction', () => {
  it('keeps what its work did and hands its result on', async () => {
    const result = await db.tx(async (tx) => {
      await setA(tx, 1);
      return valueOfA(tx);
    });
    expect(result).toBe(1);
    expect(await valueOfA()).toBe(1);
  });

  it('undoes everything when its work throws, and throws the same', async () => {
    const reason = new Error('no');
    const outcome = db.tx(async (tx) => {
      await setA(tx, 1);
      throw reason;
    });
    await expect(outcome).rejects.toBe(reason);
    expect(await valueOfA()).toBe(0);
  });

  it('shows nothing of itself to a statement that comes meanwhile and undoes what it did before', async () => {
    const written = deferred();
    const finish = deferred();
    const transaction = db.tx(async (tx) => {
      await setA(tx, 1);
      written.resolve(undefined);
      await finish.promise;
      throw new Error('undone');
    });
    await written.promise;
    const seen = valueOfA();
    finish.resolve(undefined);
    await expect(transaction).rejects.toThrow('undone');
    expect(await seen).toBe(0);
  });

  it('lets no update of a parallel one be lost', async () => {
    const addOne = () =>
      db.tx(async (tx) => {
        const { rows } = await tx.query<{ value: number }>("select value from counters where name = 'a' for update");
        await setA(tx, (rows[0]?.value ?? Number.NaN) + 1);
      });
    await Promise.all(Array.from({ length: 20 }, addOne));
    expect(await valueOfA()).toBe(20);
  });

  it('is joined by one inside it: both are kept together', async () => {
    await db.tx(async (tx) => {
      await setA(tx, 1);
      await tx.tx(async (inner) => expect(await valueOfA(inner)).toBe(1));
    });
    expect(await valueOfA()).toBe(1);
  });

  it('keeps nothing when one that joined it threw, even if the throw was caught', async () => {
    const outcome = db.tx(async (tx) => {
      await setA(tx, 1);
      await tx.tx(() => Promise.reject(new Error('inner'))).catch(() => undefined);
    });
    await expect(outcome).rejects.toThrow('A joined transaction threw');
    expect(await valueOfA()).toBe(0);
  });

  it('says that it kept nothing when a failed statement inside was caught', async () => {
    const outcome = db.tx(async (tx) => {
      await setA(tx, 1);
      await tx.query('select 1 / 0').catch(() => undefined);
    });
    await expect(outcome).rejects.toMatchObject({ code: '25P02' });
    expect(await valueOfA()).toBe(0);
  });

  it('refuses statements outside of it while it is open, and through it when it is over', async () => {
    let kept: Db | undefined;
    await db.tx(async (tx) => {
      kept = tx;
      await expect(db.query('select 1')).rejects.toThrow('use its tx');
      await expect(db.tx(async () => 1)).rejects.toThrow('use its tx');
    });
    await expect(kept?.query('select 1')).rejects.toThrow('This transaction is over.');
    expect((await db.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
});

describe('listening', () => {
  it('hears what was committed, in order, with its payload, and nothing of what was undone', async () => {
    const heard: string[] = [];
    const stop = await db.listen('news', (payload) => heard.push(payload));
    await db.query("select pg_notify('news', 'first')");
    await db
      .tx(async (tx) => {
        await tx.query("select pg_notify('news', 'undone')");
        throw new Error('undo');
      })
      .catch(() => undefined);
    await db.tx((tx) => tx.query("select pg_notify('news', $1)", ['second']));
    await db.query("select pg_notify('other', 'third')");
    await vi.waitFor(() => expect(heard).toEqual(['first', 'second']));

    await stop();
    const stopOther = await db.listen('last', (payload) => heard.push(payload));
    await db.query("select pg_notify('news', 'unheard')");
    await db.query("select pg_notify('last', 'end')");
    await vi.waitFor(() => expect(heard).toEqual(['first', 'second', 'end']));
    await stopOther();
  });

  it('serves several listeners of one channel, each until it stops', async () => {
    const heard: string[] = [];
    const stops = await Promise.all(
      ['a', 'b'].map((name) => db.listen('Two "words"', (payload) => heard.push(name + payload))),
    );
    await db.query('select pg_notify($1, $2)', ['Two "words"', '1']);
    await vi.waitFor(() => expect(heard.sort()).toEqual(['a1', 'b1']));
    await stops[0]?.();
    await db.query('select pg_notify($1, $2)', ['Two "words"', '2']);
    await vi.waitFor(() => expect(heard.sort()).toEqual(['a1', 'b1', 'b2']));
    await stops[1]?.();
  });
});

function deferred() {
  let resolve: (value: unknown) => void = () => {};
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
