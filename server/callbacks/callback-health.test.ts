import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountSettings } from '../config/secrets.ts';
import { newLink, remInput } from '../testing/link-inputs.ts';
import { movableClock } from '../testing/movable-clock.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

const tokens = { current: 'the-current-token-of-rem-0001', previous: 'the-previous-token-of-rem-001' };
const account: Omit<AccountSettings & { provider: 'rem' }, 'environment' | 'callbackToken'> = {
  provider: 'rem',
  baseUrl: 'http://127.0.0.1:1',
  payUrl: null,
  credentials: { username: 'toko', apiKey: 'key' },
};
const { clock, moveOn } = movableClock();
let app: TestApp;
let support: TestClient;

beforeAll(async () => {
  app = await startTestApp({
    clock,
    startWorkers: false,
    config: { trustProxy: 1 },
    accounts: [
      { ...account, environment: 'staging', callbackToken: tokens.current, previousCallbackToken: tokens.previous },
      {
        ...account,
        environment: 'production',
        callbackToken: tokens.current,
        callbackNetworks: ['203.0.113.0/24', '2001:db8::7'],
      },
    ],
  });
});
afterAll(() => app.close());
beforeEach(async () => {
  support = await app.signIn('support');
});

async function send(path: string, body = '{"partner_tx_id":"NOBODY"}', from?: string): Promise<number> {
  const headers = { 'content-type': 'application/json', ...(from !== undefined && { 'x-forwarded-for': from }) };
  return (await fetch(`${app.url}/callbacks/rem/${path}`, { method: 'POST', headers, body })).status;
}

async function health(environment: 'sandbox' | 'staging' | 'production') {
  const { data, response } = await support.GET('/api/{environment}/callback-health', {
    params: { path: { environment } },
  });
  if (!data) throw new Error(`No health: HTTP ${response.status}`);
  return data;
}

describe('tokens of callback addresses', () => {
  it('are valid both, old and new, and the last use of each is shown to the minute', async () => {
    expect((await health('staging')).tokens).toEqual([
      { provider: 'rem', name: 'current', lastUsedAt: null },
      { provider: 'rem', name: 'previous', lastUsedAt: null },
    ]);
    const startedAt = clock();
    expect(await send(`staging/${tokens.previous}`)).toBe(200);
    moveOn(30_000);
    expect(await send(`staging/${tokens.previous}`)).toBe(200);
    const [current, previous] = (await health('staging')).tokens;
    expect(current?.lastUsedAt).toBeNull();
    const usedAt = Date.parse(previous?.lastUsedAt ?? '');
    expect(usedAt).toBeGreaterThanOrEqual(startedAt.getTime());
    // The second use within a minute is not written down.
    expect(usedAt).toBeLessThan(startedAt.getTime() + 30_000);
    moveOn(60_000);
    expect(await send(`staging/${tokens.previous}`)).toBe(200);
    expect(await send(`staging/${tokens.current}`)).toBe(200);
    const [now, before] = (await health('staging')).tokens;
    expect(Date.parse(now?.lastUsedAt ?? '')).toBeGreaterThan(usedAt + 60_000);
    expect(Date.parse(before?.lastUsedAt ?? '')).toBeGreaterThan(usedAt + 60_000);
  });

  it('that are neither open nothing', async () => {
    expect(await send('staging/the-next-token-of-rem-00000001')).toBe(404);
    expect(await send(`production/${tokens.previous}`, '{}', '203.0.113.9')).toBe(404);
  });
});

describe('networks of an account', () => {
  const count = async () => (await app.db.query<{ n: number }>('select count(*) as n from callbacks')).rows[0]?.n;

  it.each([
    ['within a network', '203.0.113.9', 200],
    ['of IPv4 written as IPv6', '::ffff:203.0.113.9', 200],
    ['of IPv6', '2001:db8::7', 200],
    ['behind a proxy that says more than it should', '10.0.0.1, 203.0.113.9', 200],
    ['beside the network', '203.0.114.9', 404],
    ['beside the address', '2001:db8::8', 404],
    ['that is none', 'unknown', 404],
    ['that a stranger claims in front of his own', '203.0.113.9, 198.51.100.1', 404],
  ])('let pass a sender %s or answer him like a stranger', async (_, from, status) => {
    const before = (await count()) ?? 0;
    expect(await send(`production/${tokens.current}`, '{}', from)).toBe(status);
    expect(await count()).toBe(status === 200 ? before + 1 : before);
  });

  it('of another account bind nobody', async () => {
    expect(await send(`staging/${tokens.current}`, '{}', '198.51.100.1')).toBe(200);
  });
});

describe('the health of callbacks', () => {
  it('counts what came, what nobody understood and what waits, each environment by itself', async () => {
    moveOn(2 * 24 * 3_600_000);
    support = await app.signIn('support');
    await app.workers.callbacks.processAll();
    const before = await health('staging');
    expect(before).toMatchObject({
      received: [{ provider: 'rem', countToday: 0 }],
      unprocessedCount: 0,
      silent: [],
    });
    await send(`staging/${tokens.current}`);
    await app.workers.callbacks.processAll();
    const goOn = await app.workers.callbacks.pause();
    await send(`staging/${tokens.current}`);
    expect(await health('staging')).toMatchObject({
      received: [{ provider: 'rem', countToday: 2, lastAt: expect.any(String) }],
      parkedCount: before.parkedCount + 1,
      unprocessedCount: 1,
      destinations: [],
    });
    goOn();
    expect((await health('sandbox')).received).toEqual([
      { provider: 'rem', countToday: 0, lastAt: null },
      { provider: 'fazz', countToday: 0, lastAt: null },
    ]);
  });

  it('groups how messages differ from their contracts, of the last seven days', async () => {
    const finance = await app.signIn('finance');
    const { reference } = await newLink(finance, remInput());
    const url = app.sandbox.control.settings().callbackUrls.rem ?? '';
    const body = JSON.stringify({ partner_tx_id: reference, status: 'on_the_moon', amount: 150_000, colour: 'red' });
    await fetch(url, { method: 'POST', body });
    await fetch(url, { method: 'POST', body });
    await fetch(url, { method: 'POST', body: body.replace(reference, 'NOBODY-3') });
    await app.workers.callbacks.processAll();
    const { drift } = await health('sandbox');
    const about = (word: string) => drift.find(({ sentence }) => sentence.includes(word));
    expect(about('colour')).toMatchObject({ provider: 'rem', count: 3 });
    expect(about('status')).toMatchObject({ provider: 'rem', count: 3 });
    moveOn(7 * 24 * 3_600_000 + 1_000);
    support = await app.signIn('support');
    expect((await health('sandbox')).drift).toEqual([]);
  });
});
