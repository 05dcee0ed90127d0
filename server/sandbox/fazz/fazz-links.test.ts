import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { loadContract } from '../../../openapi/check-contract.ts';
import { demoAccount } from '../demo-account.ts';
import { fazzOrder } from '../testing/fazz-client.ts';
import { startTestSandbox } from '../testing/start-test-sandbox.ts';

const stamp = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0700$/;

describe('Fazz payment_links', () => {
  it('makes a link with 201 in JSON:API, with amounts in text and times as Fazz writes them', async () => {
    const { fazz, url } = await startTestSandbox();
    const order = fazzOrder({ expiredAt: '2099-12-06T16:00:00+07:00', paymentMethodOptions: { displayName: 'Toko' } });
    expect(loadContract('fazz').checkRequest('createPaymentLink', { data: { attributes: order } })).toEqual([]);
    const { httpStatus, headers, body } = await fazz.create(order);
    expect(httpStatus).toBe(201);
    expect(headers.get('content-type')).toBe('application/vnd.api+json');
    const { id, type, attributes } = body.data;
    expect(id).toMatch(/^paymentlink_[0-9a-f]{32}$/);
    expect(type).toBe('payment_links');
    expect(attributes).toEqual({
      status: 'pending',
      amount: '150000.0',
      referenceId: 'INV-2001',
      createdAt: expect.stringMatching(stamp),
      description: 'Order 2001',
      expiredAt: '2099-12-06 16:00:00 +0700',
      paymentLinkUrl: `${url}/pay/${id}`,
      customerName: 'Budi Santoso',
      customerEmail: 'budi@example.com',
      customerPhoneNumber: '081234567890',
      displayName: 'Toko',
      paymentMethodOptions: { displayName: 'Toko' },
    });
    expect((await fazz.get(id)).body).toEqual(body);
  });

  it('gives a repeated referenceId the first link, whatever else it says', async () => {
    const { fazz, control } = await startTestSandbox();
    const first = await fazz.create();
    const again = await fazz.create({ amount: 999_999 });
    expect(again.httpStatus).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(control.links()).toHaveLength(1);
    expect(control.countRequests({ operation: 'createPaymentLink' })).toEqual([
      { provider: 'fazz', operation: 'createPaymentLink', reference: 'INV-2001', count: 2 },
    ]);
  });

  it('takes nulls for what is optional and attributes that no document has', async () => {
    const { fazz } = await startTestSandbox();
    const loose = { expiredAt: null, description: null, paymentMethodOptions: null, displayName: null, metadata: {} };
    expect((await fazz.create(loose)).body.data.attributes).toMatchObject({ description: null, displayName: null });
  });

  it.each([
    ['no amount', { amount: undefined }, '005', 'amount must be an integer'],
    ['an amount in text', { amount: '10000' }, '005', 'amount must be an integer'],
    ['an amount of nothing', { amount: 0 }, 'TXN0002', 'amount must be greater than 0'],
    ['too much', { amount: 100_000_001 }, 'TXN0003', 'amount must not exceed 100000000'],
    ['no referenceId', { referenceId: '' }, '005', 'referenceId is missing'],
    ['no name', { customerName: ' ' }, '005', 'customerName is missing'],
    ['no e-mail', { customerEmail: undefined }, '005', 'customerEmail is missing'],
    ['a bad e-mail', { customerEmail: 'budi' }, '005', 'customerEmail is invalid'],
    ['no telephone', { customerPhoneNumber: null }, '005', 'customerPhoneNumber is missing'],
    ['an end without offset', { expiredAt: '2099-01-01T00:00:00' }, '005', 'expiredAt must be ISO 8601 with an offset'],
    ['an end in the past', { expiredAt: '2020-01-01T00:00:00Z' }, '005', 'expiredAt must be in the future'],
  ])('refuses %s with 400', async (_what, attributes, code, detail) => {
    const { fazz, control } = await startTestSandbox();
    const { httpStatus, body } = await fazz.create(attributes);
    expect(httpStatus).toBe(400);
    expect(body.errors).toEqual([{ code, title: expect.any(String), detail }]);
    expect(control.links()).toEqual([]);
  });

  it('refuses strangers with 401 and unknown links with 404', async () => {
    const { fazz } = await startTestSandbox();
    const stranger = await fazz.create({}, { headers: { authorization: 'Basic d3Jvbmc6d3Jvbmc=' } });
    expect([stranger.httpStatus, stranger.body.errors[0].code]).toEqual([401, '002']);
    const unknown = await fazz.get(`paymentlink_${'0'.repeat(32)}`);
    expect([unknown.httpStatus, unknown.body.errors[0].code]).toEqual([404, '004']);
  });

  it('does not look at the body of a GET', async () => {
    const { fazz, fazzUrl } = await startTestSandbox();
    const { id } = (await fazz.create()).body.data;
    const { apiKey, secretKey } = demoAccount.fazz;
    const httpStatus = await new Promise<number | undefined>((resolve) => {
      const call = request(`${fazzUrl}/payment_links/${id}`, { auth: `${apiKey}:${secretKey}` }, (response) =>
        resolve(response.resume().statusCode),
      );
      call.setHeader('content-type', 'application/json');
      call.end('{"data":');
    });
    expect(httpStatus).toBe(200);
  });
});

describe('Fazz tasks', () => {
  it('cancel a pending link, once', async () => {
    const { fazz } = await startTestSandbox();
    const { id } = (await fazz.create()).body.data;
    const { httpStatus, body } = await fazz.task(id, 'cancel');
    expect(httpStatus).toBe(200);
    expect(body.data.attributes).toEqual({ targetId: id, targetType: 'payment_links', action: 'cancel' });
    expect((await fazz.get(id)).body.data.attributes.status).toBe('cancelled');
    const again = await fazz.task(id, 'cancel');
    expect([again.httpStatus, again.body.errors[0].detail]).toEqual([
      400,
      'cancel is not possible: payment link is cancelled',
    ]);
  });

  it('cancel a link of which the payer has chosen a method, since it is pending still', async () => {
    const { fazz, control } = await startTestSandbox();
    const { id } = (await fazz.create()).body.data;
    control.choose(id, { method: 'va', channel: 'bni' });
    expect((await fazz.get(id)).body.data.attributes.status).toBe('pending');
    expect((await fazz.task(id, 'cancel')).httpStatus).toBe(200);
  });

  it('receive a payment and settle it, in that order alone', async () => {
    const { fazz } = await startTestSandbox();
    const { id } = (await fazz.create()).body.data;
    const statusAfter = async (action: string) => {
      const { httpStatus } = await fazz.task(id, action);
      return [httpStatus, (await fazz.get(id)).body.data.attributes.status];
    };
    expect(await statusAfter('settle')).toEqual([400, 'pending']);
    expect(await statusAfter('receive_payment')).toEqual([200, 'paid']);
    expect(await statusAfter('receive_payment')).toEqual([400, 'paid']);
    expect(await statusAfter('cancel')).toEqual([400, 'paid']);
    expect(await statusAfter('settle')).toEqual([200, 'completed']);
    expect(await statusAfter('settle')).toEqual([400, 'completed']);
    expect(await statusAfter('refund')).toEqual([400, 'completed']);
  });
});
