import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoAccount } from '../sandbox/demo-account.ts';
import { catchUp } from '../testing/catch-up.ts';
import { linkAt, newLink, postLink, readLink, remInput, timelineOf } from '../testing/link-inputs.ts';
import { movableClock } from '../testing/movable-clock.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

const { clock, moveOn } = movableClock();
const seconds = 1_000;
const minutes = 60 * seconds;
const hours = 60 * minutes;
const environment = 'sandbox' as const;
let app: TestApp;
let finance: TestClient;

beforeAll(async () => {
  app = await startTestApp({
    clock,
    config: { answerWithinMs: 2 * seconds, providerTimeoutMs: 2.5 * seconds },
    startWorkers: false,
    sandbox: { settleAfterMs: 'next-day-15:00' },
  });
});
afterAll(() => app.close());
beforeEach(async () => {
  app.sandbox.control.disarm();
  await app.db.exec('delete from read_budgets');
  // The clock outlives a session.
  finance = await app.signIn('finance');
});

/** What anybody can send who knows the secret address: REM signs nothing. */
async function forge(reference: string, said: Record<string, unknown> = {}): Promise<void> {
  const body = { partner_tx_id: reference, status: 'complete', amount: 150_000, paid_amount: 150_000, ...said };
  const url = app.sandbox.control.settings().callbackUrls.rem ?? '';
  expect((await fetch(url, { method: 'POST', body: JSON.stringify(body) })).status).toBe(200);
  await catchUp(app);
}

async function payAndHear(reference: string): Promise<void> {
  app.sandbox.control.pay(reference, { method: 'va', channel: 'bca' });
  await app.sandbox.control.advance(0);
  await catchUp(app);
}

async function askAfter(...pausesMs: number[]): Promise<void> {
  for (const pauseMs of pausesMs) {
    moveOn(pauseMs);
    await app.workers.confirmer.processAll();
  }
}

const reads = (reference: string) =>
  app.sandbox.control.requests({ reference, operation: 'getPaymentLinkStatus' }).length;

async function latestOf(id: string) {
  const { data } = await finance.GET('/api/{environment}/payments/{id}/latest-callback', linkAt(id));
  return data?.callback;
}

async function verdicts(id: string): Promise<string[]> {
  return (await timelineOf(finance, id)).flatMap((entry) =>
    entry.type === 'observation' && entry.source === 'callback'
      ? [`${entry.status} ${entry.verdict}${entry.reason ? ` ${entry.reason.code}` : ''}`]
      : [],
  );
}

async function needing(attention: 'contradicted' | 'unconfirmed'): Promise<string[]> {
  const query = { attention };
  const { data } = await finance.GET('/api/{environment}/payments', { params: { path: { environment }, query } });
  return (data?.items ?? []).map(({ id }) => id);
}

const totals = async () =>
  (await finance.GET('/api/{environment}/payment-totals', { params: { path: { environment } } })).data;

