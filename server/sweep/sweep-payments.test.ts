import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import type { RunningServer } from '../start-server.ts';
import { catchUp } from '../testing/catch-up.ts';
import { fazzInput, newLink, postLink, readLink, remInput, timelineOf } from '../testing/link-inputs.ts';
import { makeOpenLinks } from '../testing/make-link.ts';
import { movableClock } from '../testing/movable-clock.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';
import { silenceByHour } from './silence-by-hour.ts';
import { sweepBacklog } from './sweep-backlog.ts';

const { clock, moveOn } = movableClock();
const seconds = 1_000;
const minutes = 60 * seconds;
const hours = 60 * minutes;
const environment = 'sandbox' as const;
const readsPerMinute = 60;
let app: TestApp;
let finance: TestClient;

beforeAll(async () => {
  app = await startTestApp({
    clock,
    config: { readsPerMinute },
    startWorkers: false,
    sandbox: { settleAfterMs: 'next-day-15:00' },
  });
});
afterAll(() => app.close());
beforeEach(async () => {
  app.sandbox.control.disarm();
  await app.db.exec('delete from read_budgets; update payments set sweep_after = null');
  // The clock outlives a session.
  finance = await app.signIn('finance');
});

/** Time passes at the twin and here, and the sweeper does what is due by then. */
async function sweepAfter(pauseMs: number, servers: Pick<RunningServer, 'workers'>[] = [app]): Promise<void> {
  moveOn(pauseMs);
  await app.sandbox.control.advance(0);
  await catchUp(app);
  await Promise.all(servers.map(({ workers }) => workers.sweeper.processAll()));
}

const inMs = (ms: number) => new Date(clock().getTime() + ms).toISOString();
const reads = (reference?: string) =>
  app.sandbox.control.requests({ reference }).filter(({ operation }) => /^get|^check/.test(operation));

/** What the timeline shows of the sweep, newest first. */
async function swept(id: string): Promise<string[]> {
  return (await timelineOf(finance, id)).flatMap((entry) =>
    entry.type === 'observation' && entry.source === 'sweep' ? [`${entry.status} ${entry.verdict}`] : [],
  );
}

