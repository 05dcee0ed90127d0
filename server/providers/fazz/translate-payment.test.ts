import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { silent } from '../../payments/statement.ts';
import { translatePayment } from './translate-payment.ts';

const id = `contract_${'0a1b2c3d'.repeat(4)}`;
const attributes = {
  status: 'pending',
  amount: '100000.0',
  currency: 'IDR',
  createdAt: '2020-10-19T09:12:48+07:00',
  description: null,
  expiredAt: '2020-10-20T02:12:48Z',
  referenceId: 'ORDER_0001',
  fees: '4400.0',
  paymentMethod: {
    id: '871767762ccded4a92461ac0d3376c1e',
    type: 'retail_outlet',
    referenceId: 'ORDER_0001',
    instructions: { retailOutletName: 'ALFAMART', paymentCode: '8887322', displayName: 'Nama Tampilan' },
  },
};
const translate = (changes: object = {}) =>
  translatePayment({ id, type: 'payment', attributes: { ...attributes, ...changes } });
const translateMethod = (paymentMethod: unknown) => translate({ paymentMethod });

describe('a one-time payment', () => {
  it('of Fazz’s sample is read whole', () => {
    expect(translate()).toEqual({
      statement: {
        ...silent,
        status: 'open',
        providerStatus: 'pending',
        providerPaymentId: id,
        reference: 'ORDER_0001',
        amountIdr: 100_000,
        feeSen: 440_000,
        displayName: 'Nama Tampilan',
        method: 'retail_outlet',
        channel: 'alfamart',
        paymentCode: '8887322',
        createdAt: '2020-10-19T02:12:48.000Z',
        expiresAt: '2020-10-20T02:12:48.000Z',
      },
      deviations: [],
    });
  });

  it.each([
    ['pending', 'open', false, null],
    ['processing', 'processing', false, null],
    ['paid', 'paid', false, 'waiting'],
    ['COMPLETED', 'paid', false, 'settled'],
    ['expired', 'expired', true, null],
    ['failed', 'failed', true, null],
    ['cancelled', 'deleted', true, null],
  ])('that is %s is %s, final: %s, settlement: %s', (word, status, isFinal, settlement) => {
    const paidAmountIdr = status === 'paid' ? 100_000 : null;
    expect(translate({ status: word })?.statement).toMatchObject({
      status,
      isFinal,
      settlement,
      providerStatus: word,
      paidAmountIdr,
      failure: status === 'failed' ? { code: 'payment_failed', detail: null, providerCode: null } : null,
    });
  });

  it.each([
    ['4400.0', 440_000],
    ['3663', 366_300],
    ['116.55', 11_655],
    ['249.75', 24_975],
    ['0.07', 7],
    ['0.0', 0],
    [116.55, 11_655],
    ['1.15', 115],
    ['999999999999.99', 99_999_999_999_999],
  ])('whose fees are %j costs %d sen', (fees, feeSen) => {
    expect(translate({ fees })).toMatchObject({ statement: { feeSen }, deviations: [] });
  });

  it.each([
    ['116.5549', 11_655],
    ['116.5550', 11_656],
    ['0.99999', 100],
  ])('whose fees are %j costs %d sen, and the rounding is told', (fees, feeSen) => {
    const deviations = ['fees was rounded to hundredths of a rupiah.'];
    expect(translate({ fees })).toMatchObject({ statement: { feeSen }, deviations });
  });

  it.each(['4.400', '4,400', '-1', 'Rp 4400', '1e3', '9999999999999', true, {}])(
    'whose fees are %j does not say what it costs, and tells it',
    (fees) => {
      expect(translate({ fees })).toMatchObject({
        statement: { feeSen: null },
        deviations: expect.arrayContaining(['fees could not be used.']),
      });
    },
  );

  it('has the same fee for any number of sen, written with a point', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000_000), (sen) => {
        const fees = `${Math.floor(sen / 100)}.${String(sen % 100).padStart(2, '0')}`;
        expect(translate({ fees })?.statement.feeSen).toBe(sen);
      }),
    );
  });

  it.each([
    ['2020-10-19T09:12:48+07:00', '2020-10-19T02:12:48.000Z'],
    ['2020-10-19 09:12:48 +0700', '2020-10-19T02:12:48.000Z'],
    ['2020-10-19T02:12:48Z', '2020-10-19T02:12:48.000Z'],
    ['2020-10-19T02:12:48.123456Z', '2020-10-19T02:12:48.123Z'],
  ])('made at %s was made at %s, in either form of fazz.yaml', (createdAt, instant) => {
    expect(translate({ createdAt, expiredAt: createdAt })).toMatchObject({
      statement: { createdAt: instant, expiresAt: instant },
      deviations: [],
    });
  });

  it('whose times have no zone does not say when, and one of a static method never expires', () => {
    expect(translate({ createdAt: '2020-10-19T09:12:48', expiredAt: null })).toMatchObject({
      statement: { createdAt: null, expiresAt: null },
      deviations: ['createdAt could not be used.'],
    });
  });

  it('that says nothing of itself is none', () => {
    expect(translatePayment({})).toBeNull();
    expect(translatePayment({ id, type: 'payment' })).toBeNull();
    expect(translatePayment({ id: '../payments', attributes })).toBeNull();
    expect(translatePayment({ id, attributes: {} })).toEqual({
      statement: { ...silent, providerPaymentId: id },
      deviations: [],
    });
  });
});

