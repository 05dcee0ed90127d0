import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { silent } from '../../payments/statement.ts';
import { remRouting } from '../../testing/rem-account.ts';
import { translateRoutingCreated, translateRoutingStatus } from './translate-routing.ts';

const status = (fields: object) => translateRoutingStatus({ partner_trx_id: 'QR1', ...fields });
const paid = (fields: object) => status({ payment_status: 'COMPLETE', ...fields });

describe("REM's status", () => {
  it.each([
    ['CREATED', 'open', false],
    ['WAITING_PAYMENT', 'awaiting_payment', false],
    ['waiting_payment', 'awaiting_payment', false],
    ['PAYMENT_IN_PROGRESS', 'processing', false],
    ['DISBURSE_IN_PROGRESS', 'processing', false],
    ['INCOMPLETE', 'processing', false],
    ['COMPLETE', 'paid', false],
    [' Complete ', 'paid', false],
    ['PAYMENT_FAILED', 'failed', false],
    ['EXPIRED', 'expired', true],
    ['expired', 'expired', true],
  ])('%s is %s, final: %s', (word, ours, isFinal) => {
    const { statement, deviations } = status({ payment_status: word }) ?? {};
    expect(statement).toMatchObject({ status: ours, isFinal, providerStatus: word.trim() });
    expect(statement?.failure).toEqual(
      ours === 'failed' ? { code: 'payment_failed', detail: null, providerCode: null } : null,
    );
    expect(deviations).toEqual([]);
  });

  it.each(['REFUND', 'ON_HOLD'])('of the word %s says nothing, and is told', (word) => {
    const { statement, deviations } = status({ payment_status: word }) ?? {};
    expect(statement).toMatchObject({ status: null, isFinal: false, providerStatus: word });
    expect(deviations).toEqual(['payment_status could not be used.']);
  });
});

it('a check-status answer is read whole', () => {
  expect(translateRoutingStatus(remRouting)).toEqual({
    statement: {
      ...silent,
      status: 'paid',
      settlement: 'waiting',
      providerStatus: 'COMPLETE',
      saidAt: '2026-11-20T04:10:02.000Z',
      providerPaymentId: '0cecf477-117a-4135-b6a1-ekjhj224a987',
      reference: 'QR1',
      url: 'https://pay.rem.id/lalilulelo',
      amountIdr: 15_000,
      paidAmountIdr: 15_000,
      partnerUserId: 'customer-7',
      hasHostedPage: true,
      method: 'qris',
      channel: 'dana',
      paymentReferenceNumber: '631234567890',
      expiresAt: '2026-11-20T04:24:33.000Z',
      paidAt: '2026-11-20T04:10:02.000Z',
      settlesAt: '2026-11-21T08:00:00.000Z',
    },
    deviations: [],
  });
});