describe('the sweep finds what never came', () => {
  it.each([
    ['rem', remInput],
    ['fazz', fazzInput],
  ] as const)('a payment at %s whose callback was lost, and says that it found it', async (_, input) => {
    const { id, reference } = await newLink(finance, input({ expiresAt: inMs(2 * hours) }));
    app.sandbox.control.arm({ scenario: 'callback_never', reference });
    await sweepAfter(30 * minutes);
    app.sandbox.control.pay(reference, { method: 'va', channel: 'bca' });
    await sweepAfter(85 * minutes);
    expect(reads(reference)).toEqual([]);
    expect(await readLink(finance, id)).toMatchObject({ status: 'open' });

    await sweepAfter(11 * minutes);
    expect(await readLink(finance, id)).toMatchObject({
      status: 'paid',
      late: false,
      settlement: 'waiting',
      calledBackAt: null,
      knownFrom: { source: 'sweep', confirmedAt: expect.any(String) },
    });
    expect(await swept(id)).toEqual(['paid applied']);
  });

  it.each([
    ['rem', remInput],
    ['fazz', fazzInput],
  ] as const)('at once what a callback of %s was about that said nothing of the status', async (_, input) => {
    const { id, reference } = await newLink(finance, input({ expiresAt: inMs(2 * hours) }));
    app.sandbox.control.arm({ scenario: 'missing_field', reference, operation: 'paymentLinkCallback' });
    app.sandbox.control.pay(reference, { method: 'va', channel: 'bca' });
    await sweepAfter(1 * seconds);
    expect(await readLink(finance, id)).toMatchObject({ status: 'paid', calledBackAt: expect.any(String) });
    expect(reads(reference)).toHaveLength(1);
    await sweepAfter(1 * minutes);
    expect(reads(reference)).toHaveLength(1);
  });

  it('a payment of a link that lives for weeks, within a day', async () => {
    const { id, reference } = await newLink(finance, remInput({ expiresAt: inMs(20 * 24 * hours) }));
    app.sandbox.control.arm({ scenario: 'callback_never', reference });
    app.sandbox.control.pay(reference);
    await sweepAfter(24 * hours);
    finance = await app.signIn('finance');
    expect((await readLink(finance, id)).status).toBe('paid');
  });

  it('an expiry, of which nobody tells, and after it the money that a bank sent late', async () => {
    const { id, reference } = await newLink(finance, remInput({ expiresAt: inMs(hours) }));
    app.sandbox.control.choose(reference, { method: 'va', channel: 'bca' });
    await sweepAfter(hours + 6 * minutes);
    expect(await readLink(finance, id)).toMatchObject({ status: 'expired' });
    expect(await swept(id)).toEqual(['expired applied']);

    app.sandbox.control.arm({ scenario: 'callback_never', reference });
    app.sandbox.control.pay(reference, { late: true });
    await sweepAfter(24 * hours);
    finance = await app.signIn('finance');
    expect(await readLink(finance, id)).toMatchObject({ status: 'paid', late: true });
  });

  it.each([6, 29])('late money of which nobody tells, %d days after the end', async (days) => {
    const { id, reference } = await newLink(finance, remInput({ expiresAt: inMs(hours) }));
    app.sandbox.control.choose(reference, { method: 'va', channel: 'bca' });
    for (let day = 0; day < days; day++) await sweepAfter(24 * hours);
    app.sandbox.control.arm({ scenario: 'callback_never', reference, count: 2 });
    app.sandbox.control.pay(reference, { late: true });
    await sweepAfter(3 * 24 * hours);
    finance = await app.signIn('finance');
    expect(await readLink(finance, id)).toMatchObject({ status: 'paid', late: true, knownFrom: { source: 'sweep' } });
  });

  it('late money on a link that was deleted', async () => {
    const { id, reference } = await newLink(finance, remInput({ expiresAt: inMs(20 * 24 * hours) }));
    const params = { path: { environment, id } };
    await finance.DELETE('/api/{environment}/links/{id}', { params });
    expect((await readLink(finance, id)).status).toBe('deleted');
    app.sandbox.control.arm({ scenario: 'callback_never', reference });
    app.sandbox.control.pay(reference, { late: true });
    await sweepAfter(25 * hours);
    finance = await app.signIn('finance');
    expect(await readLink(finance, id)).toMatchObject({ status: 'paid', late: true });
  });

  it('that a payment expired in the very moment of the look', async () => {
    const { id, reference } = await newLink(finance, remInput({ expiresAt: inMs(3 * 24 * hours) }));
    app.sandbox.control.arm({ scenario: 'expired_meanwhile', reference, operation: 'getPaymentLinkStatus' });
    await sweepAfter(24 * hours);
    finance = await app.signIn('finance');
    expect((await readLink(finance, id)).status).toBe('expired');
    // Three times more, for late money; then never again.
    const before = reads(reference).length;
    for (let day = 0; day < 35; day++) await sweepAfter(24 * hours);
    expect(reads(reference)).toHaveLength(before + 3);
    await sweepAfter(30 * 24 * hours);
    expect(reads(reference)).toHaveLength(before + 3);
  });

  it('a settlement that is late and whose callback is lost, looking ever more rarely until it is there', async () => {
    const { id, reference } = await newLink(finance, remInput());
    app.sandbox.control.arm({ scenario: 'settlement_late', reference, delayMs: 3 * 24 * hours });
    app.sandbox.control.pay(reference, { method: 'va', channel: 'bca' });
    await sweepAfter(0);
    const { settlesAt } = await readLink(finance, id);
    app.sandbox.control.arm({ scenario: 'callback_never', reference });
    const before = reads(reference).length;

    await sweepAfter(Date.parse(settlesAt ?? '') - clock().getTime() + 29 * minutes);
    expect(reads(reference)).toHaveLength(before);
    await sweepAfter(2 * minutes);
    expect(reads(reference)).toHaveLength(before + 1);
    for (let hour = 0; hour < 4 * 24; hour++) await sweepAfter(hours);
    finance = await app.signIn('finance');
    expect(await readLink(finance, id)).toMatchObject({ settlement: 'settled', settledAt: expect.any(String) });
    expect((await swept(id))[0]).toBe('paid applied');
    const looks = reads(reference).length - before;
    expect(looks).toBeGreaterThanOrEqual(6);
    expect(looks).toBeLessThanOrEqual(12);
    await sweepAfter(60 * 24 * hours);
    expect(reads(reference)).toHaveLength(before + looks);
  });

  it.each(['routing', 'one-time'] as const)('a payment of the kind %s', async (kind) => {
    const params = { path: { environment }, header: { 'Idempotency-Key': `swept-${kind}` } };
    const expiresAt = inMs(50 * minutes);
    const { data } =
      kind === 'routing'
        ? await finance.POST('/api/{environment}/routings', {
            params,
            body: { amountIdr: 25_000, hasHostedPage: false, expiresAt },
          })
        : await finance.POST('/api/{environment}/one-time-payments', {
            params,
            body: { method: 'qris', amountIdr: 25_000, displayName: 'Toko', expiresAt },
          });
    const { id = '', reference = '' } = data ?? {};
    app.sandbox.control.arm({ scenario: 'callback_never', reference });
    app.sandbox.control.pay(reference);
    await sweepAfter(56 * minutes);
    const { data: paid } = await finance.GET('/api/{environment}/payments/{id}', {
      params: { path: { environment, id } },
    });
    expect(paid).toMatchObject({ status: 'paid', knownFrom: { source: 'sweep' } });
  });

  it('but leaves to the resolver what is being created', async () => {
    app.sandbox.control.arm({ scenario: 'lost_response', operation: 'createPaymentLink' });
    const { data } = await postLink(finance, remInput({ expiresAt: inMs(hours) }));
    await sweepAfter(5 * 24 * hours);
    expect(reads(data?.reference)).toEqual([]);
  });
});

