import { afterAll, beforeAll, expect, it } from 'vitest';
import { roles } from '../auth/permissions.ts';
import { startHttpSide } from '../testing/start-http-side.ts';
import { demoPassword, demoStaff, settleDemoStaff } from './demo-staff.ts';

let app: Awaited<ReturnType<typeof startHttpSide>>;

beforeAll(async () => {
  app = await startHttpSide();
});
afterAll(() => app.close());

const settle = (...environments: ('sandbox' | 'staging' | 'production')[]) =>
  settleDemoStaff({ db: app.db, clock: () => app.time.now, config: { environments } });
const later = () => {
  app.time.now = new Date(app.time.now.getTime() + 5_000);
};

it('with the sandbox alone, one demo account per role can sign in', async () => {
  const accounts = await settle('sandbox');
  expect(accounts.map(({ role }) => role).toSorted()).toEqual(roles.toSorted());
  for (const { email, role } of accounts) {
    const response = await app.signIn(email, demoPassword);
    expect(await response.json()).toMatchObject({ staff: { email, role } });
  }
});

it('a second start changes nothing', async () => {
  await settle('sandbox');
  await settle('sandbox');
  const { rows } = await app.db.query<{ count: number }>('select count(*) as count from staff');
  expect(rows[0]?.count).toBe(demoStaff.length);
});

it.each(['staging', 'production'] as const)(
  'with %s configured no demo account can sign in, and none stays signed in',
  async (real) => {
    await settle('sandbox');
    const signedIn = await app.signIn(demoStaff[0].email, demoPassword);
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    expect((await app.call('GET', '/api/session', { headers: { cookie } })).status).toBe(200);

    expect(await settle('sandbox', real)).toEqual([]);
    later();
    expect((await app.call('GET', '/api/session', { headers: { cookie } })).status).toBe(401);
    for (const { email } of demoStaff) expect((await app.signIn(email, demoPassword)).status).toBe(401);
  },
);

it('no other account exists by itself, and real accounts are left alone', async () => {
  await app.addStaff('rani@toko.test', 'finance');
  await settle('production');
  expect((await app.signIn('rani@toko.test')).status).toBe(200);
  const { rows } = await app.db.query('select email from staff where disabled_at is null');
  expect(rows).toEqual([{ email: 'rani@toko.test' }]);
});

it('a real account with a demo address keeps its password', async () => {
  await app.db.query(`update staff set email = 'former-' || email where is_demo`);
  await app.addStaff(demoStaff[0].email, 'viewer');
  await settle('sandbox');
  expect((await app.signIn(demoStaff[0].email, demoPassword)).status).toBe(401);
  expect(await (await app.signIn(demoStaff[0].email)).json()).toMatchObject({ staff: { role: 'viewer' } });
});
