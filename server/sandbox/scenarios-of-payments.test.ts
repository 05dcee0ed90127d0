import { createHmac } from 'node:crypto';
import { describe, expect } from 'vitest';
import { demoAccount } from './demo-account.ts';
import { testOf } from './testing/scenario-test.ts';
import { receiveCallbacks, startTestSandbox } from './testing/start-test-sandbox.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** A twin with a receiver of callbacks and one payment of each kind, by its reference. */
async function withOneOfEach() {
  const sandbox = await startTestSandbox();
  const receiver = await receiveCallbacks(sandbox);
  const { rem, fazz } = sandbox;
  await rem.create();
  await rem.createRouting();
  await fazz.createPayment();
  const linkId = (await fazz.create()).body.data.id;
  const paymentId = sandbox.control.link('PAY-3001')?.id ?? '';
  return { ...sandbox, receiver, received: receiver.received, linkId, paymentId };
}

const references = ['INV1001', 'QR-1001', 'PAY-3001', 'INV-2001'];

/** The word of a status in a body of any kind, and the amount. */
const said = ({ body }: { body: Record<string, unknown> & { data?: { attributes: Record<string, unknown> } } }) => {
  const fields = body.data?.attributes ?? body;
  return [fields.payment_status ?? fields.status, fields.paid_amount ?? fields.receive_amount ?? fields.amount];
};

describe('scenarios of a call', () => {
  testOf('routing_rejection', 'refuses with the code that is asked for, and does nothing', async () => {
    const { control, rem } = await startTestSandbox();
    const codes = [901, 402, 429, 400, 203, 204, 247, 254, 300];
    control.arm({ scenario: 'routing_rejection' });
    for (const code of codes.slice(1)) control.arm({ scenario: 'routing_rejection', code });
    const answers = [];
    for (const _ of codes) answers.push((await rem.createRouting()).body.status);
    expect(answers.map(({ code }) => Number(code))).toEqual(codes);
    expect(answers[1].message).toBe('Request is rejected (QR is currently under maintenance)');
    expect(answers[3].message).toBe('Request is rejected (Invalid config product disburse or acceptance)');
    expect(control.links()).toEqual([]);
    expect(() => control.arm({ scenario: 'routing_rejection', code: 999 })).toThrow('code must be one of');
  });

  testOf('expired_meanwhile', 'has the payment expire before the call is worked on', async () => {
    const { control, rem, fazz, linkId, paymentId } = await withOneOfEach();
    control.arm({ scenario: 'expired_meanwhile', count: null });
    expect((await rem.remove('INV1001')).body).toEqual({ status: false, message: 'Invalid Payment Status' });
    const trxId = control.link('QR-1001')?.id ?? '';
    expect((await rem.simulate({ payment_routing_id: trxId })).body.success).toBe(false);
    expect((await fazz.paymentTask(paymentId, 'cancel')).httpStatus).toBe(400);
    expect((await fazz.get(linkId)).body.data.attributes.status).toBe('expired');
    expect(references.map((reference) => control.link(reference)?.status)).toEqual(Array(4).fill('expired'));
  });

  testOf('forged_callback', 'claims a payment that the provider does not know of', async () => {
    const { control, rem, fazz, received, paymentId } = await withOneOfEach();
    control.arm({ scenario: 'forged_callback', count: null });
    const routing = await rem.checkRouting({ partner_trx_id: 'QR-1001' });
    await rem.status({ partner_tx_id: 'INV1001' });
    const payment = await fazz.getPayment(paymentId);
    await control.advance(0);
    // Those of different payments come side by side.
    expect(received.map((each) => said(each).join(' ')).toSorted()).toEqual([
      'COMPLETE 16000',
      'complete 150000',
      'paid 150000.0',
    ]);
    expect([routing.body.payment_status, payment.body.data.attributes.status]).toEqual(['WAITING_PAYMENT', 'pending']);
    expect(control.links().map(({ status }) => status)).not.toContain('paid');
    const signed = received.find((each) => said(each)[0] === 'paid');
    const signature = createHmac('sha256', demoAccount.fazz.signingSecret)
      .update(signed?.raw ?? '')
      .digest('hex');
    expect(signed?.headers['xfers-signature']).toBe(signature);
    control.disarm();
    control.pay('QR-1001');
    control.arm({ scenario: 'forged_callback' });
    await rem.checkRouting({ partner_trx_id: 'QR-1001' });
    await control.advance(0);
    expect(received.map(said)).toHaveLength(4);
  });
});

