import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import { fact, origin, saidAt } from '../testing/arbitrary-facts.ts';
import { makePayment } from '../testing/make-payment.ts';
import { believe } from './believe.ts';
import { neverCreated } from './never-created.ts';
import type { Payment } from './payment.ts';
import { presentPayment, presentPaymentRow } from './present-payment.ts';

const order = { ...origin.order, emails: ['siti@gmail.com'], phone: '081234563321' };
const paid = fact(
  'callback',
  {
    status: 'paid',
    isFinal: true,
    saidAt: saidAt(5),
    paidAt: saidAt(5),
    payerPhone: '085712344321',
    paidAmountIdr: 50_000,
  },
  6,
);

const payment = makePayment({
  ...believe({ ...origin, order }, [paid, fact('read', paid.statement, 8)]),
  createdBy: 's1',
  createdByName: 'Rina',
  version: 3,
});

const ability = { canDelete: true, canResendCallback: true, simulates: [] };
const present = (permissions: components['schemas']['Permission'][], shown = payment) =>
  presentPayment(shown, permissions, ability);

test('a payment is shown with how it is known to be paid', () => {
  expect(present(['payments.read', 'contacts.read'])).toMatchObject({
    ...presentPaymentRow(payment),
    status: 'paid',
    paidAmountIdr: 50_000,
    paidAt: saidAt(5),
    knownFrom: { source: 'callback', at: saidAt(6), confirmedAt: saidAt(8) },
    createdBy: 'Rina',
    failure: null,
  });
});

test('a payment that was refused is shown with the words and the code of its provider', () => {
  const statement = neverCreated('declined', 'Duplicate Partner Tx Id', '203');
  const refused = makePayment(believe(origin, [fact('create', statement)]));
  expect(present(['payments.read'], refused)).toMatchObject({
    status: 'failed',
    failure: { code: 'declined', detail: 'Duplicate Partner Tx Id', providerCode: '203' },
  });
});

describe('the fee', () => {
  const shown = (change: Partial<Payment>) => {
    const { feeIdr, netAmountIdr } = present(['payments.read'], makePayment(change));
    return { feeIdr, netAmountIdr };
  };

  test('is taken from what was asked for until something is paid, to the sen', () => {
    expect(shown({ amountIdr: 15_000, feeSen: 11_655 })).toEqual({ feeIdr: 116.55, netAmountIdr: 14_883.45 });
    expect(shown({ amountIdr: 15_000, paidAmountIdr: 12_000, feeSen: 24_975 })).toEqual({
      feeIdr: 249.75,
      netAmountIdr: 11_750.25,
    });
  });

  test('is shown in no more than two decimals, whatever the amount', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000_000 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (amountIdr, feeSen) => {
          const { feeIdr, netAmountIdr } = shown({ amountIdr, feeSen });
          const sen = amountIdr * 100 - feeSen;
          expect(netAmountIdr?.toString()).toMatch(/^-?[0-9]+([.][0-9]{1,2})?$/);
          expect(netAmountIdr?.toFixed(2)).toBe((sen / 100).toFixed(2));
          expect(Math.round((feeIdr ?? 0) * 100)).toBe(feeSen);
          expect(Math.round((netAmountIdr ?? 0) * 100)).toBe(sen);
        },
      ),
    );
  });

  test('that nobody stated leaves the net amount open, and so does an amount that nobody stated', () => {
    expect(shown({ amountIdr: 15_000 })).toEqual({ feeIdr: null, netAmountIdr: null });
    expect(shown({ amountIdr: 0, feeSen: 11_655 })).toEqual({ feeIdr: 116.55, netAmountIdr: null });
  });
});

test('a QR is offered while it can be paid and when it was, and not when it ended unpaid', () => {
  const hasQr = (change: Partial<Payment>) =>
    present(['payments.read'], makePayment({ qrImageUrl: 'https://qr.example/1', ...change })).hasQr;
  expect(hasQr({ status: 'open' })).toBe(true);
  expect(hasQr({ status: 'paid', late: true })).toBe(true);
  expect(hasQr({ status: 'expired', ended: true })).toBe(false);
  expect(hasQr({ status: 'open', qrImageUrl: null })).toBe(false);
});

test('contacts are shown to those who may read them', () => {
  expect(present(['payments.read', 'contacts.read'])).toMatchObject({
    contactMasked: false,
    emails: ['siti@gmail.com'],
    phone: '081234563321',
    payerPhone: '085712344321',
  });
});

test('contacts are masked for everybody else, in every field of the answer', () => {
  const masked = present(['payments.read']);
  expect(masked).toMatchObject({
    contactMasked: true,
    emails: ['s•••@gmail.com'],
    phone: '08•• •••• 3321',
    payerPhone: '08•• •••• 4321',
  });
  expect(JSON.stringify(masked)).not.toMatch(/siti@|12345633|57123/);
});

test('a row holds no contacts', () => {
  expect(JSON.stringify(presentPaymentRow(payment))).not.toMatch(/gmail|0812|0857/);
});
