import { describe, expect, test } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import { origin } from '../testing/arbitrary-facts.ts';
import { linkActions } from './actions.ts';
import { believe } from './believe.ts';
import type { Payment } from './payment.ts';

const everything: components['schemas']['Permission'][] = [
  'links.read',
  'links.delete',
  'links.refresh',
  'links.resend-callback',
];

const payment = (change: Partial<Payment>): Payment => ({
  id: 'pay_1',
  environment: 'sandbox',
  kind: 'link',
  provider: 'rem',
  reference: origin.reference,
  ...believe(origin, []),
  imported: false,
  createdBy: null,
  createdByName: null,
  deletingSince: null,
  checkAfter: null,
  checkAttempts: 0,
  version: 1,
  updatedAt: origin.createdAt,
  ...change,
});

/** The reasons against delete, refresh and resend; null where allowed. */
function reasons(change: Partial<Payment>, canResendCallback = true, permissions = everything) {
  const actions = linkActions(payment(change), permissions, { canResendCallback });
  for (const { allowed, reason } of Object.values(actions)) expect(allowed).toBe(reason === null);
  return [actions.delete.reason, actions.refresh.reason, actions.resendCallback.reason];
}

describe('what may be done with a link', () => {
  test.each<[string, Partial<Payment>, (string | null)[]]>([
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
  ])('that %s', (_what, change, expected) => {
    expect(reasons(change)).toEqual(expected);
  });

  test('at a provider that sends nothing again', () => {
    expect(reasons({ status: 'paid' }, false)).toEqual(['already_paid', null, 'fazz_cannot_resend']);
  });

  test('by somebody who may only read, whatever its state', () => {
    expect(reasons({ status: 'paid' }, false, ['links.read'])).toEqual([
      'no_permission',
      'no_permission',
      'no_permission',
    ]);
  });
});
