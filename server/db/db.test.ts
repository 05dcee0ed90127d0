import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { isUniqueViolation } from './db-error.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.exec(
    'create table notes (id bigint generated always as identity primary key, text text not null unique)',
  );
});

afterAll(() => database.close());

async function selectValue(sql: string, params: unknown[] = []): Promise<unknown> {
  const { rows } = await database.db.query<{ value: unknown }>(`select ${sql} as value`, params);
  return rows[0]?.value;
}

describe('values of both engines', () => {
  it.each<[sql: string, expected: unknown]>([
    ['9007199254740991::bigint', 9_007_199_254_740_991],
    ['-5::int', -5],
    ['7::smallint', 7],
    ['1.5::float8', 1.5],
    ["'10000.0'::numeric", '10000.0'],
    ['true', true],
    ['null::bigint', null],
    ["''::text", ''],
    ["date '2026-11-20'", '2026-11-20'],
    ["timestamptz '2026-11-20 07:00:00.123456+07'", new Date('2026-11-20T00:00:00.123Z')],
    ["timestamptz '2026-11-20 00:00:00+00'", new Date('2026-11-20T00:00:00Z')],
    ["timestamptz '2026-11-19 18:30:00+00'::date", '2026-11-19'],
    ["'\\x00ff41'::bytea", new Uint8Array([0, 255, 65])],
    [`'{"a":[1,null,"b"]}'::jsonb`, { a: [1, null, 'b'] }],
    ["'[]'::jsonb", []],
    ["'null'::jsonb", null],
    ["array['a', 'b \"c\" \\', 'd,{e}', 'NULL', null, '']::text[]", ['a', 'b "c" \\', 'd,{e}', 'NULL', null, '']],
    ["'{}'::text[]", []],
    ['array[1, 9007199254740991]::bigint[]', [1, 9_007_199_254_740_991]],
    [
      'array[array[1, 2], array[3, 4]]::int[]',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["array[date '2026-11-20']", ['2026-11-20']],
  ])('%s comes out alike', async (sql, expected) => {
    expect(await selectValue(sql)).toStrictEqual(expected);
  });

  it('refuses a whole number that a JavaScript number cannot hold', async () => {
    await expect(selectValue('9007199254740992::bigint')).rejects.toThrow(RangeError);
  });
});

describe('parameters of both engines', () => {
  const at = new Date('2026-11-20T03:04:05.678Z');
  it.each<[sql: string, param: unknown, expected: unknown]>([
    ['$1::timestamptz', at, at],
    ['$1::bigint', 9_007_199_254_740_991, 9_007_199_254_740_991],
    ['$1::boolean', false, false],
    ['$1::text', 'Rp 1 – é 🙂', 'Rp 1 – é 🙂'],
    ['$1::text', '\udc00\udc00 \ud800', '\u{FFFD}\u{FFFD} \u{FFFD}'],
    ['$1::text', undefined, null],
    ['$1::date', '2026-11-20', '2026-11-20'],
    ['$1::bytea', new Uint8Array([0, 1, 255]), new Uint8Array([0, 1, 255])],
    ['$1::bytea', Buffer.from('pool').subarray(1, 3), new Uint8Array([0x6f, 0x6f])],
    ['$1::jsonb', { a: [1, { b: null }], c: 'd' }, { a: [1, { b: null }], c: 'd' }],
    ['$1::jsonb', [], []],
    ['$1::jsonb', ['a', { b: 1 }], ['a', { b: 1 }]],
    ['$1::text[]', ['a', 'b "c" \\', null, 'NULL', ''], ['a', 'b "c" \\', null, 'NULL', '']],
    ['$1::text[]', ['\udc00\udc00'], ['\u{FFFD}\u{FFFD}']],
    ['$1::text[]', [], []],
    ['$1::bigint[]', [1, 2], [1, 2]],
  ])('%s takes %j', async (sql, param, expected) => {
    expect(await selectValue(sql, [param])).toStrictEqual(expected);
  });

  it('takes a bigint', async () => {
    expect(await selectValue('$1::bigint', [150_000n])).toBe(150_000);
  });

  it('refuses an array whose statement does not say what it is, because [] would become {} in a jsonb column', async () => {
    await expect(selectValue('$1', [[]])).rejects.toThrow('write $1::text[]');
  });
});

describe('statements', () => {
  it('tell how many rows an insert, an update and a delete touched', async () => {
    const { db } = database;
    expect((await db.query("insert into notes (text) values ('x1'), ('x2') returning id")).affected).toBe(2);
    expect((await db.query("update notes set text = text || '!' where text like 'x%'")).affected).toBe(2);
    expect((await db.query("delete from notes where text like 'x%'")).affected).toBe(2);
    expect((await db.query('select 1')).affected).toBe(0);
    expect((await db.query('create temporary table passing (id int)')).affected).toBe(0);
  });

  it('name the violated constraint of a duplicate', async () => {
    await database.db.query("insert into notes (text) values ('once')");
    const error = await database.db
      .query("insert into notes (text) values ('once')")
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: '23505', constraint: 'notes_text_key' });
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'notes_text_key')).toBe(true);
    expect(isUniqueViolation(error, 'notes_pkey')).toBe(false);
  });

  it('fail with the SQLSTATE and leave the database usable', async () => {
    await expect(database.db.query('select from nowhere')).rejects.toMatchObject({ code: '42P01' });
    await expect(database.db.query('selec')).rejects.toMatchObject({ code: '42601' });
    await expect(database.db.query('select 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
    expect(await selectValue('1')).toBe(1);
  });

  it('give their rows again after a value that was refused, and after more other statements than an engine keeps', async () => {
    const twice = (value: unknown) => selectValue('$1::int * 2', [value]);
    expect(await twice(1)).toBe(2);
    await expect(twice('two')).rejects.toMatchObject({ code: '22P02' });
    for (let number = 0; number < 450; number += 1) expect(await selectValue(`${number}`)).toBe(number);
    expect(await twice(3)).toBe(6);
  });

  it('that come after a failure in a transaction are refused there, and work afterwards', async () => {
    const { db } = database;
    const failing = db.tx(async (tx) => {
      await tx.query('select 1 / 0').catch(() => undefined);
      await expect(tx.query('select 2 as fresh')).rejects.toMatchObject({ code: '25P02' });
    });
    await expect(failing).rejects.toMatchObject({ code: '25P02' });
    expect((await db.query('select 2 as fresh')).rows).toEqual([{ fresh: 2 }]);
  });
});
