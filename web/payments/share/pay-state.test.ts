import { expect, test } from 'vitest';
import { payStateOf } from './pay-state.ts';

const state = (status: Parameters<typeof payStateOf>[0]['status'], leftMs: number | null) =>
  payStateOf({ kind: 'routing', status }, leftMs);

test('a payment can be paid while it lives', () => {
  expect(state('open', 1)).toBe('payable');
  expect(state('awaiting_payment', null)).toBe('payable');
});

test('a payment whose time is over is expired before the provider says so', () => {
  expect(state('awaiting_payment', 0)).toBe('expired');
});

test.each(['paid', 'expired', 'deleted', 'failed'] as const)('what is %s stays so when its time is over', (status) => {
  expect(state(status, 0)).toBe(status);
});

test('a link can be paid after a failed attempt while it lives', () => {
  expect(payStateOf({ kind: 'link', status: 'failed' }, 1)).toBe('payable');
  expect(payStateOf({ kind: 'link', status: 'failed' }, 0)).toBe('expired');
});
