import type { PaymentRow } from '../../api/payments.ts';

export type PayState = 'payable' | 'paid' | 'expired' | 'deleted' | 'failed';

const states: Record<PaymentRow['status'], PayState> = {
  creating: 'payable',
  open: 'payable',
  awaiting_payment: 'payable',
  processing: 'payable',
  paid: 'paid',
  expired: 'expired',
  deleted: 'deleted',
  failed: 'failed',
};

/**
 * Whether the customer can still pay, so that handing the payment over makes sense, and if not why. Once its time is over it is expired,
 * whatever we have heard; null when it has no end or that is not looked at.
 */
export function payStateOf({ kind, status }: Pick<PaymentRow, 'kind' | 'status'>, leftMs: number | null): PayState {
  // On the page of a link a failed attempt may be followed by another.
  const state = kind === 'link' && status === 'failed' ? 'payable' : states[status];
  return state === 'payable' && leftMs === 0 ? 'expired' : state;
}
