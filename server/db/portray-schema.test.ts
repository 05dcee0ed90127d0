import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { portraySchema } from './portray-schema.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database?.close());

it('the committed portrait of the schema is what the migrations make, on both engines (vitest -u renews it)', async () => {
  await expect(await portraySchema(database.db)).toMatchFileSnapshot('./schema.txt');
});
