import { expect, test } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import { fact, origin, saidAt } from '../testing/arbitrary-facts.ts';
import { believe } from './believe.ts';
import type { Payment } from './payment.ts';
import { presentLink, presentLinkRow } from './present-link.ts';

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

const payment: Payment = {
  id: 'pay_1',
  environment: 'sandbox',
  kind: 'link',
  provider: 'rem',
  reference: origin.reference,
  ...believe({ ...origin, order }, [paid, fact('read', paid.statement, 8)]),
  imported: false,
  createdBy: 's1',
  createdByName: 'Rina',
  deletingSince: null,
  checkAfter: null,
  checkAttempts: 0,
  version: 3,
  updatedAt: origin.createdAt,
};

const present = (permissions: components['schemas']['Permission'][]) =>
  presentLink(payment, permissions, { canResendCallback: true });

test('a link is shown with how it is known to be paid', () => {
  expect(present(['links.read', 'contacts.read'])).toMatchObject({
    ...presentLinkRow(payment),
    status: 'paid',
    paidAmountIdr: 50_000,
    paidAt: saidAt(5),
    knownFrom: { source: 'callback', at: saidAt(6), confirmedAt: saidAt(8) },
    createdBy: 'Rina',
    failure: null,
  });
});

test('contacts are shown to those who may read them', () => {
  expect(present(['links.read', 'contacts.read'])).toMatchObject({
    contactMasked: false,
    emails: ['siti@gmail.com'],
    phone: '081234563321',
    payerPhone: '085712344321',
  });
});

test('contacts are masked for everybody else, in every field of the answer', () => {
  const masked = present(['links.read']);
  expect(masked).toMatchObject({
    contactMasked: true,
    emails: ['s•••@gmail.com'],
    phone: '08•• •••• 3321',
    payerPhone: '08•• •••• 4321',
  });
  expect(JSON.stringify(masked)).not.toMatch(/siti@|12345633|57123/);
});

test('a row holds no contacts', () => {
  expect(JSON.stringify(presentLinkRow(payment))).not.toMatch(/gmail|0812|0857/);
});
