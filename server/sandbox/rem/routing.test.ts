import { describe, expect, it } from 'vitest';
import { loadContract } from '../../../openapi/check-contract.ts';
import { demoAccount } from '../demo-account.ts';
import { readAnswer, routingOrder } from '../testing/rem-client.ts';
import { receiveCallbacks, startTestSandbox } from '../testing/start-test-sandbox.ts';
import { wibLocal } from '../wib.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

describe('create-transaction', () => {
  it('makes a QR that lives for 30 minutes and gives the address of its image', async () => {
    const { rem, url, control } = await startTestSandbox();
    expect(loadContract('rem').checkRequest('createPaymentRouting', routingOrder())).toEqual([]);
    const { httpStatus, body } = await rem.createRouting();
    expect(httpStatus).toBe(200);
    expect(body).toEqual({
      status: { code: '000', message: 'Success' },
      trx_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      partner_trx_id: 'QR-1001',
      receive_amount: 16_000,
      trx_expiration_time: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      payment_info: { qris_url: expect.stringContaining(`${url}/rem/api/qris/image/`) },
      payment_method: 'QRIS',
    });
    const routing = control.link('QR-1001');
    const lifeMs = Date.parse(routing?.expiresAt ?? '') - Date.parse(routing?.createdAt ?? '');
    expect(Math.abs(lifeMs - 30 * minuteMs)).toBeLessThan(1_000);
  });

  it('gives the address of a page instead when the merchant has no frontend', async () => {
    const { rem, url } = await startTestSandbox();
    const { body } = await rem.createRouting({ need_frontend: 'true' });
    expect(body.payment_info).toEqual({ payment_checkout_url: `${url}/pay/${body.trx_id}` });
    const status = (await rem.checkRouting({ partner_trx_id: 'QR-1001' })).body;
    expect(status).toMatchObject({ payment_status: 'CREATED', need_frontend: true });
  });

  it('takes what live callers send: nulls, empty text, fields that no document has, header names in any case', async () => {
    const { rem, remUrl } = await startTestSandbox();
    const loose = {
      partner_trx_id: '',
      partner_user_id: null,
      sender_email: '',
      use_linked_account: false,
      full_name: '',
    };
    const made = await rem.createRouting({ ...loose, payment_routing: [] });
    expect(made.body.partner_trx_id).toMatch(/^[0-9a-f-]{36}$/);
    const answer = await fetch(`${remUrl}/api/payment-routing/check-status`, {
      method: 'POST',
      headers: { 'X-USERNAME': demoAccount.rem.username, 'X-Api-Key': demoAccount.rem.apiKey },
      body: JSON.stringify({ partner_trx_id: made.body.partner_trx_id, payment_reference_number: null }),
    });
    expect((await readAnswer(answer)).body.trx_id).toBe(made.body.trx_id);
  });

  const expiration = 'Format expiration is yyyy-MM-dd HH:mm:ss and must be between 1 minute and 1 hour';
  const in2Hours = wibLocal(new Date(Date.now() + 120 * minuteMs).toISOString());
  const in20Seconds = wibLocal(new Date(Date.now() + 20_000).toISOString());
  it.each([
    ['no amount', { receive_amount: undefined }, '400', 'Amount is empty'],
    ['too little', { receive_amount: 9_999 }, '400', 'Amount is not valid'],
    ['too much', { receive_amount: 10_000_001 }, '400', 'Amount is not valid'],
    ['an amount in text', { receive_amount: '16000' }, '400', 'Amount is not valid'],
    ['another method', { list_enable_payment_method: 'VA' }, '400', 'Invalid list payment method'],
    ['another source', { list_enable_sof: '014' }, '400', 'Invalid list source of fund'],
    ['an end in another form', { trx_expiration_time: '2099-01-01T00:00:00' }, '400', expiration],
    ['an end beyond an hour', { trx_expiration_time: in2Hours }, '400', expiration],
    ['an end within a minute', { trx_expiration_time: in20Seconds }, '400', expiration],
    ['a bad e-mail', { sender_email: 'siti' }, '247', 'Email is not valid'],
    ['no need_frontend', { need_frontend: undefined }, '400', 'need_frontend must be true or false'],
  ])('refuses %s', async (_what, fields, code, reason) => {
    const { rem, control } = await startTestSandbox();
    const { httpStatus, body } = await rem.createRouting(fields);
    expect([httpStatus, body]).toEqual([200, { status: { code, message: `Request is rejected (${reason})` } }]);
    expect(control.links()).toEqual([]);
  });

  it('takes 1 to 60 minutes', async () => {
    const { rem, control } = await startTestSandbox();
    for (const minutes of [1, 60]) {
      const end = wibLocal(new Date(control.now().getTime() + minutes * minuteMs).toISOString());
      const made = await rem.createRouting({ partner_trx_id: `M${minutes}`, trx_expiration_time: end });
      expect(made.body.trx_expiration_time).toBe(end);
    }
  });

  it('refuses an id that was used, strangers, and what is no JSON', async () => {
    const { rem, remUrl } = await startTestSandbox();
    await rem.createRouting();
    const again = await rem.createRouting({ receive_amount: 20_000 });
    expect(again.body).toEqual({ status: { code: '203', message: 'Request is rejected (Duplicate Partner Tx Id)' } });
    const stranger = await rem.createRouting({}, { headers: { 'x-api-key': 'wrong' } });
    expect(stranger.httpStatus).toBe(403);
    const answer = await fetch(`${remUrl}/api/payment-routing/create-transaction`, {
      method: 'POST',
      headers: { 'x-username': demoAccount.rem.username, 'x-api-key': demoAccount.rem.apiKey },
      body: '{',
    });
    expect((await readAnswer(answer)).body.status.code).toBe('400');
  });

  it('has ids of its own: a link may carry the same', async () => {
    const { rem, control } = await startTestSandbox();
    await rem.create();
    expect((await rem.createRouting({ partner_trx_id: 'INV1001' })).body.status.code).toBe('000');
    expect(control.links({ reference: 'INV1001', kind: 'routing' })).toHaveLength(1);
    expect((await rem.get('INV1001')).body.data.amount).toBe(150_000);
  });
});

