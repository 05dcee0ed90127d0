import type { Choice, Link, LinkStatus, Payment, TwinProvider } from './link.ts';

export type LinkEvent = 'choose' | 'process' | 'pay' | 'pay_late' | 'fail' | 'lapse' | 'expire' | 'close' | 'settle';

type Rules = Record<LinkEvent, readonly LinkStatus[]>;

/**
 * From which states each event is possible. REM: providers.md A.4, A.5 (deletion only before a method is chosen; after a
 * failed attempt the payer may choose again). Fazz: B.2 (cancel of pending links; failed is an end).
 * `pay_late` is money that arrives although the link had ended, as a bank may still send it.
 */
const rules: Record<TwinProvider, Rules> = {
  rem: {
    choose: ['created', 'waiting_payment', 'failed'],
    process: ['waiting_payment'],
    pay: ['waiting_payment', 'processing'],
    pay_late: ['failed', 'expired', 'closed'],
    fail: ['waiting_payment', 'processing'],
    lapse: ['waiting_payment'],
    expire: ['created', 'waiting_payment', 'processing', 'failed'],
    close: ['created'],
    settle: ['paid'],
  },
  fazz: {
    choose: ['created', 'waiting_payment'],
    process: ['waiting_payment'],
    pay: ['waiting_payment', 'processing'],
    pay_late: ['expired', 'failed', 'closed'],
    fail: ['created', 'waiting_payment', 'processing'],
    lapse: ['waiting_payment'],
    expire: ['created', 'waiting_payment', 'processing'],
    close: ['created', 'waiting_payment'],
    settle: ['paid'],
  },
};

/** A link's state does not allow the event. */
export class TransitionRefused extends Error {
  readonly event: LinkEvent;
  readonly status: LinkStatus;
  constructor(event: LinkEvent, status: LinkStatus) {
    super(`a link that is ${status} cannot ${event.replace('_', ' ')}`);
    this.event = event;
    this.status = status;
  }
}

/** Whether the event is possible now. */
export const mayHappen = (link: Link, event: LinkEvent) =>
  rules[link.provider][event].includes(link.status) && (event !== 'settle' || link.settlement === 'waiting');

function change(link: Link, event: LinkEvent, at: string, changes: Partial<Link>): Link {
  if (!mayHappen(link, event)) throw new TransitionRefused(event, link.status);
  return { ...link, updatedAt: at, ...changes };
}

/** The payer picked a method; a second choice replaces the first. */
export const chosen = (link: Link, choice: Choice) =>
  change(link, 'choose', choice.chosenAt, { status: 'waiting_payment', choice });

/** The payer has paid and the bank or wallet is still at it. */
export const inProcess = (link: Link, at: string) => change(link, 'process', at, { status: 'processing' });

/** The money is there; `isLate` when it came after the link had ended. */
export const paid = (link: Link, payment: Payment, isLate: boolean) =>
  change(link, isLate ? 'pay_late' : 'pay', payment.paidAt, {
    status: 'paid',
    settlement: payment.settledAt ? 'success' : 'waiting',
    payment,
  });

/** The attempt failed. */
export const failed = (link: Link, at: string) => change(link, 'fail', at, { status: 'failed' });

/** The chosen method ran out while the link lives: REM calls the attempt failed, Fazz lets the payer choose again. */
export const lapsed = (link: Link, at: string) =>
  change(link, 'lapse', at, link.provider === 'rem' ? { status: 'failed' } : { status: 'created', choice: null });

/** The link ran out; when someone let it lapse early, that instant becomes its expiry. */
export const expired = (link: Link, at: string) =>
  change(link, 'expire', at, { status: 'expired', expiresAt: at < link.expiresAt ? at : link.expiresAt });

/** The merchant deleted (REM) or cancelled (Fazz) it. */
export const closed = (link: Link, at: string) => change(link, 'close', at, { status: 'closed' });

/** The money reached the merchant's balance. */
export const settled = (link: Link, at: string) =>
  change(link, 'settle', at, {
    settlement: 'success',
    payment: link.payment && { ...link.payment, settledAt: at },
  });