/** Payments of REM in the ledger, of which its twin knows nothing, made one second after the other and overdue by now. */
async function makeOverdue(count: number): Promise<string[]> {
  const firstMs = clock().getTime() - 48 * hours;
  const name = (index: number) => `OVERDUE${Math.floor(firstMs / 1_000)}${index.toString().padStart(5, '0')}`;
  const references = Array.from({ length: count }, (_, index) => name(index));
  await makeOpenLinks(app.db, references, new Date(firstMs));
  return references;
}

const backlog = async (): Promise<components['schemas']['CallbackHealth']['sweep'][number] | undefined> =>
  (await sweepBacklog(app.db, environment, clock())).find(({ provider }) => provider === 'rem');

describe('the budget of a provider account', () => {
  it('is kept by two replicas together, whatever is due', async () => {
    const replica = await app.startReplica();
    const references = await makeOverdue(150);
    const before = reads().length;
    for (let step = 0; step < 60; step++) await sweepAfter(2 * seconds, [app, replica]);
    const times = reads()
      .slice(before)
      .map(({ at }) => Date.parse(at));
    const busiest = Math.max(...times.map((from) => times.filter((ms) => ms >= from && ms < from + minutes).length));
    expect(busiest).toBeLessThanOrEqual(readsPerMinute * (1 + 1 / 6) + 1);
    expect(times.length).toBeGreaterThanOrEqual(2 * readsPerMinute);
    const perReference = references.map((reference) => reads(reference).length);
    expect(Math.max(...perReference)).toBe(1);
    await replica.stop();
  });

  it('gives way when the provider asks for fewer, for as long as it says, and recovers', async () => {
    await makeOverdue(150);
    app.sandbox.control.arm({ scenario: 'error_429', operation: 'getPaymentLinkStatus', retryAfterSeconds: 45 });
    await sweepAfter(0);
    expect(await backlog()).toMatchObject({ perMinute: 30, slowedUntil: expect.any(String) });
    const before = reads().length;
    await sweepAfter(44 * seconds);
    expect(reads()).toHaveLength(before);
    for (let second = 0; second < 60; second++) await sweepAfter(seconds);
    const slow = reads().length - before;
    expect(slow).toBeGreaterThan(20);
    expect(slow).toBeLessThanOrEqual(46);
    for (let minute = 0; minute < 5; minute++) await sweepAfter(minutes);
    expect(await backlog()).toMatchObject({ perMinute: 60, slowedUntil: null });
  });

  it.each([
    ['fails about', { scenario: 'error_500' } as const],
    ['refuses to be asked about', { scenario: 'html_answer', httpStatus: 403 } as const],
    ['breaks the connection about', { scenario: 'lost_response' } as const],
  ])('is not lowered for one payment that the provider always %s', async (_, arming) => {
    const [stuck = '', ...others] = await makeOverdue(100);
    app.sandbox.control.arm({ ...arming, reference: stuck, operation: 'getPaymentLinkStatus', count: null });
    for (let step = 0; step < 24; step++) await sweepAfter(5 * seconds);
    expect(others.filter((reference) => reads(reference).length === 0)).toEqual([]);
    expect(await backlog()).toMatchObject({ perMinute: readsPerMinute, slowedUntil: null, dueCount: 1 });
    expect(reads(stuck).length).toBeGreaterThanOrEqual(2);
    for (let hour = 0; hour < 12; hour++) await sweepAfter(hours);
    expect(reads(stuck).length).toBeGreaterThan(4);
    expect(reads(stuck).length).toBeLessThan(12);
  });

  it('is lowered when reads of several payments fail one after the other', async () => {
    await makeOverdue(30);
    app.sandbox.control.arm({ scenario: 'error_500', operation: 'getPaymentLinkStatus', count: null });
    await sweepAfter(0);
    expect(await backlog()).toMatchObject({ perMinute: 30, slowedUntil: expect.any(String) });
    await sweepAfter(15 * seconds);
    expect((await backlog())?.perMinute).toBeLessThan(20);
    app.sandbox.control.disarm();
    for (let step = 0; step < 90; step++) await sweepAfter(10 * seconds);
    expect(await backlog()).toMatchObject({ perMinute: readsPerMinute, slowedUntil: null, dueCount: 0 });
  });

  it('is not spent on one payment that can never be read', async () => {
    const [stuck = '', ...others] = await makeOverdue(30);
    app.sandbox.control.arm({
      scenario: 'html_answer',
      reference: stuck,
      operation: 'getPaymentLinkStatus',
      httpStatus: 200,
      count: null,
    });
    for (let minute = 0; minute < 60; minute++) await sweepAfter(minutes);
    expect(others.every((reference) => reads(reference).length >= 1)).toBe(true);
    expect(reads(stuck).length).toBeGreaterThan(3);
    expect(reads(stuck).length).toBeLessThan(10);
  });

  it('is shared with the confirmation of claims, which does not wait for it', async () => {
    const { id, reference } = await newLink(finance, remInput());
    await makeOverdue(30);
    await sweepAfter(0);
    const before = reads().length;
    app.sandbox.control.pay(reference, { method: 'va', channel: 'bca' });
    await app.sandbox.control.advance(0);
    await catchUp(app);
    expect((await readLink(finance, id)).status).toBe('paid');
    await sweepAfter(seconds);
    expect(reads()).toHaveLength(before + 1);
  });
});