describe('a callback of REM that reports a payment', () => {
  it('is a claim for a moment, and the payment is paid when a read says the same', async () => {
    const { id, reference } = await newLink(finance, remInput());
    app.sandbox.control.arm({ scenario: 'error_500', operation: 'getPaymentLinkStatus' });
    await payAndHear(reference);
    const claimed = await readLink(finance, id);
    expect(claimed).toMatchObject({
      status: 'open',
      paidAmountIdr: null,
      knownFrom: null,
      claimedAt: expect.any(String),
    });
    expect(await verdicts(id)).toEqual(['paid claimed']);

    await askAfter(11 * seconds);
    expect(await readLink(finance, id)).toMatchObject({
      status: 'paid',
      settlement: 'waiting',
      paidAmountIdr: 150_000,
      claimedAt: null,
      contradictedAt: null,
      knownFrom: { source: 'callback', at: claimed.claimedAt, confirmedAt: expect.any(String) },
    });
    expect(await verdicts(id)).toEqual(['paid applied']);
    expect(await app.workers.confirmer.processAll()).toBe(0);
  });

  it('is confirmed at once, without anybody waiting for a worker, and its settlement is too', async () => {
    const { id, reference } = await newLink(finance, remInput());
    app.sandbox.control.pay(reference, { method: 'va', channel: 'bca' });
    await expect.poll(async () => (await readLink(finance, id)).status).toBe('paid');
    app.sandbox.control.settle(reference);
    await expect.poll(async () => (await readLink(finance, id)).settlement).toBe('settled');
    expect(await verdicts(id)).toEqual(['paid applied', 'paid applied']);
    expect(reads(reference)).toBe(2);
  });

  it('that comes after the news of its settlement, or again, changes nothing more', async () => {
    const { id, reference } = await newLink(finance, remInput());
    app.sandbox.control.arm({ scenario: 'callback_reordered' });
    app.sandbox.control.pay(reference, { method: 'va', channel: 'bri' });
    app.sandbox.control.settle(reference);
    await app.sandbox.control.advance(0);
    await catchUp(app);
    const { version, ...settled } = await readLink(finance, id);
    expect(settled).toMatchObject({ status: 'paid', settlement: 'settled' });

    for (const { body } of app.sandbox.control.deliveries({ reference })) await forge(reference, JSON.parse(body));
    const after = await readLink(finance, id);
    expect(after).toMatchObject({ version, status: 'paid', settlement: 'settled', contradictedAt: null });
    expect((await verdicts(id)).slice(0, 2)).toEqual([
      'paid duplicate same_as_before',
      'paid duplicate same_as_before',
    ]);
  });

  it('is asked about once by two replicas', async () => {
    const replica = await app.startReplica();
    const { id, reference } = await newLink(finance, remInput());
    app.sandbox.control.arm({ scenario: 'error_500', operation: 'getPaymentLinkStatus' });
    await payAndHear(reference);
    moveOn(11 * seconds);
    const before = reads(reference);
    await Promise.all([app, replica].map(({ workers }) => workers.confirmer.processAll()));
    expect(reads(reference)).toBe(before + 1);
    expect((await readLink(finance, id)).status).toBe('paid');
    await replica.stop();
  });

  it('proves nothing about a link whose creation is unknown: the resolver hears of it at once, and asks', async () => {
    app.sandbox.control.arm({ scenario: 'lost_response', operation: 'createPaymentLink' });
    const { data: link } = await postLink(finance, remInput());
    const { id = '', reference = '' } = link ?? {};
    await payAndHear(reference);
    expect(await readLink(finance, id)).toMatchObject({ status: 'creating', claimedAt: expect.any(String) });
    await app.workers.resolver.processAll();
    expect(await readLink(finance, id)).toMatchObject({ status: 'paid', claimedAt: null, contradictedAt: null });
    expect(await verdicts(id)).toEqual(['paid applied']);
  });
});

