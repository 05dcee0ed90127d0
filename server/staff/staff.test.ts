import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHttpSide, testPassword } from '../testing/start-http-side.ts';
import { createStaff } from './create-staff.ts';
import { disableStaff } from './disable-staff.ts';
import { enableStaff } from './enable-staff.ts';
import { listStaff } from './list-staff.ts';
import { setPassword } from './set-password.ts';

let app: Awaited<ReturnType<typeof startHttpSide>>;
const rani = { email: 'Rani@toko.test', name: ' Rani Wijaya ', role: 'finance', password: testPassword } as const;

beforeAll(async () => {
  app = await startHttpSide();
  await createStaff(deps(), rani);
});
afterAll(() => app.close());

const deps = () => ({ db: app.db, clock: () => app.time.now });

it('a new account can sign in at once and is listed', async () => {
  expect((await app.signIn('rani@toko.test')).status).toBe(200);
  expect(await listStaff(deps())).toEqual([
    {
      id: expect.stringMatching(/^stf_[0-9a-z]{26}$/),
      email: 'Rani@toko.test',
      name: 'Rani Wijaya',
      role: 'finance',
      isDemo: false,
      disabledAt: null,
    },
  ]);
});

it('the password is stored as a salted argon2id hash', async () => {
  await createStaff(deps(), { ...rani, email: 'same-password@toko.test' });
  const { rows } = await app.db.query<{ hash: string }>('select password_hash as hash from staff');
  expect(rows).toHaveLength(2);
  for (const { hash } of rows) expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=2,p=1\$/);
  expect(rows[0]?.hash).not.toBe(rows[1]?.hash);
});

it.each([
  ['an address that has an account, in other letters', { email: 'RANI@toko.test' }, 'has an account already'],
  ['what is no address', { email: 'rani' }, 'is no e-mail address'],
  ['no name', { email: 'new@toko.test', name: ' ' }, 'A name is needed'],
  ['a short password', { email: 'new@toko.test', password: 'elevenchars' }, '12 to 200 characters'],
])('an account with %s is refused', async (_, wrong, message) => {
  await expect(createStaff(deps(), { ...rani, ...wrong })).rejects.toThrow(message);
});

it('a disabled account can be enabled again, with its password', async () => {
  await disableStaff(deps(), 'rani@toko.test');
  expect((await app.signIn('rani@toko.test')).status).toBe(401);
  await expect(disableStaff(deps(), 'rani@toko.test')).rejects.toThrow('no account that is enabled');
  await enableStaff(deps(), 'rani@toko.test');
  expect((await app.signIn('rani@toko.test')).status).toBe(200);
  await expect(enableStaff(deps(), 'rani@toko.test')).rejects.toThrow('no account that is disabled');
});

it('nobody gets a password who has no account', async () => {
  await expect(setPassword(deps(), { email: 'nobody@toko.test', password: testPassword })).rejects.toThrow(
    'nobody@toko.test has no account',
  );
});
