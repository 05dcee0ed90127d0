import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenarioNames } from './scenarios.ts';
import { testOf } from './testing/scenario-test.ts';
import { receiveCallbacks, startTestSandbox } from './testing/start-test-sandbox.ts';

const dayMs = 86_400_000;

describe('scenarios of an answer', () => {
  testOf('slow_answer', 'does the work at once and answers late, on the virtual clock', async () => {
    const { control, rem } = await startTestSandbox();
    control.arm({ scenario: 'slow_answer' });
    let isAnswered = false;
    const answer = rem.create().then((each) => {
      isAnswered = true;
      return each;
    });
    await expect.poll(() => control.link('INV1001')?.status).toBe('created');
    await control.advance(14_000);
    expect(isAnswered).toBe(false);
    await control.advance(1_001);
    expect((await answer).body.payment_link_id).toBe(control.link('INV1001')?.id);
  });

  testOf('hang', 'answers after 120 s, or after what is asked for, in real time too', async () => {
    const { control, rem } = await startTestSandbox();
    expect(control.arm({ scenario: 'hang' }).parameters).toEqual({ delayMs: 120_000 });
    control.disarm();
    control.arm({ scenario: 'hang', delayMs: 80 });
    const startedMs = performance.now();
    expect((await rem.create()).body.status).toBe(true);
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(75);
  });

  testOf('lost_response', 'does the work and drops the connection', async () => {
    const { control, rem, fazz } = await startTestSandbox();
    control.arm({ scenario: 'lost_response', count: 2 });
    await expect(rem.create()).rejects.toThrow('fetch failed');
    await expect(fazz.create()).rejects.toThrow('fetch failed');
    expect((await rem.status({ partner_tx_id: 'INV1001' })).body.data.status).toBe('created');
    expect((await fazz.create()).httpStatus).toBe(200);
    expect(control.requests()[0]).toMatchObject({
      operation: 'createPaymentLink',
      reference: 'INV1001',
      linkId: control.link('INV1001')?.id,
      httpStatus: null,
      scenario: 'lost_response',
    });
  });

  testOf('error_429', 'refuses with Retry-After and does nothing', async () => {
    const { control, rem, fazz } = await startTestSandbox();
    control.arm({ scenario: 'error_429', count: 2, retryAfterSeconds: 7 });
    const [ofRem, ofFazz] = [await rem.create({}, { deviates: true }), await fazz.create()];
    expect([ofRem.httpStatus, ofRem.headers.get('retry-after')]).toEqual([429, '7']);
    expect([ofFazz.httpStatus, ofFazz.headers.get('retry-after'), ofFazz.body.errors[0].code]).toEqual([
      429,
      '7',
      '010',
    ]);
    expect(control.links()).toEqual([]);
  });

  testOf('error_500', "is the provider's 500 without the work", async () => {
    const { control, rem, fazz } = await startTestSandbox();
    control.arm({ scenario: 'error_500', count: 2 });
    const ofRem = await rem.create();
    expect([ofRem.httpStatus, ofRem.body]).toEqual([
      500,
      { status: { code: '500', message: 'Internal server error' } },
    ]);
    const ofFazz = await fazz.create();
    expect([ofFazz.httpStatus, ofFazz.body.errors[0].code]).toEqual([500, '001']);
    expect(control.links()).toEqual([]);
  });

  testOf('error_500_after_work', 'is the same with the work done', async () => {
    const { control, rem, fazz } = await startTestSandbox();
    control.arm({ scenario: 'error_500_after_work', count: 2 });
    expect((await rem.create()).httpStatus).toBe(500);
    expect((await fazz.create()).httpStatus).toBe(500);
    expect(control.links().map(({ reference }) => reference)).toEqual(['INV-2001', 'INV1001']);
  });

  testOf('html_answer', "is a gateway's page after the work, with any status", async () => {
    const { control, rem } = await startTestSandbox();
    control.arm({ scenario: 'html_answer' });
    control.arm({ scenario: 'html_answer', httpStatus: 404 });
    const page = await rem.create({}, { deviates: true });
    expect([page.httpStatus, page.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
    expect(page.raw).toContain('<!doctype html>');
    expect(control.link('INV1001')?.status).toBe('created');
    expect((await rem.get('INV1001', { deviates: true })).httpStatus).toBe(404);
  });
});

describe('scenarios of what is said', () => {
  testOf('envelope_flat', 'and its opposite override the settings', async () => {
    const { control, rem } = await startTestSandbox();
    await rem.create();
    control.arm({ scenario: 'envelope_flat', count: 2 });
    expect((await rem.status({ partner_tx_id: 'INV1001' })).body).toMatchObject({ status: 'created' });
    expect((await rem.get('INV1001')).body).toMatchObject({ status: 'CREATED' });
    expect((await rem.get('INV1001')).body.data.status).toBe('CREATED');
  });

  testOf('envelope_wrapped', 'wraps where the settings are flat', async () => {
    const { control, rem } = await startTestSandbox();
    await rem.create();
    control.configure({ remEnvelope: 'flat' });
    control.arm({ scenario: 'envelope_wrapped' });
    expect((await rem.get('INV1001')).body.data.status).toBe('CREATED');
    expect((await rem.get('INV1001')).body.status).toBe('CREATED');
  });

  testOf('unknown_field', 'adds a field to answers and callbacks', async () => {
    const sandbox = await startTestSandbox();
    const receiver = await receiveCallbacks(sandbox);
    receiver.expectDeviations();
    const { control, rem, fazz } = sandbox;
    control.arm({ scenario: 'unknown_field', count: null });
    expect((await rem.create({}, { deviates: true })).body).toHaveProperty('sandbox_unknown_field');
    const made = await fazz.create({}, { deviates: true });
    expect(made.body.data.attributes).toHaveProperty('sandboxUnknownField');
    control.pay('INV1001');
    await control.advance(0);
    expect(receiver.received[0]?.body).toHaveProperty('sandbox_unknown_field');
  });

  testOf('unknown_status', 'puts a word that nobody knows', async () => {
    const { control, rem, fazz } = await startTestSandbox();
    await rem.create();
    const { id } = (await fazz.create()).body.data;
    control.arm({ scenario: 'unknown_status', count: 3 });
    const odd = { deviates: true };
    expect((await rem.status({ partner_tx_id: 'INV1001' }, odd)).body.data.status).toBe('on_hold');
    expect((await rem.get('INV1001', odd)).body.data.status).toBe('ON_HOLD');
    expect((await fazz.get(id, odd)).body.data.attributes.status).toBe('on_hold');
    expect((await fazz.get(id)).body.data.attributes.status).toBe('pending');
  });
});

describe('scenarios of callbacks', () => {
  testOf('callback_duplicated', 'sends the same bytes twice', async () => {
    const sandbox = await startTestSandbox();
    const { received } = await receiveCallbacks(sandbox);
    sandbox.control.arm({ scenario: 'callback_duplicated' });
    await sandbox.rem.create();
    sandbox.control.pay('INV1001');
    await sandbox.control.advance(2 * dayMs);
    expect(received.map(({ body }) => body.settlement_status)).toEqual(['WAITING', 'WAITING', 'SUCCESS']);
    expect(received[1]?.raw).toBe(received[0]?.raw);
  });

  testOf('callback_reordered', "sends the settlement's before the payment's", async () => {
    const sandbox = await startTestSandbox();
    const { received } = await receiveCallbacks(sandbox);
    sandbox.control.arm({ scenario: 'callback_reordered' });
    const { id } = (await sandbox.fazz.create()).body.data;
    sandbox.control.pay(id);
    await sandbox.control.advance(0);
    expect(received).toHaveLength(0);
    expect(sandbox.control.deliveries()[0]?.state).toBe('held');
    await sandbox.control.advance(2 * dayMs);
    expect(received.map(({ body }) => body.data.attributes.status)).toEqual(['completed', 'paid']);
  });

  testOf('callback_never', 'sends nothing, and what was not sent can be asked for', async () => {
    const sandbox = await startTestSandbox();
    const { received } = await receiveCallbacks(sandbox);
    const { control, rem } = sandbox;
    control.arm({ scenario: 'callback_never' });
    await rem.create();
    control.pay('INV1001');
    await control.advance(0);
    expect(received).toHaveLength(0);
    expect(control.deliveries()[0]?.state).toBe('suppressed');
    await rem.status({ partner_tx_id: 'INV1001', send_callback: 'true' });
    await control.advance(0);
    expect(received.map(({ body }) => body.settlement_status)).toEqual(['WAITING']);
  });
});

describe('arming', () => {
  it('aims at one operation, one provider, one payment, and counts down', async () => {
    const { control, rem, fazz } = await startTestSandbox();
    await rem.create();
    await rem.create({ partner_tx_id: 'INV2' });
    control.arm({ scenario: 'error_500', operation: 'getPaymentLink', provider: 'rem', reference: 'INV2', count: 2 });
    expect((await fazz.create()).httpStatus).toBe(201);
    expect((await rem.get('INV1001')).httpStatus).toBe(200);
    expect((await rem.status({ partner_tx_id: 'INV2' })).httpStatus).toBe(200);
    const id = control.link('INV2')?.id ?? '';
    expect((await rem.get(id)).httpStatus).toBe(500);
    expect(control.armed()[0]?.remaining).toBe(1);
    expect((await rem.get('INV2')).httpStatus).toBe(500);
    expect((await rem.get('INV2')).httpStatus).toBe(200);
    expect(control.armed()).toEqual([]);
  });

  it('lasts until it is disarmed when it has no count', async () => {
    const { control, rem } = await startTestSandbox();
    control.arm({ scenario: 'error_500', count: null });
    const other = control.arm({ scenario: 'error_429', count: null });
    for (let call = 0; call < 3; call++) expect((await rem.create()).httpStatus).toBe(500);
    expect(control.disarm('error_500')).toBe(1);
    expect((await rem.create({}, { deviates: true })).httpStatus).toBe(429);
    expect(control.disarm(other.id)).toBe(1);
    expect((await rem.create()).httpStatus).toBe(200);
    expect(control.disarm()).toBe(0);
  });

  it('refuses what the scenario has no use for', async () => {
    const { control } = await startTestSandbox();
    expect(() => control.arm({ scenario: 'envelope_flat', provider: 'fazz' })).toThrow('envelope_flat is none of fazz');
    expect(() => control.arm({ scenario: 'lost_response', operation: 'paymentLinkCallback' })).toThrow(
      'lost_response does not apply to paymentLinkCallback',
    );
    expect(() => control.arm({ scenario: 'hang', count: 0 })).toThrow('count must be a positive integer or null');
    expect(() => control.arm({ scenario: 'hang', delayMs: -1 })).toThrow('delayMs must be a whole number');
  });

  it('is tested for every scenario of the table', () => {
    const files = ['scenarios.test.ts', 'scenarios-of-payments.test.ts'];
    const sources = files.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('');
    const tested = [...sources.matchAll(/testOf\(\s*'(\w+)'/g)].map(([, name]) => name);
    expect(tested.sort()).toEqual([...scenarioNames].sort());
  });
});
