import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startHttpSide, testPassword } from '../testing/start-http-side.ts';
import { networkOf } from './throttle.ts';

let app: Awaited<ReturnType<typeof startHttpSide>>;
const email = 'rani@toko.test';

beforeAll(async () => {
  app = await startHttpSide();
  await app.addStaff(email, 'finance');
});
beforeEach(async () => {
  app.time.now = new Date('2026-11-20T03:00:00.000Z');
  await app.db.query('delete from sign_in_attempts');
});
afterAll(() => app.close());

const later = (seconds: number) => {
  app.time.now = new Date(app.time.now.getTime() + seconds * 1000);
};
/** The test app trusts one proxy, so the source address is the last of this header. */
const from = (address: string) => ({ 'x-forwarded-for': address });
const guess = (address = '198.51.100.1', account = email) => app.signIn(account, 'wrong password', from(address));
const right = (address = '198.51.100.1') => app.signIn(email, testPassword, from(address));

async function guessTimes(times: number, address?: string) {
  for (let count = 0; count < times; count += 1) expect((await guess(address)).status).toBe(401);
}

describe('failed sign-ins', () => {
  it('five are free, then even the right password waits, and the answer says how long', async () => {
    await guessTimes(5);
    const response = await right();
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('30');
    expect(await response.json()).toMatchObject({ type: '/problems/too-many-attempts', retryAfterSeconds: 30 });
  });

  it('the wait ends when it was said to end, and grows with each further failure', async () => {
    await guessTimes(5);
    for (const seconds of [30, 60, 120, 240]) {
      later(seconds - 1);
      expect((await guess()).status).toBe(429);
      later(1);
      expect((await guess()).status).toBe(401);
    }
  });

  it('an attempt that was refused for coming too early makes the wait no longer', async () => {
    await guessTimes(5);
    for (let count = 0; count < 20; count += 1) expect((await guess()).status).toBe(429);
    later(30);
    expect((await right()).status).toBe(200);
  });

  it('a success forgets the failures before it', async () => {
    await guessTimes(4);
    expect((await right()).status).toBe(200);
    await guessTimes(5);
    expect((await guess()).status).toBe(429);
  });

  it('successes never count', async () => {
    for (let count = 0; count < 8; count += 1) expect((await right()).status).toBe(200);
    const { rows } = await app.db.query('select subject from sign_in_attempts');
    expect(rows).toEqual([]);
  });

  it('are forgotten after a quarter of an hour', async () => {
    await guessTimes(5);
    later(15 * 60);
    await guessTimes(5);
    expect((await guess()).status).toBe(429);
  });

  it('from one address do not keep the same person elsewhere out', async () => {
    await guessTimes(5);
    expect((await right('203.0.113.9')).status).toBe(200);
  });

  it('of one e-mail address from everywhere: twenty are free', async () => {
    for (let count = 0; count < 20; count += 1) expect((await guess(`203.0.113.${count}`)).status).toBe(401);
    expect((await guess('198.51.100.77')).status).toBe(429);
  });

  it('from one network for all e-mail addresses: fifty are free', async () => {
    for (let count = 0; count < 50; count += 1) {
      const address = `2001:db8::${count.toString(16)}`;
      expect((await guess(address, `person${count}@toko.test`)).status).toBe(401);
    }
    expect((await guess('2001:db8::ffff', 'another@toko.test')).status).toBe(429);
    expect((await guess('2001:db8:0:1::1', 'another@toko.test')).status).toBe(401);
  });

  it('at the same time get no more guesses than one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => guess()));
    const checked = answers.filter(({ status }) => status === 401);
    expect(checked.length).toBeLessThanOrEqual(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30 - checked.length);
  });

  it('leave no e-mail address in the clear', async () => {
    await guess();
    const { rows } = await app.db.query<{ subject: string }>('select subject from sign_in_attempts');
    expect(rows).toHaveLength(3);
    expect(rows.map(({ subject }) => subject).join()).not.toMatch(/rani|198/);
  });
});

describe('the network that an address counts as', () => {
  it.each([
    ['198.51.100.1', '198.51.100.1'],
    ['::ffff:198.51.100.1', '198.51.100.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1::9', '2001:db8:1:0'],
    ['2001:0db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
