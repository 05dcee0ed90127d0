import { type Charge, type ChargeStatus, type Choice, kindNames, type Payment, type TwinProvider } from './charge.ts';

export type ChargeEvent =
  | 'choose'
  | 'process'
  | 'pay'
  | 'pay_late'
  | 'pay_again'
  | 'fail'
  | 'lapse'
  | 'expire'
  | 'close'
  | 'settle';

type Rules = Record<ChargeEvent, readonly ChargeStatus[]>;

/**
 * From which states each event is possible. REM: providers.md A.4, A.5 (deletion only before a method is chosen; after a
 * failed attempt the payer may choose again). Fazz: B.2 (cancel of pending links; failed is an end).
 * `pay_late` is money that arrives although its time had ended, as a bank may still send it; `pay_again` a second transfer.
 */
const linkRules: Record<TwinProvider, Rules> = {
  rem: {
    choose: ['created', 'waiting_payment', 'failed'],
    process: ['waiting_payment'],
    pay: ['waiting_payment', 'processing'],
    pay_late: ['failed', 'expired', 'closed'],
    pay_again: ['paid'],
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
    pay_again: ['paid'],
    fail: ['created', 'waiting_payment', 'processing'],
    lapse: ['waiting_payment'],
    expire: ['created', 'waiting_payment', 'processing'],
    close: ['created', 'waiting_payment'],
    settle: ['paid'],
  },
};

/** QRIS alone, and the four states of rem-payment-routing.txt: an attempt that fails leaves no trace. */
const routingRules: Rules = {
  choose: ['created'],
  process: [],
  pay: ['waiting_payment'],
  pay_late: ['expired'],
  pay_again: ['paid'],
  fail: [],
  lapse: [],
  expire: ['created', 'waiting_payment'],
  close: [],
  settle: ['paid'],
};

/** The method is fixed, so nothing is chosen and nothing lapses before the payment does (providers.md B.3, B.4). */
const oneTimeRules: Rules = {
  choose: [],
  process: ['waiting_payment'],
  pay: ['waiting_payment', 'processing'],
  pay_late: ['expired', 'failed', 'closed'],
  pay_again: ['paid'],
  fail: ['waiting_payment', 'processing'],
  lapse: [],
  expire: ['waiting_payment', 'processing'],
  close: ['waiting_payment'],
  settle: ['paid'],
};

function rulesOf({ kind, provider }: Charge): Rules {
  if (kind === 'link') return linkRules[provider];
  return kind === 'routing' ? routingRules : oneTimeRules;
}

/** A charge's state does not allow the event. */
export class TransitionRefused extends Error {
  readonly event: ChargeEvent;
  readonly status: ChargeStatus;
  constructor(event: ChargeEvent, { kind, status }: Charge) {
    super(`a ${kindNames[kind]} that is ${status} cannot ${event.replace('_', ' ')}`);
    this.event = event;
    this.status = status;
  }
}

/** Whether the event is possible now. Of one-time payments only virtual accounts can be cancelled (providers.md B.3). */
export const mayHappen = (charge: Charge, event: ChargeEvent) =>
  rulesOf(charge)[event].includes(charge.status) &&
  (event !== 'settle' || charge.settlement === 'waiting') &&
  (event !== 'close' || charge.kind !== 'one-time' || charge.choice?.method === 'va');

type Changes = Partial<Pick<Charge, 'status' | 'settlement' | 'choice' | 'payment' | 'expiresAt' | 'moneyAt'>>;

function change(charge: Charge, event: ChargeEvent, at: string, changes: Changes): Charge {
  if (!mayHappen(charge, event)) throw new TransitionRefused(event, charge);
  return { ...charge, updatedAt: at, ...changes };
}

/** The payer picked a method; a second choice replaces the first. */
export const chosen = (charge: Charge, choice: Choice) =>
  change(charge, 'choose', choice.chosenAt, { status: 'waiting_payment', choice });

/** The payer has paid and the bank or wallet is still at it. */
export const inProcess = (charge: Charge, at: string) => change(charge, 'process', at, { status: 'processing' });

/** The money is there; `isLate` when it came after the end. */
export const paid = (charge: Charge, payment: Payment, isLate: boolean) =>
  change(charge, isLate ? 'pay_late' : 'pay', payment.paidAt, {
    status: 'paid',
    settlement: payment.settledAt ? 'success' : 'waiting',
    payment,
  });

/** The same was paid once more; what is said from now on is said of the second payment. */
export const paidAgain = (charge: Charge, payment: Payment) =>
  change(charge, 'pay_again', payment.paidAt, { payment, moneyAt: null });

/** The attempt failed. */
export const failed = (charge: Charge, at: string) => change(charge, 'fail', at, { status: 'failed' });

/** The chosen method ran out while a link lives: REM calls the attempt failed, Fazz lets the payer choose again. */
export const lapsed = (charge: Charge, at: string) =>
  change(charge, 'lapse', at, charge.provider === 'rem' ? { status: 'failed' } : { status: 'created', choice: null });

/** The link ran out; when someone let it lapse early, that instant becomes its expiry. */
export const expired = (charge: Charge, at: string) =>
  change(charge, 'expire', at, { status: 'expired', expiresAt: at < charge.expiresAt ? at : charge.expiresAt });

/** The merchant deleted (REM) or cancelled (Fazz) it. */
export const closed = (charge: Charge, at: string) => change(charge, 'close', at, { status: 'closed' });

/** The money reached the merchant's balance. */
export const settled = (charge: Charge, at: string) =>
  change(charge, 'settle', at, {
    settlement: 'success',
    payment: charge.payment && { ...charge.payment, settledAt: at },
  });