describe('scenarios of what becomes of a payment', () => {
  testOf('paid_after_expiry', 'has the money come after the end', async () => {
    const { control, received } = await withOneOfEach();
    for (const reference of references) control.arm({ scenario: 'paid_after_expiry', reference });
    await control.advance(30 * minuteMs);
    expect(control.link('QR-1001')?.status).toBe('expired');
    expect(received).toEqual([]);
    await control.advance(minuteMs);
    expect(received.map(said)).toEqual([['COMPLETE', 16_000]]);
    await control.advance(dayMs - 30 * minuteMs);
    expect(references.map((reference) => control.link(reference)?.status)).toEqual(Array(4).fill('paid'));
    expect(control.armed()).toEqual([]);
  });

  testOf('paid_twice', 'brings the same once more, with numbers of its own', async () => {
    const { control, received } = await withOneOfEach();
    control.arm({ scenario: 'paid_twice', count: null, delayMs: 5_000 });
    for (const reference of references) control.pay(reference);
    await control.advance(5_000);
    expect(received).toHaveLength(8);
    const [first, second] = received.filter(({ body }) => body.partner_tx_id).map(({ body }) => body);
    expect(second?.tx_ref_number).not.toBe(first?.tx_ref_number);
    expect([second?.paid_amount, second?.status]).toEqual([150_000, 'complete']);
    await control.advance(minuteMs);
    expect(received).toHaveLength(8);
  });

  testOf('partial_amount', 'brings half of it, or the percent that is asked for', async () => {
    const { control, received, rem } = await withOneOfEach();
    for (const reference of references) control.arm({ scenario: 'partial_amount', reference });
    for (const reference of references) control.pay(reference);
    await control.advance(0);
    expect(received.map((each) => String(said(each)[1])).toSorted()).toEqual(['75000', '75000.0', '75000.0', '8000']);
    const status = (await rem.checkRouting({ partner_trx_id: 'QR-1001' })).body;
    expect([status.request_amount, status.received_amount]).toEqual([16_000, 8_000]);
    expect(() => control.arm({ scenario: 'partial_amount', percent: 100 })).toThrow('percent must be 1 to 99');
  });

  testOf('settlement_late', 'settles days after the time that was stated', async () => {
    const { control, received } = await withOneOfEach();
    control.arm({ scenario: 'settlement_late', reference: 'QR-1001' });
    control.pay('QR-1001');
    await control.advance(2 * dayMs);
    expect(received.map(({ body }) => body.settlement_status)).toEqual(['WAITING']);
    expect(received[0]?.body.settlement_time).toMatch(/ 15:00:00$/);
    await control.advance(3 * dayMs);
    expect(received.map(({ body }) => body.settlement_status)).toEqual(['WAITING', 'SUCCESS']);
  });

  testOf('wrong_signature', "signs with a secret that is not the merchant's", async () => {
    const { control, received } = await withOneOfEach();
    control.arm({ scenario: 'wrong_signature' });
    control.pay('PAY-3001');
    await control.advance(0);
    await control.advance(2 * dayMs);
    const areOurs = received.map(({ raw, headers }) => {
      const signature = createHmac('sha256', demoAccount.fazz.signingSecret).update(raw).digest('hex');
      return headers['xfers-signature'] === signature;
    });
    expect(areOurs).toEqual([false, true]);
  });
});

describe('scenarios of how it is said', () => {
  testOf('missing_field', 'leaves the status out', async () => {
    const { control, rem, fazz, received, receiver, paymentId } = await withOneOfEach();
    receiver.expectDeviations();
    control.arm({ scenario: 'missing_field', count: null });
    const loose = { deviates: true };
    expect((await rem.checkRouting({ partner_trx_id: 'QR-1001' }, loose)).body).not.toHaveProperty('payment_status');
    expect((await rem.status({ partner_tx_id: 'INV1001' }, loose)).body.data).not.toHaveProperty('status');
    expect((await fazz.getPayment(paymentId, loose)).body.data.attributes).not.toHaveProperty('status');
    control.pay('QR-1001');
    await control.advance(0);
    expect(received[0]?.body).not.toHaveProperty('payment_status');
  });

  testOf('amount_as_string', 'writes the amounts of REM as text', async () => {
    const { control, rem, received, receiver } = await withOneOfEach();
    receiver.expectDeviations();
    control.arm({ scenario: 'amount_as_string', count: null });
    const loose = { deviates: true };
    expect((await rem.checkRouting({ partner_trx_id: 'QR-1001' }, loose)).body.request_amount).toBe('16000');
    expect((await rem.status({ partner_tx_id: 'INV1001' }, loose)).body.data.amount).toBe('150000');
    control.pay('QR-1001');
    await control.advance(0);
    expect(received[0]?.body.receive_amount).toBe('16000');
  });

  testOf('times_with_zone', 'writes times of REM in UTC with a Z, as the setting does', async () => {
    const { control, rem, received } = await withOneOfEach();
    control.arm({ scenario: 'times_with_zone' });
    const expiresAt = control.link('QR-1001')?.expiresAt.slice(0, 19);
    const time = async () => (await rem.checkRouting({ partner_trx_id: 'QR-1001' })).body.trx_expiration_time;
    expect(await time()).toBe(`${expiresAt}Z`);
    expect(await time()).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    control.configure({ remTimes: 'with_zone' });
    expect(await time()).toBe(`${expiresAt}Z`);
    control.pay('INV1001');
    await control.advance(0);
    expect(received[0]?.body.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  testOf('times_without_zone', 'writes them without, whatever the setting says, and at Fazz too', async () => {
    const { control, rem, fazz, paymentId, linkId } = await withOneOfEach();
    control.configure({ remTimes: 'with_zone' });
    control.arm({ scenario: 'times_without_zone', count: null });
    expect((await rem.status({ partner_tx_id: 'INV1001' })).body.data.created).toMatch(/T\d\d:\d\d:\d\d$/);
    const loose = { deviates: true };
    expect((await fazz.getPayment(paymentId, loose)).body.data.attributes.expiredAt).toMatch(/T\d\d:\d\d:\d\d$/);
    expect((await fazz.get(linkId, loose)).body.data.attributes.createdAt).toMatch(/ \d\d:\d\d:\d\d$/);
  });
});
