import { describe, expect, it } from 'vitest';
import { loadContract } from '../../../openapi/check-contract.ts';
import { silent } from '../../payments/statement.ts';
import type { ScenarioName } from '../../sandbox/scenarios.ts';
import { startTestSandbox } from '../../sandbox/testing/start-test-sandbox.ts';
import {
  ahead,
  answered,
  common,
  hourMs,
  methods,
  openOneTime,
  outlet,
  qris,
  startOneTime,
  virtualAccount,
  wallet,
} from '../../testing/one-time-orders.ts';
import type { OneTimeOrder } from '../provider.ts';
import { paymentBody } from './payment-body.ts';

describe('a creation', () => {
  it('by virtual account gives the number to transfer to', async () => {
    const { port, control } = await startOneTime();
    const order = virtualAccount();
    const { statement, deviations } = answered(await port.create(order));
    expect(deviations).toEqual([]);
    const charge = control.link('TO1');
    expect(statement).toEqual({
      ...silent,
      status: 'open',
      providerStatus: 'pending',
      providerPaymentId: charge?.id,
      reference: 'TO1',
      accountNumber: charge?.choice?.code,
      amountIdr: 15_000,
      feeSen: 366_300,
      description: 'Order 3001',
      displayName: 'IKN-Toko Melati',
      method: 'va',
      channel: 'bca',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/),
      expiresAt: order.expiresAt.replace(/\.\d+Z/, '.000Z'),
    });
  });

  it('at an outlet gives a code, by QRIS an image, by e-wallet the addresses of the wallet', async () => {
    const { port, url, control } = await startOneTime();
    const made = async (order: OneTimeOrder) => {
      const { statement, deviations } = answered(await port.create({ ...order, reference: order.method }));
      expect(deviations).toEqual([]);
      return statement;
    };
    expect(await made(outlet())).toMatchObject({
      method: 'retail_outlet',
      channel: 'indomaret',
      paymentCode: control.link('retail_outlet')?.choice?.code,
      displayName: 'Toko Melati',
      accountNumber: null,
      feeSen: 444_000,
    });
    expect(await made(qris())).toMatchObject({
      method: 'qris',
      channel: null,
      qrImageUrl: expect.stringContaining(`${url}/fazz/qr/qr_`),
      feeSen: 11_655,
    });
    const byWallet = await made(wallet());
    expect(byWallet).toMatchObject({
      method: 'ewallet',
      channel: 'ovo',
      url: `${url}/pay/${byWallet.providerPaymentId}`,
      appUrl: expect.stringMatching(/^ovo:\/\/pay\/ovo_/),
      displayName: null,
      feeSen: 24_975,
    });
    expect(control.link('ewallet')).toMatchObject({ returnUrl: 'https://toko.example.com/terima-kasih' });
  });

  it.each(['bca', 'bri', 'bni', 'mandiri', 'sahabat_sampoerna'] as const)(
    'of %s is read back as that',
    async (bank) => {
      const { port } = await startOneTime();
      const order: OneTimeOrder = { ...common(), method: 'va', channel: bank, displayName: 'Toko' };
      expect(answered(await port.create(order)).statement.channel).toBe(bank);
    },
  );

  it.each(methods)('by %s is asked for in the words of the contract', (_, orderOf) => {
    expect(loadContract('fazz').checkRequest('createPayment', paymentBody(orderOf()))).toEqual([]);
  });

  it('is asked for with its expiry in WIB, to the second', () => {
    const order: OneTimeOrder = {
      ...common(),
      method: 'va',
      channel: 'bca',
      displayName: 'Toko Melati',
      suffixNumber: '12345',
      expiresAt: '2026-11-30T16:59:59.500Z',
    };
    expect(paymentBody(order)).toEqual({
      data: {
        attributes: {
          paymentMethodType: 'virtual_bank_account',
          amount: 15_000,
          currency: 'IDR',
          referenceId: 'TO1',
          expiredAt: '2026-11-30T23:59:59+07:00',
          description: 'Order 3001',
          paymentMethodOptions: { bankShortCode: 'BCA', displayName: 'Toko Melati', suffixNo: '12345' },
        },
      },
    });
  });

  it('passes on the wished end of an account number, and Fazz’s reasons against it', async () => {
    const { port } = await startOneTime();
    const order: OneTimeOrder = {
      ...common(),
      method: 'va',
      channel: 'bca',
      displayName: 'Toko',
      suffixNumber: '123456789',
    };
    expect(await port.create(order)).toMatchObject({
      kind: 'declined',
      code: 'TXN0007',
      message: 'suffixNo exceeds maximum number limit: suffixNo must have at most 8 digits',
    });
    expect(await port.create({ ...order, channel: 'sahabat_sampoerna' })).toMatchObject({ code: 'TXN0006' });
  });

  it('that breaks a limit is declined with Fazz’s code, and nothing is made', async () => {
    const { port, control } = await startOneTime();
    expect(await port.create(virtualAccount({ amountIdr: 9_999 }))).toMatchObject({
      kind: 'declined',
      code: 'TXN0002',
    });
    expect(await port.create({ ...qris(), amountIdr: 5_000_001 })).toMatchObject({ kind: 'declined', code: 'TXN0003' });
    expect(await port.create({ ...wallet(), expiresAt: ahead(2) })).toMatchObject({
      kind: 'declined',
      code: '005',
    });
    expect(control.links()).toEqual([]);
  });

  it.each<[string, () => OneTimeOrder, () => OneTimeOrder]>([
    ['amount', virtualAccount, () => virtualAccount({ amountIdr: 20_000 })],
    ['method', qris, virtualAccount],
    ['bank', virtualAccount, () => ({ ...common(), method: 'va', channel: 'bni', displayName: 'Toko' })],
  ])('under a reference that has a payment of another %s already is not ours', async (_, firstOf, orderOf) => {
    const order = orderOf();
    const { port, control } = await startOneTime();
    answered(await port.create(firstOf()));
    expect(await port.create(order)).toMatchObject({
      kind: 'declined',
      message: 'it has another payment under this reference',
    });
    expect(await port.resolveCreation(order)).toMatchObject({ kind: 'absent' });
    expect(control.links()).toHaveLength(1);
  });
});

