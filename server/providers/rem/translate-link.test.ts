import { describe, expect, it } from 'vitest';
import { silent } from '../../payments/statement.ts';
import { mergeReads, translateCreated, translateDetails, translateStatus } from './translate-link.ts';

const status = (fields: object) => translateStatus({ partner_tx_id: 'INV1', ...fields });
const details = (fields: object) => translateDetails({ partnerTxId: 'INV1', ...fields }, 'https://pay.rem.id');

describe("REM's status", () => {
  it.each([
    ['created', 'open', false],
    ['INITIATED', 'open', false],
    ['waiting_payment', 'awaiting_payment', false],
    ['charge_in_progress', 'processing', false],
    ['processing', 'processing', false],
    ['complete', 'paid', false],
    ['COMPLETE', 'paid', false],
    ['success', 'paid', false],
    ['failed', 'failed', false],
    ['expired', 'expired', true],
    ['CLOSED', 'deleted', true],
  ])('%s is %s, final: %s', (word, ours, isFinal) => {
    expect(status({ status: word })?.statement).toMatchObject({ status: ours, isFinal, providerStatus: word });
    expect(details({ status: word })?.statement).toMatchObject({ status: ours, isFinal, providerStatus: word });
  });

  it('of a word that we do not know says nothing, and is told', () => {
    const { statement, deviations } = status({ status: 'refunded' }) ?? {};
    expect(statement).toMatchObject({ status: null, isFinal: false, providerStatus: 'refunded' });
    expect(deviations).toEqual(['status could not be used.']);
  });

  it('failed is a failed attempt at a living link', () => {
    expect(status({ status: 'failed' })?.statement.failure).toEqual({
      code: 'payment_failed',
      detail: null,
      providerCode: null,
    });
  });
});

describe('settlement', () => {
  it.each([
    [{ settlement_status: 'WAITING', settlement_type: 'non_realtime' }, 'waiting'],
    [{ settlement_status: 'SUCCESS', settlement_type: 'non_realtime' }, 'settled'],
    [{ settlement_status: 'success' }, 'settled'],
    [{ settlement_status: null, settlement_type: 'REALTIME' }, 'settled'],
    [{ settlement_status: 'WAITING', settlement_type: 'realtime' }, 'waiting'],
    [{ settlement_type: 'non_realtime' }, null],
    [{}, null],
  ])('of a paid link with %j is %s', (fields, settlement) => {
    expect(status({ status: 'complete', ...fields })?.statement.settlement).toBe(settlement);
  });

  it('without a payment is not believed', () => {
    const { statement, deviations } = status({ status: 'created', settlement_status: 'SUCCESS' }) ?? {};
    expect(statement?.settlement).toBeNull();
    expect(deviations).toEqual(['settlement_status came without a payment and was not used.']);
  });

  it('in a word that we do not know is told, also when settled in real time', () => {
    const reading = status({ status: 'complete', settlement_status: 'PENDING', settlement_type: 'realtime' });
    expect(reading?.statement.settlement).toBeNull();
    expect(reading?.deviations).toEqual(['settlement_status could not be used.']);
  });
});

it('a status answer is read whole', () => {
  const fields = {
    tx_ref_number: '20097G1X2329',
    amount: 150000,
    sender_name: 'Siti Rahma',
    sender_phone: '081234567890',
    sender_note: 'terima kasih',
    status: 'complete',
    payment_received_time: '2026-11-20 10:05:41',
    settlement_type: 'non_realtime',
    sender_bank: '008',
    payment_method: 'VA',
    created: '2026-11-20T10:00:00',
    description: 'Order 1101',
    payment_reference_number: '631234567890',
    paid_amount: '154000.0',
    expiration: '2026-11-30T23:59:59',
    due_date: '2026-11-30T23:59:59',
    updated: '2026-11-20T10:05:41',
    email: 'siti@example.com; keuangan@example.com ;',
    settlement_time: '2026-11-21T15:00:00',
    settlement_status: 'WAITING',
  };
  expect(status(fields)).toEqual({
    statement: {
      ...silent,
      status: 'paid',
      settlement: 'waiting',
      providerStatus: 'complete',
      saidAt: '2026-11-20T03:05:41.000Z',
      reference: 'INV1',
      amountIdr: 150_000,
      paidAmountIdr: 154_000,
      description: 'Order 1101',
      emails: ['siti@example.com', 'keuangan@example.com'],
      method: 'va',
      channel: 'mandiri',
      txRefNumber: '20097G1X2329',
      paymentReferenceNumber: '631234567890',
      payerName: 'Siti Rahma',
      payerPhone: '081234567890',
      payerNote: 'terima kasih',
      createdAt: '2026-11-20T03:00:00.000Z',
      expiresAt: '2026-11-30T16:59:59.000Z',
      paidAt: '2026-11-20T03:05:41.000Z',
      settlesAt: '2026-11-21T08:00:00.000Z',
    },
    deviations: [],
  });
});

it('nobody is named as payer before the payment', () => {
  expect(status({ status: 'created', sender_name: 'Siti Rahma' })?.statement.payerName).toBeNull();
});