describe('a forged callback with the right token', () => {
  it('changes no payment and no total, and is for a person when REM has denied it twice', async () => {
    const before = await totals();
    const { id, reference } = await newLink(finance, remInput());
    await forge(reference, { paid_amount: 99_000_000, settlement_status: 'SUCCESS', sender_name: 'Mallory' });
    const claimed = await readLink(finance, id);
    expect(claimed).toMatchObject({ status: 'open', settlement: 'none', claimedAt: expect.any(String) });
    await askAfter(6 * seconds);
    expect(await verdicts(id)).toEqual(['paid claimed']);
    expect(await needing('contradicted')).not.toContain(id);

    await askAfter(31 * seconds);
    expect(await verdicts(id)).toEqual(['paid contradicts status_denied']);
    expect(await needing('contradicted')).toContain(id);
    const denied = await readLink(finance, id);
    expect(denied).toMatchObject({ status: 'open', claimedAt: null, payerName: null, paidAmountIdr: null });
    expect(reads(reference)).toBe(3);
    await askAfter(10 * minutes);
    expect(reads(reference)).toBe(3);
    expect(await totals()).toMatchObject({ paidCount: before?.paidCount, paidAmountIdr: before?.paidAmountIdr });
  });

  it('that comes again is a repeat, and after the denial is denied alike, without telling the person again', async () => {
    const { id, reference } = await newLink(finance, remInput());
    await forge(reference);
    await forge(reference);
    expect(await verdicts(id)).toEqual(['paid duplicate same_as_before', 'paid claimed']);
    await askAfter(6 * seconds, 31 * seconds);
    await finance.POST('/api/{environment}/payments/{id}/acknowledge', linkAt(id));
    expect(await needing('contradicted')).not.toContain(id);

    await forge(reference);
    expect((await readLink(finance, id)).claimedAt).not.toBeNull();
    await askAfter(6 * seconds, 31 * seconds);
    expect(await verdicts(id)).toEqual([
      'paid contradicts status_denied',
      'paid duplicate same_as_before',
      'paid contradicts status_denied',
    ]);
    expect(await needing('contradicted')).not.toContain(id);
    expect(await readLink(finance, id)).toMatchObject({ status: 'open', claimedAt: null });
    expect(await latestOf(id)).toBeNull();
  });

  it('is the latest word about its payment no longer when REM has denied it, nor is what repeats it', async () => {
    const { id, reference } = await newLink(finance, remInput());
    expect(await latestOf(id)).toBeNull();
    await forge(reference, { status: 'waiting_payment', paid_amount: undefined });
    const waiting = await latestOf(id);
    expect(waiting).toMatchObject({ status: 'awaiting_payment' });
    await forge(reference);
    expect(await latestOf(id)).toMatchObject({ status: 'paid', verdict: 'claimed' });
    await forge(reference);
    await askAfter(6 * seconds, 31 * seconds);
    expect((await verdicts(id)).slice(0, 2)).toEqual([
      'paid duplicate same_as_before',
      'paid contradicts status_denied',
    ]);
    expect(await latestOf(id)).toMatchObject({ id: waiting?.id });
  });

  it('about a link that is paid later is not what made it paid', async () => {
    const { id, reference } = await newLink(finance, remInput());
    await forge(reference);
    await askAfter(6 * seconds, 31 * seconds);
    moveOn(hours);
    await payAndHear(reference);
    const { knownFrom } = await readLink(finance, id);
    expect(await readLink(finance, id)).toMatchObject({ status: 'paid', contradictedAt: expect.any(String) });
    expect(Date.parse(knownFrom?.at ?? '')).toBeGreaterThan(clock().getTime() - minutes);
    expect(await verdicts(id)).toEqual(['paid applied', 'paid contradicts status_denied']);
  });

  it('about a link that is paid changes neither how much nor by whom, and is for a person', async () => {
    const { id, reference } = await newLink(finance, remInput());
    await payAndHear(reference);
    const paid = await readLink(finance, id);
    const updated = '2099-01-01T00:00:00';
    await forge(reference, { paid_amount: 1_000, tx_ref_number: 'FORGED', sender_name: 'Mallory', updated });
    const { version: _, contradictedAt, updatedAt: _at, calledBackAt: _called, ...rest } = await readLink(finance, id);
    expect(contradictedAt).not.toBeNull();
    expect(paid).toMatchObject(rest);
    expect((await verdicts(id))[0]).toBe('paid contradicts amount_differs');
  });

  it('that a settlement came is denied when REM says that it waits', async () => {
    const { id, reference } = await newLink(finance, remInput());
    await payAndHear(reference);
    const [{ body } = { body: '{}' }] = app.sandbox.control.deliveries({ reference });
    await forge(reference, { ...JSON.parse(body), settlement_status: 'SUCCESS' });
    expect(await readLink(finance, id)).toMatchObject({ settlement: 'waiting', claimedAt: expect.any(String) });
    await askAfter(6 * seconds, 31 * seconds);
    expect(await readLink(finance, id)).toMatchObject({ settlement: 'waiting', settledAt: null, claimedAt: null });
    expect((await verdicts(id))[0]).toBe('paid contradicts status_denied');
  });

  it.each(['expired', 'closed'])('that it is %s shows until REM has said twice that it lives', async (status) => {
    const { id, reference } = await newLink(finance, remInput());
    await forge(reference, { status });
    expect((await readLink(finance, id)).status).toBe(status === 'closed' ? 'deleted' : 'expired');
    await askAfter(6 * seconds, 31 * seconds);
    expect(await readLink(finance, id)).toMatchObject({
      status: 'open',
      actions: { delete: { allowed: true } },
      contradictedAt: expect.any(String),
    });
  });

  it('that it is expired hides no money: whoever pays has paid, and in time', async () => {
    const { id, reference } = await newLink(finance, remInput());
    await forge(reference, { status: 'expired' });
    await payAndHear(reference);
    expect(await readLink(finance, id)).toMatchObject({ status: 'paid', late: false, paidAmountIdr: 150_000 });
  });

  it('that an attempt failed, dated into the future, is undone by the next read', async () => {
    const { id, reference } = await newLink(finance, remInput());
    await forge(reference, { status: 'failed', updated: '2099-01-01T00:00:00' });
    expect((await readLink(finance, id)).status).toBe('failed');
    await finance.POST('/api/{environment}/links/{id}/refresh', linkAt(id));
    expect(await readLink(finance, id)).toMatchObject({ status: 'open', failure: null });
  });

  it('about a routing leads nobody to another QR, and pays nothing', async () => {
    const body = { amountIdr: 25_000, hasHostedPage: false } as const;
    const header = { 'Idempotency-Key': 'forged-routing' };
    const { data: routing } = await finance.POST('/api/{environment}/routings', {
      params: { path: { environment }, header },
      body,
    });
    const { id = '', reference = '' } = routing ?? {};
    const evil = { qris_url: 'https://evil.example/qr.png', payment_checkout_url: 'https://evil.example/pay' };
    const said = { payment_status: 'WAITING_PAYMENT', receive_amount: 25_000, payment_info: evil };
    const send = async (more: object) => {
      const url = app.sandbox.control.settings().callbackUrls.rem ?? '';
      await fetch(url, { method: 'POST', body: JSON.stringify({ partner_trx_id: reference, ...said, ...more }) });
      await catchUp(app);
    };
    await send({});
    await send({ payment_status: 'COMPLETE' });
    await askAfter(6 * seconds, 31 * seconds);
    const { rows } = await app.db.query<{ url: string | null; qr: string | null; status: string }>(
      `select url, qr_image_url as qr, status from payments where id = $1`,
      [id],
    );
    expect(rows).toEqual([{ url: null, qr: expect.stringContaining(app.sandbox.url), status: 'awaiting_payment' }]);
    expect(await needing('contradicted')).toContain(id);
  });
});

