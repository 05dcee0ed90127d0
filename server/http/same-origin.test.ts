import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpSide } from '../testing/start-http-side.ts';

let app: Awaited<ReturnType<typeof startHttpSide>>;

beforeAll(async () => {
  app = await startHttpSide({ publicUrl: 'http://tautan.toko.test' });
  await app.addStaff('rani@toko.test', 'finance');
});
afterAll(() => app.close());

/** A sign-out that came through, or was refused; and whether the session is still there. */
async function signOutWith(headers: Record<string, string>) {
  const cookie = await app.cookieOf('rani@toko.test');
  const { status } = await app.call('DELETE', '/api/session', { headers: { cookie, ...headers } });
  const stillIn = (await app.call('GET', '/api/session', { headers: { cookie } })).status === 200;
  return { status, stillIn };
}

const allowed = { status: 204, stillIn: false };
const refused = { status: 403, stillIn: true };

describe('a change is taken', () => {
  it.each([
    ['from a script, which sends neither header', {}],
    ['from our own page', { 'sec-fetch-site': 'same-origin' }],
    ['when a person typed it', { 'sec-fetch-site': 'none' }],
    ['from the public address', { origin: 'http://tautan.toko.test' }],
  ])('%s', async (_, headers) => {
    expect(await signOutWith(headers)).toEqual(allowed);
  });

  it('from the host it is sent to, whatever the scheme in front of a proxy', async () => {
    expect(await signOutWith({ origin: app.url })).toEqual(allowed);
    expect(await signOutWith({ origin: app.url.replace('http:', 'https:') })).toEqual(allowed);
  });
});

describe('a change is refused, and nothing is done,', () => {
  it.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from another port or subdomain of ours', { 'sec-fetch-site': 'same-site' }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from an origin that looks like ours', { origin: 'http://tautan.toko.test.evil.example' }],
    ['from nowhere in particular', { origin: 'null' }],
    ['from another site that claims our origin', { 'sec-fetch-site': 'cross-site', origin: 'http://tautan.toko.test' }],
  ])('%s', async (_, headers) => {
    expect(await signOutWith(headers)).toEqual(refused);
  });

  it('also when it is a sign-in', async () => {
    const response = await app.signIn('rani@toko.test', undefined, { origin: 'https://evil.example' });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ type: '/problems/cross-site' });
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

it('reading is not hindered: the cookie itself never comes along from another site', async () => {
  const cookie = await app.cookieOf('rani@toko.test');
  const headers = { cookie, 'sec-fetch-site': 'cross-site' };
  expect((await app.call('GET', '/api/session', { headers })).status).toBe(200);
});
