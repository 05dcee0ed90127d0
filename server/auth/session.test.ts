import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { disableStaff } from '../staff/disable-staff.ts';
import { setPassword } from '../staff/set-password.ts';
import { startHttpSide, testPassword } from '../testing/start-http-side.ts';

let app: Awaited<ReturnType<typeof startHttpSide>>;
const hourMs = 3_600_000;
const email = 'rani@toko.test';

beforeAll(async () => {
  app = await startHttpSide();
  await app.addStaff(email, 'finance');
});
beforeEach(async () => {
  app.time.now = new Date('2026-11-20T03:00:00.000Z');
  await app.db.query('delete from sessions');
});
afterAll(() => app.close());

const whoAmI = (cookie: string) => app.call('GET', '/api/session', { headers: { cookie } });
const later = (ms: number) => {
  app.time.now = new Date(app.time.now.getTime() + ms);
};

describe('signing in', () => {
  it('answers who one is, and what one may do in each environment', async () => {
    const response = await app.signIn(email);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      staff: { id: expect.stringMatching(/^stf_/), name: 'A finance', email, role: 'finance' },
      environments: ['sandbox', 'production'].map((name) => ({
        name,
        providers: ['rem'],
        permissions: expect.arrayContaining(['payments.create', 'contacts.read']),
      })),
      expiresAt: '2026-11-20T15:00:00.000Z',
    });
  });

  it('sets a cookie that scripts cannot read and other sites cannot use', async () => {
    const [cookie] = (await app.signIn(email)).headers.getSetCookie();
    expect(cookie).toMatch(
      /^tautan_session=[A-Za-z0-9_-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
  });

  it('takes the address in upper and lower case, with spaces around it', async () => {
    expect((await app.signIn(' Rani@Toko.TEST ')).status).toBe(200);
  });

  it('stores no token, only its digest', async () => {
    const cookie = await app.cookieOf(email);
    const token = cookie.split('=')[1] ?? '';
    const { rows } = await app.db.query<{ digest: Uint8Array }>('select token_digest as digest from sessions');
    const digests = rows.map(({ digest }) => Buffer.from(digest).toString('hex'));
    expect(digests).toEqual([createHash('sha256').update(token).digest('hex')]);
    expect(app.logLines.join()).not.toContain(token);
  });

  it('writes who signed in into the audit, with the request id', async () => {
    await app.signIn(email, testPassword, { 'x-request-id': 'sign-in-test-1' });
    const { rows } = await app.db.query(
      `select staff_name, action, outcome from audit_entries where request_id = 'sign-in-test-1'`,
    );
    expect(rows).toEqual([{ staff_name: 'A finance', action: 'signIn', outcome: 'done' }]);
  });

  it('refuses a wrong password, an unknown address and a disabled account alike', async () => {
    await app.addStaff('gone@toko.test', 'support');
    await disableStaff({ db: app.db, clock: () => app.time.now }, 'gone@toko.test');
    const answers = await Promise.all([
      app.signIn(email, 'wrong password'),
      app.signIn('nobody@toko.test'),
      app.signIn('gone@toko.test'),
    ]);
    const problems = await Promise.all(answers.map(async (answer) => ({ ...(await answer.json()), requestId: '' })));
    expect(problems[0]).toMatchObject({ type: '/problems/wrong-credentials', status: 401 });
    expect(problems).toEqual([problems[0], problems[0], problems[0]]);
    for (const answer of answers) expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('gives a new token and ends the session that the browser had', async () => {
    const before = await app.cookieOf(email);
    const response = await app.signIn(email, testPassword, { cookie: before });
    const after = response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    expect(after).not.toBe(before);
    expect((await whoAmI(before)).status).toBe(401);
    expect((await whoAmI(after)).status).toBe(200);
  });

  it('never takes a token that a browser brings along', async () => {
    const planted = `tautan_session=${'A'.repeat(43)}`;
    await app.signIn(email, testPassword, { cookie: planted });
    expect((await whoAmI(planted)).status).toBe(401);
  });
});

describe('a session', () => {
  it('ends at once by signing out, and its cookie is cleared', async () => {
    const cookie = await app.cookieOf(email);
    expect((await whoAmI(cookie)).status).toBe(200);
    const response = await app.call('DELETE', '/api/session', { headers: { cookie } });
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()[0]).toMatch(/^tautan_session=; Path=\/; Expires=Thu, 01 Jan 1970/);
    const after = await whoAmI(cookie);
    expect(after.status).toBe(401);
    expect(await after.json()).toMatchObject({ type: '/problems/not-signed-in' });
  });

  it('ends 12 hours after sign-in, however busy it is', async () => {
    const cookie = await app.cookieOf(email);
    for (let hour = 1; hour < 12; hour += 1) {
      later(hourMs);
      expect((await whoAmI(cookie)).status).toBe(200);
    }
    later(hourMs);
    expect((await whoAmI(cookie)).status).toBe(401);
  });

  it('ends after 2 hours without use', async () => {
    const cookie = await app.cookieOf(email);
    later(2 * hourMs - 1000);
    expect((await whoAmI(cookie)).status).toBe(200);
    later(2 * hourMs);
    expect((await whoAmI(cookie)).status).toBe(401);
  });

  it('is removed from the database when it has ended and somebody signs in', async () => {
    await app.cookieOf(email);
    later(3 * hourMs);
    await app.cookieOf(email);
    const { rows } = await app.db.query<{ count: number }>('select count(*) as count from sessions');
    expect(rows[0]?.count).toBe(1);
  });

  it('notes its use at most once a minute', async () => {
    const cookie = await app.cookieOf(email);
    const lastSeen = async () => {
      const { rows } = await app.db.query<{ at: Date }>('select last_seen_at as at from sessions');
      return rows[0]?.at.toISOString();
    };
    later(59_000);
    await whoAmI(cookie);
    expect(await lastSeen()).toBe('2026-11-20T03:00:00.000Z');
    later(1000);
    await whoAmI(cookie);
    expect(await lastSeen()).toBe('2026-11-20T03:01:00.000Z');
  });

  it('ends within seconds when it was ended elsewhere', async () => {
    const cookie = await app.cookieOf(email);
    expect((await whoAmI(cookie)).status).toBe(200);
    await app.db.query('delete from sessions');
    later(3000);
    expect((await whoAmI(cookie)).status).toBe(401);
  });

  it('ends within seconds when its person is disabled or gets a new password', async () => {
    await app.addStaff('budi@toko.test', 'support');
    const first = await app.cookieOf('budi@toko.test');
    await setPassword({ db: app.db }, { email: 'budi@toko.test', password: 'another long password' });
    later(3000);
    expect((await whoAmI(first)).status).toBe(401);
    expect((await app.signIn('budi@toko.test')).status).toBe(401);

    const response = await app.signIn('budi@toko.test', 'another long password');
    const second = response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    await disableStaff({ db: app.db, clock: () => app.time.now }, 'budi@toko.test');
    later(3000);
    expect((await whoAmI(second)).status).toBe(401);
  });

  it.each(['tautan_session=', 'tautan_session=short', 'other=1', '=;;='])(
    'is not found in the cookie %j',
    async (cookie) => {
      expect((await whoAmI(cookie)).status).toBe(401);
    },
  );

  it('is found among other cookies', async () => {
    const cookie = await app.cookieOf(email);
    expect((await whoAmI(`theme=dark; ${cookie}; x=y=z`)).status).toBe(200);
  });
});

it('over https the cookie is Secure and HSTS is set', async () => {
  const secure = await startHttpSide({ publicUrl: 'https://tautan.example.com' });
  try {
    await secure.addStaff(email, 'viewer');
    const response = await secure.signIn(email);
    expect(response.headers.getSetCookie()[0]).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000');
  } finally {
    await secure.close();
  }
});