describe('check-status', () => {
  it('takes one number or the other, not both and not none', async () => {
    const { rem, control } = await startTestSandbox();
    const { trx_id } = (await rem.createRouting()).body;
    const { payment } = control.pay('QR-1001', { channel: 'ovo' });
    const receipt = payment?.paymentReferenceNumber ?? '';
    expect(payment?.receiptNumber).toHaveLength(20);
    expect(receipt).toHaveLength(12);
    expect((await rem.checkRouting({ payment_reference_number: receipt })).body.trx_id).toBe(trx_id);
    const both = await rem.checkRouting({ partner_trx_id: 'QR-1001', payment_reference_number: receipt });
    expect(both.body.status.code).toBe('400');
    expect((await rem.checkRouting({ partner_trx_id: '' })).body.status.code).toBe('400');
    expect((await rem.checkRouting({ partner_trx_id: 'NOPE' })).body.status.code).toBe('204');
  });

  it('says nothing of the payment before it is there, and all of it after', async () => {
    const { rem, control } = await startTestSandbox();
    await rem.createRouting();
    const before = (await rem.checkRouting({ partner_trx_id: 'QR-1001' })).body;
    expect(before).toMatchObject({
      request_amount: 16_000,
      received_amount: 0,
      payment_status: 'WAITING_PAYMENT',
      partner_user_id: 'payer-7',
      payment_routing: [],
    });
    expect(before).not.toHaveProperty('settlement_status');
    const { payment } = control.pay('QR-1001', { channel: 'dana' });
    expect((await rem.checkRouting({ partner_trx_id: 'QR-1001' })).body).toMatchObject({
      received_amount: 16_000,
      payment_status: 'COMPLETE',
      payment_reference_number: payment?.paymentReferenceNumber,
      sender_bank: 'dana',
      settlement_type: 'NON_REALTIME',
      settlement_status: 'WAITING',
      payment_received_time: wibLocal(payment?.paidAt ?? ''),
    });
  });

  it('says EXPIRED when the time is over, without any callback', async () => {
    const { rem, control } = await startTestSandbox();
    await rem.createRouting();
    await control.advance(30 * minuteMs);
    expect((await rem.checkRouting({ partner_trx_id: 'QR-1001' })).body.payment_status).toBe('EXPIRED');
    expect(control.deliveries()).toEqual([]);
  });

  it('has the latest callback sent again', async () => {
    const sandbox = await startTestSandbox();
    const { received } = await receiveCallbacks(sandbox);
    const { control, rem } = sandbox;
    await rem.createRouting();
    await rem.checkRouting({ partner_trx_id: 'QR-1001', send_callback: true });
    control.pay('QR-1001');
    await control.advance(0);
    await rem.checkRouting({ partner_trx_id: 'QR-1001', send_callback: true });
    await control.advance(0);
    expect(received).toHaveLength(2);
    expect(received[1]?.raw).toBe(received[0]?.raw);
  });
});

describe('simulate-callback', () => {
  it('marks it paid; callbacks come now and at the settlement, without a status object', async () => {
    const sandbox = await startTestSandbox();
    const { received } = await receiveCallbacks(sandbox);
    const { control, rem } = sandbox;
    const { trx_id } = (await rem.createRouting()).body;
    const { httpStatus, body } = await rem.simulate({ payment_routing_id: trx_id });
    expect([httpStatus, body]).toEqual([200, { error: null, success: true }]);
    await control.advance(0);
    await control.advance(2 * dayMs);
    expect(received.map((each) => each.body.settlement_status)).toEqual(['WAITING', 'SUCCESS']);
    const [first] = received.map((each) => each.body);
    expect(first).toMatchObject({
      trx_id,
      partner_trx_id: 'QR-1001',
      receive_amount: 16_000,
      payment_status: 'COMPLETE',
    });
    expect(first?.payment_info.payment_reference_number).toMatch(/^\d{12}$/);
    expect(first).not.toHaveProperty('status');
  });

  it('pays a hosted routing as well, and answers who says trx_id as that client reads it', async () => {
    const { rem } = await startTestSandbox();
    const { trx_id } = (await rem.createRouting({ need_frontend: true })).body;
    expect((await rem.simulate({ trx_id })).body).toEqual({ status: { code: '000', message: 'Success' } });
    expect((await rem.checkRouting({ partner_trx_id: 'QR-1001' })).body.payment_status).toBe('COMPLETE');
  });

  it('refuses in its own envelope', async () => {
    const { rem, control } = await startTestSandbox();
    const { trx_id } = (await rem.createRouting()).body;
    control.pay(trx_id);
    expect((await rem.simulate({ payment_routing_id: trx_id })).body).toEqual({
      error: { Code: '400', Message: 'Transaction is not waiting for payment' },
      success: false,
    });
    expect((await rem.simulate({ payment_routing_id: 'nope' })).body).toMatchObject({ success: false });
  });
});