describe('the image of a QR code', () => {
  it('is fetched while it can be paid', async () => {
    const { port, provider, control } = await startOneTime();
    const { statement } = answered(await port.create(qris()));
    const image = await provider.fetchQrImage(statement.qrImageUrl ?? '');
    expect(image).toMatchObject({ kind: 'image', contentType: 'image/png' });
    expect(image.kind === 'image' ? [...image.bytes.slice(1, 4)] : null).toEqual([...Buffer.from('PNG')]);
    await control.advance(3 * hourMs);
    expect(await provider.fetchQrImage(statement.qrImageUrl ?? '')).toMatchObject({ kind: 'declined' });
  });

  it('comes from Fazz alone', async () => {
    const { provider } = await startOneTime();
    for (const url of ['http://127.0.0.1:1/qr/1.png', 'https://xfers.com.example.com/qr/1.png', 'file:///etc/passwd'])
      expect(await provider.fetchQrImage(url)).toMatchObject({ kind: 'unreadable' });
  });
});

describe('a creation whose answer is lost', () => {
  it.each<[ScenarioName, string]>([
    ['lost_response', 'unknown_outcome'],
    ['error_500_after_work', 'unknown_outcome'],
    ['html_answer', 'unknown_outcome'],
  ])('(%s) is found by asking for the same once more', async (scenario, kind) => {
    const { port, control } = await startOneTime();
    control.arm({ scenario, provider: 'fazz', operation: 'createPayment' });
    const order = virtualAccount();
    expect(await port.create(order)).toMatchObject({ kind });
    expect(answered(await port.resolveCreation(order))).toMatchObject({
      statement: { reference: 'TO1', providerPaymentId: control.link('TO1')?.id, amountIdr: 15_000 },
    });
    expect(control.links()).toHaveLength(1);
  });

  it('is found although Fazz is slow to answer', async () => {
    const sandbox = await startTestSandbox();
    const { port } = openOneTime(sandbox, 300);
    sandbox.control.arm({ scenario: 'hang', operation: 'createPayment' });
    const order = virtualAccount();
    expect(await port.create(order)).toMatchObject({ kind: 'unknown_outcome', message: 'no answer within 0.3 s' });
    answered(await port.resolveCreation(order));
  });

  it('is made by the repeat when the first never arrived, and is still one', async () => {
    const { port, control } = await startOneTime();
    control.arm({ scenario: 'error_500', operation: 'createPayment' });
    const order = virtualAccount();
    expect(await port.create(order)).toMatchObject({ kind: 'unknown_outcome' });
    answered(await port.resolveCreation(order));
    expect(control.links()).toHaveLength(1);
  });

  it('is paid meanwhile, with another amount, and is ours all the same', async () => {
    const { port, control } = await startOneTime();
    control.arm({ scenario: 'lost_response', operation: 'createPayment' });
    const order = virtualAccount();
    await port.create(order);
    control.arm({ scenario: 'partial_amount', reference: 'TO1' });
    control.pay('TO1');
    expect(answered(await port.resolveCreation(order)).statement).toMatchObject({ status: 'paid', amountIdr: 7_500 });
  });

  it('was never made when Fazz refuses the repeat, also for a time that has passed', async () => {
    const { port, control } = await startOneTime();
    expect(await port.resolveCreation(virtualAccount({ amountIdr: 9_999 }))).toMatchObject({ kind: 'absent' });
    const past = { ...virtualAccount(), expiresAt: ahead(-1) };
    expect(await port.resolveCreation(past)).toMatchObject({ kind: 'absent' });
    expect(control.countRequests().map(({ operation, count }) => [operation, count])).toEqual([
      ['createPayment', 2],
      ['listPayments', 1],
    ]);
  });

  it('stays open while Fazz is away', async () => {
    const { port, control } = await startOneTime();
    control.arm({ scenario: 'error_429', operation: 'createPayment' });
    expect(await port.resolveCreation(virtualAccount())).toMatchObject({ kind: 'unavailable', retryAfterMs: 2_000 });
  });
});