describe('the budget between claims and the sweep', () => {
  it('paces claims too once the provider has asked for fewer', async () => {
    const links: string[] = [];
    for (let count = 0; count < 20; count++) links.push((await newLink(finance, remInput())).reference);
    const operation = 'getPaymentLinkStatus';
    app.sandbox.control.arm({ scenario: 'error_429', operation, retryAfterSeconds: 30, count: null });
    for (const reference of links) app.sandbox.control.pay(reference, { method: 'va', channel: 'bca' });
    await sweepAfter(0);
    app.sandbox.control.disarm();
    const before = reads().length;
    await sweepAfter(29 * seconds);
    expect(reads()).toHaveLength(before);
    for (let second = 0; second < 10; second++) await sweepAfter(seconds);
    expect(reads().length - before).toBeGreaterThanOrEqual(3);
    expect(reads().length - before).toBeLessThanOrEqual(6);
    for (let second = 0; second < 40; second++) await sweepAfter(seconds);
    const { rows } = await app.db.query(
      `select 1 from payments where reference = any($1::text[]) and status = 'paid' and claimed_at is null`,
      [links],
    );
    expect(rows).toHaveLength(20);
  });

  it('leaves the sweep a quarter while claims take more than there is, and says so', async () => {
    const overdue = await makeOverdue(60);
    const claimed = [...overdue.slice(0, 30)];
    const swept = overdue.slice(30);
    await app.db.query('update payments set sweep_after = null where reference = any($1::text[])', [claimed]);
    for (let second = 0; second < 60; second++) {
      await app.db.query('update payments set confirm_after = $1 where reference = any($2::text[])', [
        clock(),
        claimed.slice(second % 15, (second % 15) + 2),
      ]);
      await sweepAfter(seconds);
    }
    expect(await backlog()).toMatchObject({ perMinute: readsPerMinute / 4, slowedUntil: null });
    const count = swept.filter((reference) => reads(reference).length > 0).length;
    // What the bucket held at first, and then fifteen a minute.
    expect(count).toBeGreaterThanOrEqual(15);
    expect(count).toBeLessThanOrEqual(27);
  });
});

it('a backlog of 500 after an outage is worked off oldest first, and shows its size, its age and its pace', async () => {
  const references = await makeOverdue(500);
  const before = reads().length;
  await sweepAfter(0);
  const first = await backlog();
  expect(first).toMatchObject({ dueCount: 490, perMinute: readsPerMinute, slowedUntil: null });
  for (let second = 0; second < 20; second++) await sweepAfter(seconds);
  const later = await backlog();
  expect(later?.dueCount).toBeLessThanOrEqual(472);
  expect(later?.dueCount).toBeGreaterThanOrEqual(465);
  expect(Date.parse(later?.oldestDueAt ?? '')).toBeGreaterThan(Date.parse(first?.oldestDueAt ?? ''));

  const read = reads()
    .slice(before)
    .map((entry) => entry.reference ?? '');
  expect(read.length).toBeGreaterThanOrEqual(28);
  expect(read.toSorted()).toEqual(references.slice(0, read.length));
}, 120_000);