describe('how to pay', () => {
  it('by virtual account is the bank and the number, with the sandbox’s prefix in the name', () => {
    const instructions = { bankShortCode: 'BCA', accountNo: '0012345678901234', displayName: 'IKN-Toko Melati' };
    expect(translateMethod({ id: 'va_1', type: 'virtual_bank_account', instructions })).toMatchObject({
      statement: { method: 'va', channel: 'bca', accountNumber: '0012345678901234', displayName: 'IKN-Toko Melati' },
      deviations: [],
    });
  });

  it.each([
    ['CIMB_NIAGA', 'cimb'],
    ['SAHABAT_SAMPOERNA', 'sahabat_sampoerna'],
    ['MAYBANK', 'maybank'],
    ['BANK_OF_TOMORROW', 'BANK_OF_TOMORROW'],
  ])('of the bank %s is told as %s', (bankShortCode, channel) => {
    const paymentMethod = { id: 'va_1', type: 'virtual_bank_account', instructions: { bankShortCode } };
    expect(translateMethod(paymentMethod)?.statement.channel).toBe(channel);
  });

  it('by QRIS is an image at an http address', () => {
    const qris = (imageUrl: string) => translateMethod({ id: 'qr_1', type: 'qris', instructions: { imageUrl } });
    expect(qris('https://id.xfers.com/qr/1.png')).toMatchObject({
      statement: { method: 'qris', channel: null, qrImageUrl: 'https://id.xfers.com/qr/1.png' },
      deviations: [],
    });
    expect(qris('data:image/png;base64,AA')).toMatchObject({
      statement: { qrImageUrl: null },
      deviations: ['imageUrl could not be used.'],
    });
  });

  it('by e-wallet is an address, one that opens the wallet, and the wallet’s name in an id', () => {
    const settlement = {
      httpUrl: 'https://wallet.example.com/pay/1',
      mobileUrl: 'shopeeid://pay/1',
      afterSettlementUrl: 'https://toko.example.com/',
    };
    expect(translateMethod({ id: 'shopeepay_0a1b', type: 'e-wallet', settlement })).toMatchObject({
      statement: { method: 'ewallet', channel: 'shopeepay', url: settlement.httpUrl, appUrl: settlement.mobileUrl },
      deviations: [],
    });
    const nulls = { httpUrl: null, mobileUrl: null, afterSettlementUrl: null };
    expect(translateMethod({ id: '0a1b', type: 'e-wallet', settlement: nulls })).toMatchObject({
      statement: { method: 'ewallet', channel: null, url: null, appUrl: null },
      deviations: [],
    });
  });

  it.each(['javascript:alert(1)', 'JavaScript://x%0aalert(1)', 'data:text/html,x', 'file:///etc/passwd', 'pay/1'])(
    'never opens %s',
    (mobileUrl) => {
      expect(translateMethod({ type: 'e-wallet', settlement: { mobileUrl } })).toMatchObject({
        statement: { appUrl: null },
        deviations: ['mobileUrl could not be used.'],
      });
    },
  );

  it('by a number that JSON may have shortened is not told', () => {
    const instructions = { accountNo: 8558012345678901, paymentCode: 8887322 };
    expect(translateMethod({ type: 'virtual_bank_account', instructions })).toMatchObject({
      statement: { accountNumber: null, paymentCode: null },
      deviations: ['accountNo could not be used.', 'paymentCode could not be used.'],
    });
  });

  it('at an outlet named by the other name is told all the same', () => {
    const instructions = { retailOutletCode: 'INDOMARET', paymentCode: '1' };
    expect(translateMethod({ type: 'retail_outlet', instructions })?.statement).toMatchObject({
      channel: 'indomaret',
      paymentCode: '1',
    });
  });

  it.each([null, undefined, 'va', [], { type: 'virtual_bank_account', instructions: null }, { type: 'cash' }])(
    'in %j is not told, and the rest of the payment is',
    (paymentMethod) => {
      expect(translateMethod(paymentMethod)?.statement).toMatchObject({
        reference: 'ORDER_0001',
        amountIdr: 100_000,
        accountNumber: null,
        channel: null,
      });
    },
  );

  it('in any JSON at all is read or not, and never throws', () => {
    const names = ['id', 'type', 'instructions', 'settlement', 'accountNo', 'imageUrl', 'mobileUrl', 'httpUrl'];
    const node = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.jsonValue(), fc.webUrl()));
    const method = fc.record({ id: fc.jsonValue(), type: fc.jsonValue(), instructions: node, settlement: node });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), method), (paymentMethod) => {
        const said = translateMethod(paymentMethod)?.statement;
        expect(said?.providerPaymentId).toBe(id);
        expect(said?.qrImageUrl ?? 'https:').toMatch(/^https?:/i);
        expect(said?.appUrl ?? '').not.toMatch(/^(javascript|data|vbscript):/i);
      }),
    );
  });
});
