import { describe, expect, test } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import { makePayment } from '../testing/make-payment.ts';
import { type Ability, paymentActions } from './actions.ts';
import type { Payment } from './payment.ts';

const everything: components['schemas']['Permission'][] = [
  'payments.read',
  'payments.delete',
  'payments.refresh',
  'payments.resend-callback',
  'payments.simulate',
];

const remLink: Ability = { canDelete: true, canResendCallback: true, simulates: [] };
const remRouting: Ability = { canDelete: false, canResendCallback: true, simulates: ['payment'] };
const fazzPayment: Ability = { canDelete: true, canResendCallback: false, simulates: ['payment', 'settlement'] };

/** The reasons against each action; null where it is allowed. */
function reasons(change: Partial<Payment>, ability: Ability, permissions = everything) {
  const actions = paymentActions(makePayment(change), permissions, ability);
  return Object.fromEntries(
    Object.entries(actions).map(([action, { allowed, reason }]) => {
      expect(allowed).toBe(reason === null);
      return [action, reason];
    }),
  );
}

type Case = [string, Partial<Payment>, (string | null)[]];

describe('what may be done with a link', () => {
  test.each<Case>([
    ['is being created', { status: 'creating' }, ['still_creating', 'still_creating', 'still_creating']],
    ['is open', { status: 'open' }, [null, null, 'no_callback_yet']],
    ['has a method chosen', { status: 'awaiting_payment' }, ['method_chosen', null, null]],
    ['is being paid', { status: 'processing' }, ['payment_in_progress', null, null]],
    ['is paid', { status: 'paid' }, ['already_paid', null, null]],
    ['expired', { status: 'expired', ended: true }, ['already_expired', null, null]],
    ['is deleted', { status: 'deleted', ended: true }, ['already_deleted', null, 'already_deleted']],
    ['had an attempt that failed', { status: 'failed', failureCode: 'payment_failed' }, ['method_chosen', null, null]],
    [
      'failed for good',
      { status: 'failed', ended: true, failureCode: 'payment_failed' },
      ['already_failed', null, null],
    ],
    [
      'was refused',
      { status: 'failed', ended: true, failureCode: 'declined' },
      ['never_created', 'never_created', 'never_created'],
    ],
    [
      'never came to be',
      { status: 'failed', ended: true, failureCode: 'not_created' },
      ['never_created', 'never_created', 'never_created'],
    ],
    ['is being deleted', { status: 'open', deletingSince: new Date() }, ['being_deleted', null, 'no_callback_yet']],
  ])('that %s', (_what, change, [remove, refresh, resendCallback]) => {
    expect(reasons(change, remLink)).toEqual({
      delete: remove,
      refresh,
      resendCallback,
      simulatePayment: 'not_offered',
      simulateSettlement: 'not_offered',
    });
  });

  test('at a provider that sends nothing again', () => {
    expect(reasons({ status: 'paid', provider: 'fazz' }, { ...remLink, canResendCallback: false })).toMatchObject({
      delete: 'already_paid',
      refresh: null,
      resendCallback: 'fazz_cannot_resend',
    });
  });

  test('by somebody who may only read, whatever its state', () => {
    expect(reasons({ status: 'paid' }, fazzPayment, ['payments.read'])).toEqual({
      delete: 'no_permission',
      refresh: 'no_permission',
      resendCallback: 'no_permission',
      simulatePayment: 'no_permission',
      simulateSettlement: 'no_permission',
    });
  });
});

describe('what may be done with a routing', () => {
  const routing = { kind: 'routing', method: 'qris', providerPaymentId: 'trx-1' } as const;

  test.each<Case>([
    ['is being created', { status: 'creating' }, ['still_creating', 'still_creating']],
    ['is open', { status: 'open' }, ['no_callback_yet', null]],
    ['awaits its payment', { status: 'awaiting_payment' }, ['no_callback_yet', null]],
    ['is paid', { status: 'paid' }, [null, 'already_paid']],
    ['expired', { status: 'expired', ended: true }, [null, 'already_expired']],
    ['was refused', { status: 'failed', ended: true, failureCode: 'declined' }, ['never_created', 'never_created']],
    [
      'is known without the id that REM simulates by',
      { status: 'open', providerPaymentId: null },
      ['no_callback_yet', 'not_offered'],
    ],
  ])('that %s', (_what, change, [resendCallback, simulatePayment]) => {
    expect(reasons({ ...routing, ...change }, remRouting)).toMatchObject({
      delete: 'not_offered',
      resendCallback,
      simulatePayment,
      simulateSettlement: 'not_offered',
    });
  });
});

describe('what may be done with a one-time payment', () => {
  const oneTime = { kind: 'one-time', provider: 'fazz', method: 'va', providerPaymentId: 'contract_1' } as const;

  test.each<Case>([
    ['is being created', { status: 'creating' }, ['still_creating', 'still_creating', 'still_creating']],
    ['is open', { status: 'open' }, [null, null, 'not_paid_yet']],
    ['is paid by QRIS', { status: 'open', method: 'qris' }, ['only_virtual_accounts', null, 'not_paid_yet']],
    ['is not known to be of a method', { status: 'open', method: null }, [null, null, 'not_paid_yet']],
    ['is being paid', { status: 'processing' }, ['payment_in_progress', null, 'not_paid_yet']],
    ['waits for settlement', { status: 'paid', settlement: 'waiting' }, ['already_paid', 'already_paid', null]],
    ['is settled', { status: 'paid', settlement: 'settled' }, ['already_paid', 'already_paid', 'already_settled']],
    ['expired', { status: 'expired', ended: true }, ['already_expired', 'already_expired', 'not_paid_yet']],
    ['was cancelled', { status: 'deleted', ended: true }, ['already_deleted', 'already_deleted', 'not_paid_yet']],
    [
      'is being cancelled',
      { status: 'open', deletingSince: new Date() },
      ['being_deleted', 'being_deleted', 'not_paid_yet'],
    ],
    [
      'failed for good',
      { status: 'failed', ended: true, failureCode: 'payment_failed' },
      ['already_failed', 'already_failed', 'not_paid_yet'],
    ],
    [
      'was refused',
      { status: 'failed', ended: true, failureCode: 'declined' },
      ['never_created', 'never_created', 'never_created'],
    ],
  ])('that %s', (_what, change, [remove, simulatePayment, simulateSettlement]) => {
    expect(reasons({ ...oneTime, ...change }, fazzPayment)).toMatchObject({
      delete: remove,
      resendCallback: 'fazz_cannot_resend',
      simulatePayment,
      simulateSettlement,
    });
  });

  test('in production, where nothing is simulated', () => {
    expect(reasons({ ...oneTime, status: 'open' }, { ...fazzPayment, simulates: [] })).toMatchObject({
      delete: null,
      simulatePayment: 'not_offered',
      simulateSettlement: 'not_offered',
    });
  });
});