describe('the amounts', () => {
  it.each<[string, object, number | null, number | null]>([
    ['of an unpaid routing', { payment_status: 'EXPIRED', request_amount: 15000, received_amount: 0 }, 15_000, null],
    ['of a paid one', { payment_status: 'COMPLETE', request_amount: 15000, received_amount: 14000.0 }, 15_000, 14_000],
    ['of the sample of a callback', { payment_status: 'COMPLETE', receive_amount: 10000 }, null, 10_000],
    ['of the table of a callback', { payment_status: 'COMPLETE', received_amount: '10000' }, null, 10_000],
    ['of a callback with decimals', { payment_status: 'COMPLETE', received_amount: '10000.00' }, null, 10_000],
    ['of a callback with both', { payment_status: 'COMPLETE', receive_amount: 9, received_amount: 8 }, null, 8],
    ['of a callback before a payment', { payment_status: 'WAITING_PAYMENT', receive_amount: 10000 }, 10_000, null],
    ['under a status that nobody knows', { payment_status: 'ON_HOLD', receive_amount: 10000 }, null, null],
  ])('%s: %j', (_, fields, amountIdr, paidAmountIdr) => {
    expect(status(fields)?.statement).toMatchObject({ amountIdr, paidAmountIdr });
  });

  it('0 of a paid one is no amount, unless the other name says it', () => {
    const slip = paid({ request_amount: 15000, received_amount: 0 });
    expect(slip?.statement).toMatchObject({ status: 'paid', amountIdr: 15_000, paidAmountIdr: null });
    expect(slip?.deviations).toEqual(['received_amount is 0 although it is paid.']);
    expect(paid({ received_amount: 0, receive_amount: 15000 })?.statement.paidAmountIdr).toBe(15_000);
    expect(paid({ receive_amount: 0 })?.statement.paidAmountIdr).toBeNull();
  });

  it('that came without a payment are not believed', () => {
    const { statement, deviations } = status({ payment_status: 'WAITING_PAYMENT', received_amount: 15000 }) ?? {};
    expect(statement?.paidAmountIdr).toBeNull();
    expect(deviations).toEqual(['received_amount came without a payment and was not used.']);
  });

  it('in a form that may mean thousands are told and not used', () => {
    const { statement, deviations } = paid({ received_amount: '10.000' }) ?? {};
    expect(statement?.paidAmountIdr).toBeNull();
    expect(deviations).toEqual(['received_amount could not be used.']);
  });
});

describe('settlement', () => {
  it.each([
    [{ settlement_status: 'WAITING', settlement_type: 'NON_REALTIME' }, 'waiting'],
    [{ settlement_status: 'SUCCESS', settlement_type: 'non_realtime' }, 'settled'],
    [{ settlement_status: 'success' }, 'settled'],
    [{ settlement_type: 'REALTIME' }, 'settled'],
    [{ settlement_status: '', settlement_type: 'realtime' }, 'settled'],
    [{ settlement_status: 'WAITING', settlement_type: 'REALTIME' }, 'waiting'],
    [{ settlement_type: 'NON_REALTIME' }, null],
    [{}, null],
  ])('of a paid routing with %j is %s', (fields, settlement) => {
    expect(paid(fields)?.statement.settlement).toBe(settlement);
  });

  it('and the times of a payment are not believed before one', () => {
    const { statement, deviations } =
      status({
        payment_status: 'WAITING_PAYMENT',
        settlement_status: 'SUCCESS',
        settlement_time: '2026-11-21 15:00:00',
        payment_received_time: '2026-11-20 11:10:02',
      }) ?? {};
    expect(statement).toMatchObject({ settlement: null, settlesAt: null, paidAt: null, saidAt: null });
    expect(deviations?.toSorted()).toEqual([
      'payment_received_time came without a payment and was not used.',
      'settlement_status came without a payment and was not used.',
      'settlement_time came without a payment and was not used.',
    ]);
  });
});

describe('a time', () => {
  it.each(['2026-11-20 16:25:33', '2026-11-20T16:25:33', '2026-11-20T09:25:33Z', '2026-11-20 16:25:33 +0700'])(
    '%s is one instant, in WIB unless it says otherwise',
    (text) => {
      expect(paid({ trx_expiration_time: text, payment_received_time: text })?.statement).toMatchObject({
        expiresAt: '2026-11-20T09:25:33.000Z',
        paidAt: '2026-11-20T09:25:33.000Z',
      });
    },
  );
});