describe('silence', () => {
  const loseCallbackOf = async () => {
    const { id, reference } = await newLink(finance, remInput({ expiresAt: inMs(hours) }));
    app.sandbox.control.arm({ scenario: 'callback_never', reference });
    app.sandbox.control.pay(reference, { method: 'va', channel: 'bca' });
    return { id, reference };
  };
  const payAndHear = async () => {
    const { reference } = await newLink(finance, remInput());
    app.sandbox.control.pay(reference, { method: 'va', channel: 'bca' });
    await app.sandbox.control.advance(0);
    await catchUp(app);
  };
  const resendCallbackOf = async (id: string) => {
    const params = { path: { environment, id } };
    await finance.POST('/api/{environment}/payments/{id}/resend-callback', { params });
    await app.sandbox.control.advance(0);
    await catchUp(app);
  };
  const silence = () => silenceByHour(app.db, environment, clock());

  it('is three payments found paid with no callback since, and ends with the first that comes', async () => {
    await app.db.exec(`update payments set known_source = 'read' where known_source = 'sweep'`);
    expect(await silence()).toEqual({ silence: [], silent: [] });
    await loseCallbackOf();
    await loseCallbackOf();
    await sweepAfter(66 * minutes);
    expect((await silence()).silent).toEqual([]);
    const { id } = await loseCallbackOf();
    await sweepAfter(66 * minutes);
    const found = await silence();
    expect(found.silent).toEqual([{ provider: 'rem', kind: 'link' }]);
    expect(found.silence).toMatchObject([
      { provider: 'rem', kind: 'link', foundCount: 1 },
      { provider: 'rem', kind: 'link', foundCount: 2 },
    ]);
    expect(found.silence[0]?.hour).toMatch(/:00:00\.000Z$/);

    // The lost one is sent after all: it counts no more, and callbacks do come.
    await payAndHear();
    expect((await silence()).silent).toEqual([]);
    await resendCallbackOf(id);
    expect((await silence()).silence).toMatchObject([{ provider: 'rem', foundCount: 2 }]);
  });

  it('of one kind is noticed while the callbacks of another come', async () => {
    await app.db.exec(`update payments set known_source = 'read' where known_source = 'sweep'`);
    for (let count = 0; count < 3; count++) {
      const { data } = await finance.POST('/api/{environment}/routings', {
        params: { path: { environment }, header: { 'Idempotency-Key': `silent-routing-${count}` } },
        body: { amountIdr: 25_000, hasHostedPage: false, expiresAt: inMs(50 * minutes) },
      });
      app.sandbox.control.arm({ scenario: 'callback_never', reference: data?.reference ?? '' });
      app.sandbox.control.pay(data?.reference ?? '');
    }
    await sweepAfter(56 * minutes);
    await payAndHear();
    expect((await silence()).silent).toEqual([{ provider: 'rem', kind: 'routing' }]);
  });

  it('is not ended by what anybody can send, nor by what we had sent again', async () => {
    await app.db.exec(`update payments set known_source = 'read' where known_source = 'sweep'`);
    const lost = [];
    for (let count = 0; count < 4; count++) lost.push(await loseCallbackOf());
    await sweepAfter(66 * minutes);
    const open = await newLink(finance, remInput());
    const url = app.sandbox.control.settings().callbackUrls.rem ?? '';
    for (const reference of ['NOBODY', open.reference, lost[1]?.reference]) {
      const body = JSON.stringify({ partner_tx_id: reference, status: 'waiting_payment', amount: 150_000 });
      const paid = JSON.stringify({ partner_tx_id: reference, status: 'complete', amount: 150_000, paid_amount: 1 });
      await fetch(url, { method: 'POST', body });
      if (reference !== lost[1]?.reference) await fetch(url, { method: 'POST', body: paid });
    }
    await catchUp(app);
    await resendCallbackOf(lost[0]?.id ?? '');
    expect(await silence()).toMatchObject({
      silence: [{ provider: 'rem', kind: 'link', foundCount: 3 }],
      silent: [{ provider: 'rem', kind: 'link' }],
    });
  });
});