it('a link as it was made is read whole', () => {
  const fields = {
    paymentLinkId: '1d0c7d5e-8f0a-4a55-9a0b-2f4d6d1c9e10',
    amount: 150000,
    username: 'tautan',
    senderName: 'Siti Rahma',
    senderPhoneNumber: null,
    senderNotes: null,
    status: 'CREATED',
    txRefNumber: null,
    description: 'Order 1101',
    isOpen: false,
    notes: 'Monday',
    email: 'siti@example.com',
    includeAdminFee: true,
    listDisabledPaymentMethods: 'EWALLET, CREDIT_CARD',
    listEnabledBanks: '002, 008 ,999',
    expirationTime: '2026-11-30 23:59:59',
    due_date: '2026-11-30 23:59:59',
    phoneNumber: '081234567890',
  };
  expect(details(fields)).toEqual({
    statement: {
      ...silent,
      status: 'open',
      providerStatus: 'CREATED',
      reference: 'INV1',
      providerPaymentId: '1d0c7d5e-8f0a-4a55-9a0b-2f4d6d1c9e10',
      url: 'https://pay.rem.id/1d0c7d5e-8f0a-4a55-9a0b-2f4d6d1c9e10',
      amountIdr: 150_000,
      isOpenAmount: false,
      includeAdminFee: true,
      customerName: 'Siti Rahma',
      description: 'Order 1101',
      notes: 'Monday',
      emails: ['siti@example.com'],
      phone: '081234567890',
      enabledMethods: ['va', 'qris', 'bank_transfer'],
      enabledBanks: ['bri', 'mandiri', '999'],
      expiresAt: '2026-11-30T16:59:59.000Z',
    },
    deviations: [],
  });
});

describe('the payer’s means', () => {
  it.each([
    ['CC', null, 'card', null],
    ['qris', 'dana', 'qris', 'dana'],
    ['QRIS', 'some bank name', 'qris', 'some bank name'],
    ['EWALLET', 'shopeepay_ewallet', 'ewallet', 'shopeepay'],
    ['EWALLET', 'OVO_EWALLET', 'ewallet', 'ovo'],
    ['VA', ' 014 ', 'va', 'bca'],
    ['BANK_TRANSFER', '777', 'bank_transfer', '777'],
    ['PAYLATER', '', null, null],
  ])('%s %s is %s %s', (payment_method, sender_bank, method, channel) => {
    expect(status({ payment_method, sender_bank })?.statement).toMatchObject({ method, channel });
  });
});

describe('the methods of a link', () => {
  it.each([
    ['', ['va', 'qris', 'ewallet', 'card', 'bank_transfer']],
    ['VA', ['qris', 'ewallet', 'card', 'bank_transfer']],
    ['BANK_TRANSFER,EWALLET', ['qris', 'card']],
    [' credit_card , QRIS', ['va', 'ewallet', 'bank_transfer']],
    [null, null],
  ])('of which %j are disabled are %j', (listDisabledPaymentMethods, enabledMethods) => {
    expect(details({ listDisabledPaymentMethods })?.statement.enabledMethods).toEqual(enabledMethods);
  });

  it('have all banks when none are listed', () => {
    expect(details({ listEnabledBanks: '' })?.statement.enabledBanks).toEqual([]);
    expect(details({})?.statement.enabledBanks).toBeNull();
  });
});

describe('a creation', () => {
  it('says id and address', () => {
    const data = { status: true, url: 'https://pay.rem.id/abc-1', payment_link_id: 'abc-1', message: 'success' };
    const statement = { ...silent, status: 'open', providerPaymentId: 'abc-1', url: 'https://pay.rem.id/abc-1' };
    expect(translateCreated(data, true, null)).toEqual({ statement, deviations: [] });
  });

  it('without address has the one that its id makes', () => {
    const url = (payUrl: string | null, data: object) => translateCreated({ ...data }, true, payUrl)?.statement.url;
    expect(url('https://pay.rem.id/', { payment_link_id: 'abc-1' })).toBe('https://pay.rem.id/abc-1');
    expect(url('https://pay.rem.id', { payment_link_id: 'abc-1', url: 'javascript:x' })).toBe(
      'https://pay.rem.id/abc-1',
    );
    expect(url(null, { payment_link_id: 'abc-1' })).toBeNull();
  });

  it('that only says true has made a link; one that says nothing has not been read', () => {
    expect(translateCreated({ status: true }, true, null)?.statement.status).toBe('open');
    expect(translateCreated({ message: 'success' }, false, null)).toBeNull();
  });
});

it('a message that names neither link nor status is not read', () => {
  expect(translateStatus({ amount: 5 })).toBeNull();
  expect(translateDetails({ amount: 5 }, null)).toBeNull();
});

describe('of two reads', () => {
  it('the status answer speaks first and GET fills the gaps', () => {
    const first = { ...silent, status: 'paid' as const, amountIdr: 1, saidAt: 'now' };
    const second = {
      ...silent,
      status: 'expired' as const,
      isFinal: true,
      amountIdr: 2,
      url: 'u',
      customerName: 'Siti',
    };
    expect(mergeReads(first, second)).toEqual({ ...first, url: 'u', customerName: 'Siti' });
  });

  it('whether it is final belongs to the status that is taken', () => {
    const expired = { ...silent, status: 'expired' as const, isFinal: true };
    expect(mergeReads(silent, expired)).toEqual(expired);
    expect(mergeReads({ ...silent, status: 'open' }, expired)).toMatchObject({ status: 'open', isFinal: false });
  });
});