describe('a provider that cannot be asked', () => {
  it.each([
    ['asks for fewer requests', { scenario: 'error_429', retryAfterSeconds: 90 } as const],
    ['fails', { scenario: 'error_500' } as const],
    ['answers with a web page', { scenario: 'html_answer', httpStatus: 200 } as const],
    ['does not answer in time', { scenario: 'slow_answer', delayMs: 5_000 } as const],
    ['says a status that nobody knows', { scenario: 'unknown_status' } as const],
    ['leaves the status out', { scenario: 'missing_field' } as const],
  ])('because it %s denies nothing, and confirms later', async (_, arming) => {
    const { id, reference } = await newLink(finance, remInput());
    app.sandbox.control.arm({ ...arming, operation: 'getPaymentLinkStatus', count: null });
    await payAndHear(reference);
    await askAfter(6 * seconds, 31 * seconds, 2 * minutes, 11 * minutes);
    await expect.poll(() => app.workers.confirmer.processAll()).toBe(0);
    expect(await readLink(finance, id)).toMatchObject({
      status: 'open',
      claimedAt: expect.any(String),
      contradictedAt: null,
    });
    app.sandbox.control.disarm();
    await askAfter(hours);
    expect(await readLink(finance, id)).toMatchObject({ status: 'paid', claimedAt: null, contradictedAt: null });
  });

  it('is left alone for as long as it wants, with all its claims', async () => {
    const [first, second] = [await newLink(finance, remInput()), await newLink(finance, remInput())];
    const retryAfterSeconds = 120;
    app.sandbox.control.arm({ scenario: 'error_429', operation: 'getPaymentLinkStatus', retryAfterSeconds });
    await payAndHear(first.reference);
    await payAndHear(second.reference);
    await askAfter(60 * seconds);
    expect([reads(first.reference), reads(second.reference)]).toEqual([1, 0]);
    await askAfter(61 * seconds);
    expect([reads(first.reference), reads(second.reference)]).toEqual([2, 1]);
    expect((await readLink(finance, second.id)).status).toBe('paid');
  });

  it('confirms soon after a long time in which it asked for fewer requests, also what fails at first', async () => {
    const links = [await newLink(finance, remInput()), await newLink(finance, remInput())];
    const operation = 'getPaymentLinkStatus';
    app.sandbox.control.arm({ scenario: 'error_429', operation, retryAfterSeconds: 60, count: null });
    for (const { reference } of links) await payAndHear(reference);
    for (let minute = 0; minute < 15; minute++) await askAfter(61 * seconds);
    app.sandbox.control.disarm();
    app.sandbox.control.arm({ scenario: 'error_500', operation, count: 2 });
    for (let minute = 0; minute < 5; minute++) await askAfter(61 * seconds);
    for (const { id } of links) expect((await readLink(finance, id)).status).toBe('paid');
  });

  it('is asked ever more rarely, for ever', async () => {
    const { id, reference } = await newLink(finance, remInput({ expiresAt: inDays(20) }));
    app.sandbox.control.arm({ scenario: 'error_500', operation: 'getPaymentLinkStatus', count: null });
    await payAndHear(reference);
    const asked = async (spanMs: number, stepMs: number) => {
      const before = reads(reference);
      for (let passedMs = 0; passedMs < spanMs; passedMs += stepMs) await askAfter(stepMs);
      return reads(reference) - before;
    };
    expect(await asked(59 * minutes, minutes)).toBeGreaterThanOrEqual(5);
    expect(await needing('unconfirmed')).not.toContain(id);
    await askAfter(minutes);
    expect(await needing('unconfirmed')).toContain(id);
    expect(await asked(10 * hours, hours / 2)).toBeLessThanOrEqual(5);
    expect(await asked(5 * 24 * hours, 2 * hours)).toBeGreaterThanOrEqual(15);
    finance = await app.signIn('finance');
    expect(await readLink(finance, id)).toMatchObject({ status: 'open', contradictedAt: null });
    app.sandbox.control.disarm();
    await askAfter(7 * hours);
    finance = await app.signIn('finance');
    expect((await readLink(finance, id)).status).toBe('paid');
    expect(await needing('unconfirmed')).not.toContain(id);
  });
});

describe('a callback of Fazz', () => {
  it('that is signed and names our reference with another id pays nothing, and is for a person', async () => {
    const { id, reference } = await newLink(finance, {
      provider: 'fazz',
      customerName: 'Budi',
      amountIdr: 275_000,
      emails: ['budi@example.com'],
      phone: '628120002222',
      description: 'Pesanan',
    });
    const attributes = { status: 'paid', referenceId: reference, amount: '275000.0' };
    const other = `paymentlink_${'0'.repeat(32)}`;
    const body = JSON.stringify({ data: { id: other, type: 'payment_links', attributes } });
    const signature = createHmac('sha256', demoAccount.fazz.signingSecret).update(body).digest('hex');
    const url = app.sandbox.control.settings().callbackUrls.fazz ?? '';
    const sent = await fetch(url, { method: 'POST', body, headers: { 'xfers-signature': signature } });
    expect(sent.status).toBe(200);
    await catchUp(app);
    expect(await readLink(finance, id)).toMatchObject({ status: 'open', contradictedAt: expect.any(String) });
    expect(await verdicts(id)).toEqual(['paid contradicts reference_differs']);
  });
});

const inDays = (days: number) => new Date(clock().getTime() + days * 24 * hours).toISOString();
