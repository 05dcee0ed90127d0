import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { loadContract } from '../../../openapi/check-contract.ts';
import { demoAccount } from '../demo-account.ts';
import { fazzMethods, fazzPayment } from '../testing/fazz-client.ts';
import { receiveCallbacks, startTestSandbox } from '../testing/start-test-sandbox.ts';

const dayMs = 86_400_000;
const ahead = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().replace(/\.\d+/, '');

describe('Fazz payments', () => {
  it('by virtual account give the account number', async () => {
    const { fazz } = await startTestSandbox();
    expect(loadContract('fazz').checkRequest('createPayment', { data: { attributes: fazzPayment() } })).toEqual([]);
    const { httpStatus, body } = await fazz.createPayment();
    expect(httpStatus).toBe(201);
    expect(body.data).toEqual({
      id: expect.stringMatching(/^contract_[0-9a-f]{32}$/),
      type: 'payment',
      attributes: {
        status: 'pending',
        amount: '150000.0',
        currency: 'IDR',
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/),
        description: 'Order 3001',
        expiredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        referenceId: 'PAY-3001',
        fees: '3663.0',
        paymentMethod: {
          id: expect.stringMatching(/^va_[0-9a-f]{32}$/),
          type: 'virtual_bank_account',
          referenceId: 'PAY-3001',
          instructions: {
            bankShortCode: 'BCA',
            accountNo: expect.stringMatching(/^\d{16}$/),
            displayName: 'IKN-Toko Melati',
          },
        },
      },
    });
    expect((await fazz.getPayment(body.data.id)).body).toEqual(body);
  });

  it('at an outlet give a code, by QRIS an image, by e-wallet addresses; each with its fee', async () => {
    const { fazz, url } = await startTestSandbox();
    const methodOf = async (paymentMethodType: string) => {
      const made = await fazz.createPayment({ paymentMethodType, referenceId: paymentMethodType, amount: 15_000 });
      const { fees, paymentMethod } = made.body.data.attributes;
      return { ...paymentMethod, id: made.body.data.id, fees };
    };
    expect(await methodOf('retail_outlet')).toMatchObject({
      fees: '4440.0',
      instructions: { retailOutletName: 'ALFAMART', paymentCode: expect.stringMatching(/^\d{7}$/) },
    });
    expect(await methodOf('qris')).toMatchObject({
      fees: '116.55',
      instructions: { imageUrl: expect.stringContaining(`${url}/fazz/qr/qr_`), displayName: 'Toko Melati' },
    });
    const wallet = await methodOf('e-wallet');
    expect(wallet).toMatchObject({
      fees: '249.75',
      settlement: {
        httpUrl: `${url}/pay/${wallet.id}`,
        afterSettlementUrl: 'https://toko.example.com/terima-kasih',
      },
    });
    expect(wallet).not.toHaveProperty('instructions');
  });

  it('with a repeated referenceId are the first one; links have references of their own', async () => {
    const { fazz, control } = await startTestSandbox();
    await fazz.create({ referenceId: 'PAY-3001' });
    const first = await fazz.createPayment();
    const again = await fazz.createPayment({ amount: 1 });
    expect([first.httpStatus, again.httpStatus]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(control.links({ kind: 'one-time' })).toHaveLength(1);
  });

  it('take nulls, attributes and options that no document has', async () => {
    const { fazz } = await startTestSandbox();
    const loose = { expiredAt: null, description: null, metadata: { channel: 'web' } };
    const options = { ...fazzMethods.virtual_bank_account, suffixNo: null, mode: 'live' };
    expect((await fazz.createPayment({ ...loose, paymentMethodOptions: options })).httpStatus).toBe(201);
  });

  const withOptions = (options: object) => ({ paymentMethodOptions: { displayName: 'Toko', ...options } });
  it.each([
    ['an unknown method', { paymentMethodType: 'cash', paymentMethodOptions: {} }, '005'],
    ['another currency', { currency: 'USD' }, '005'],
    ['no options', { paymentMethodOptions: null }, '005'],
    ['no bank', withOptions({}), '005'],
    ['an unknown bank', withOptions({ bankShortCode: 'MONZO' }), '005'],
    ['a bank of static accounts', withOptions({ bankShortCode: 'PERMATA' }), '003'],
    ['a suffix of letters', withOptions({ bankShortCode: 'BCA', suffixNo: 'abc' }), '005'],
    ['a suffix where there is none', withOptions({ bankShortCode: 'SAHABAT_SAMPOERNA', suffixNo: '1' }), 'TXN0006'],
    ['a suffix too long', withOptions({ bankShortCode: 'BCA', suffixNo: '123456789' }), 'TXN0007'],
    ['too little for a bank', { amount: 9_999 }, 'TXN0002'],
    ['too much for a bank', { amount: 100_000_001 }, 'TXN0003'],
    ['too little for Alfamart', { paymentMethodType: 'retail_outlet', amount: 14_999 }, 'TXN0002'],
    ['too much for Alfamart', { paymentMethodType: 'retail_outlet', amount: 2_500_001 }, 'TXN0003'],
    ['too little for QRIS', { paymentMethodType: 'qris', amount: 1_499 }, 'TXN0002'],
    ['too much for QRIS', { paymentMethodType: 'qris', amount: 5_000_001 }, 'TXN0003'],
    ['too much for a wallet', { paymentMethodType: 'e-wallet', amount: 10_000_001 }, 'TXN0003'],
    ['no page to return to', { paymentMethodType: 'e-wallet', paymentMethodOptions: { providerCode: 'OVO' } }, '005'],
    ['a wallet for two hours', { paymentMethodType: 'e-wallet', expiredAt: ahead(120) }, '005'],
    ['an account for half an hour', { expiredAt: ahead(30) }, '005'],
    ['an end without offset', { expiredAt: '2099-01-01T00:00:00' }, '005'],
  ])('refuse %s with 400', async (_what, attributes, code) => {
    const { fazz, control } = await startTestSandbox();
    const { httpStatus, body } = await fazz.createPayment(attributes);
    expect([httpStatus, body.errors[0].code]).toEqual([400, code]);
    expect(control.links()).toEqual([]);
  });

  it('are unknown under the address of links, and the other way round', async () => {
    const { fazz } = await startTestSandbox();
    const payment = (await fazz.createPayment()).body.data.id;
    const link = (await fazz.create()).body.data.id;
    expect([(await fazz.get(payment)).httpStatus, (await fazz.getPayment(link)).httpStatus]).toEqual([404, 404]);
  });
});