describe('where and how to pay', () => {
  it('is an image or a page, in payment_info', () => {
    const qris_url = 'https://checkout.rem.id/api/qris/image/1';
    const payment_checkout_url = 'https://pay.rem.id/1';
    expect(status({ payment_info: { qris_url } })?.statement).toMatchObject({ qrImageUrl: qris_url, url: null });
    expect(status({ payment_info: { payment_checkout_url } })?.statement).toMatchObject({
      qrImageUrl: null,
      url: payment_checkout_url,
    });
    expect(status({ payment_info: { qris_url: 'javascript:alert(1)' } })).toMatchObject({
      statement: { qrImageUrl: null },
      deviations: ['qris_url could not be used.'],
    });
  });

  it.each([null, undefined, 'https://pay.rem.id/1', [], 5])('is not said by the payment_info %j', (payment_info) => {
    expect(status({ payment_info })?.statement).toMatchObject({ qrImageUrl: null, url: null });
  });

  it('has its receipt number inside payment_info or beside it', () => {
    const number = { payment_reference_number: '631234567890' };
    for (const fields of [number, { payment_info: number }, { payment_info: number, payment_reference_number: '' }])
      expect(status(fields)?.statement.paymentReferenceNumber).toBe('631234567890');
  });

  it.each([
    ['QRIS', 'DANA', 'qris', 'dana'],
    ['qris', 'some bank name', 'qris', 'some bank name'],
    ['QRIS', '014', 'qris', 'bca'],
    ['VA', '', null, null],
    [null, null, null, null],
  ])('%s %s is %s %s', (payment_method, sender_bank, method, channel) => {
    expect(status({ payment_method, sender_bank })?.statement).toMatchObject({ method, channel });
  });

  it.each([
    [true, true],
    [false, false],
    ['true', true],
    ['maybe', null],
    [null, null],
  ])('need_frontend %j means that it has a page: %s', (need_frontend, hasHostedPage) => {
    expect(status({ need_frontend })?.statement.hasHostedPage).toBe(hasHostedPage);
  });
});

describe('a creation', () => {
  const made = {
    status: { code: '000', message: 'Success' },
    trx_id: '8a26e1dc-b4be-4378-a56f-4aa9ce00606f',
    partner_trx_id: 'QR1',
    receive_amount: 16000,
    trx_expiration_time: '2026-11-20 10:30:00',
    payment_info: { qris_url: 'https://checkout.rem.id/api/qris/image/1' },
    payment_method: 'QRIS',
  };

  it('is read whole', () => {
    expect(translateRoutingCreated(made)).toEqual({
      statement: {
        ...silent,
        status: 'awaiting_payment',
        providerPaymentId: made.trx_id,
        reference: 'QR1',
        qrImageUrl: made.payment_info.qris_url,
        amountIdr: 16_000,
        method: 'qris',
        expiresAt: '2026-11-20T03:30:00.000Z',
      },
      deviations: [],
    });
  });

  it('of a page is open: nobody has chosen to pay', () => {
    const payment_info = { payment_checkout_url: 'https://pay.rem.id/1' };
    expect(translateRoutingCreated({ ...made, payment_info })?.statement).toMatchObject({
      status: 'open',
      url: 'https://pay.rem.id/1',
    });
    expect(translateRoutingCreated({ trx_id: 'trx-1' })?.statement).toMatchObject({
      status: 'open',
      providerPaymentId: 'trx-1',
    });
  });

  it('that says neither its id nor where to pay is not read', () => {
    expect(translateRoutingCreated({ partner_trx_id: 'QR1', receive_amount: 16000 })).toBeNull();
    expect(translateRoutingCreated({ trx_id: 'a/../b', payment_info: null })).toBeNull();
  });
});

it('a message that names neither routing nor status is not read', () => {
  expect(translateRoutingStatus({ request_amount: 5, status: { code: '000' } })).toBeNull();
});

it('of any fields a statement is made or not, and money comes with a payment alone', () => {
  const fields = fc.dictionary(fc.constantFrom(...Object.keys(remRouting), 'receive_amount'), fc.jsonValue());
  fc.assert(
    fc.property(fields, (changes) => {
      const statement = translateRoutingStatus({ ...remRouting, ...changes })?.statement ?? silent;
      const saysMoney = [statement.paidAmountIdr, statement.settlement, statement.paidAt, statement.settlesAt];
      expect(statement.status === 'paid' || saysMoney.every((said) => said === null)).toBe(true);
      expect(statement.paidAmountIdr).not.toBe(0);
    }),
    { numRuns: 500 },
  );
});