describe('tasks of Fazz payments', () => {
  it('receive a payment and settle it; signed callbacks say paid, then completed', async () => {
    const sandbox = await startTestSandbox();
    const { received } = await receiveCallbacks(sandbox);
    const { control, fazz } = sandbox;
    const { id } = (await fazz.createPayment({ paymentMethodType: 'qris' })).body.data;
    const task = async (action: string) => (await fazz.paymentTask(id, action)).httpStatus;
    expect([await task('settle'), await task('cancel'), await task('refund')]).toEqual([400, 400, 400]);
    const paid = await fazz.paymentTask(id, 'receive_payment');
    expect([paid.httpStatus, paid.body.data]).toEqual([
      201,
      { type: 'task', attributes: { targetId: id, targetType: 'payment', action: 'receive_payment' } },
    ]);
    expect(await task('receive_payment')).toBe(400);
    await control.advance(0);
    expect([await task('settle'), await task('settle')]).toEqual([201, 400]);
    await control.advance(0);
    expect(received.map(({ body }) => body.data.attributes.status)).toEqual(['paid', 'completed']);
    expect(received[1]?.body).toEqual((await fazz.getPayment(id)).body);
    expect(received[0]?.headers['xfers-signature']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('cancel virtual accounts alone, and only while they are pending', async () => {
    const { fazz } = await startTestSandbox();
    const { id } = (await fazz.createPayment()).body.data;
    expect((await fazz.paymentTask(id, 'cancel')).httpStatus).toBe(201);
    expect((await fazz.getPayment(id)).body.data.attributes.status).toBe('cancelled');
    expect((await fazz.paymentTask(id, 'cancel')).body.errors[0].detail).toContain('payment is cancelled');
    const shop = (await fazz.createPayment({ paymentMethodType: 'retail_outlet', referenceId: 'SHOP' })).body.data.id;
    expect((await fazz.paymentTask(shop, 'cancel')).body.errors[0].code).toBe('003');
  });

  it('are not needed for the end of the time', async () => {
    const { fazz, control } = await startTestSandbox();
    const { id } = (await fazz.createPayment()).body.data;
    await control.advance(dayMs);
    expect((await fazz.getPayment(id)).body.data.attributes.status).toBe('expired');
  });
});

describe('the list of Fazz payments', () => {
  async function three() {
    const sandbox = await startTestSandbox();
    const { fazz, control } = sandbox;
    for (const [index, referenceId] of ['A', 'B', 'C'].entries()) {
      await fazz.createPayment({ referenceId });
      control.backdate(referenceId, `2026-11-0${index + 1}T03:00:00Z`);
    }
    await fazz.create({ referenceId: 'LINK' });
    const list = async (query: string) =>
      (await fazz.listPayments(query)).body.data?.map(
        (each: { attributes: { referenceId: string } }) => each.attributes.referenceId,
      );
    return { ...sandbox, list };
  }

  it('is newest first, ten a page, links apart; brackets may be percent-encoded', async () => {
    const { list, fazz } = await three();
    expect(await list('')).toEqual(['C', 'B', 'A']);
    expect(await list('sort=createdAt')).toEqual(['A', 'B', 'C']);
    expect(await list('page[size]=2')).toEqual(['C', 'B']);
    expect(await list('page%5Bsize%5D=2&page%5Bnumber%5D=2')).toEqual(['A']);
    expect(await list('page[number]=9')).toEqual([]);
    for (let index = 0; index < 9; index++) await fazz.createPayment({ referenceId: `MORE${index}` });
    expect(await list('')).toHaveLength(10);
    expect(await list('page[size]=1000')).toHaveLength(12);
  });

  it('is filtered by time, status and reference; without filter[…] a name has no effect', async () => {
    const { list, control } = await three();
    expect(await list('filter[createdAfter]=2026-11-01T10:00:00%2B07:00')).toEqual(['C', 'B']);
    expect(await list('filter%5BcreatedBefore%5D=2026-11-02T03:00:01Z&sort=createdAt')).toEqual(['A', 'B']);
    expect(await list('filter[referenceId]=A')).toEqual(['A']);
    control.pay('B');
    expect(await list('filter[status]=paid')).toEqual(['B']);
    control.settle('B');
    expect([await list('filter[status]=paid'), await list('filter[status]=completed')]).toEqual([[], ['B']]);
    expect(await list('referenceId=A&status=paid')).toEqual(['C', 'B', 'A']);
  });

  it.each([
    'sort=amount',
    'page[size]=1001',
    'page[size]=0',
    'page[number]=x',
    'filter[status]=sold',
    'filter[createdAfter]=now',
  ])('refuses %s', async (query) => {
    const { fazz } = await startTestSandbox();
    expect((await fazz.listPayments(query)).httpStatus).toBe(400);
  });

  it('does not look at a JSON body, nor does GET of one payment', async () => {
    const { fazz, fazzUrl } = await startTestSandbox();
    const { id } = (await fazz.createPayment()).body.data;
    const { apiKey, secretKey } = demoAccount.fazz;
    const statusOf = (path: string) =>
      new Promise<number | undefined>((resolve) => {
        const call = request(`${fazzUrl}${path}`, { auth: `${apiKey}:${secretKey}` }, (response) =>
          resolve(response.resume().statusCode),
        );
        const body = '{"data":{"attributes":null}}';
        call.setHeader('CONTENT-TYPE', 'application/json');
        call.setHeader('content-length', body.length);
        call.end(body);
      });
    expect([await statusOf('/payments'), await statusOf(`/payments/${id}`)]).toEqual([200, 200]);
  });
});
