import { callbackOccasion, laterBy, parameterOf, takeCourse } from '../armings.ts';
import { sendCallback } from '../callbacks/send-callback.ts';
import type { SettleAfter } from '../settings.ts';
import type { Twin } from '../twin.ts';
import { nextDayAt15Wib } from '../wib.ts';
import { type Charge, type Choice, kindNames, type Payment } from './charge.ts';
import { choiceAmong } from './choose-method.ts';
import { keepCharge } from './keep-charge.ts';
import { amountDueIdr } from './offer.ts';
import { mintReceipt, mintTxRefNumber } from './payment-numbers.ts';
import { mayHappen, paid, paidAgain } from './transitions.ts';

/** The least that an open link takes (providers.md A.3). */
export const openAmountMinIdr = 10_000;

export interface PaymentInput {
  /** What an open link is paid with, before fees; null pays the whole amount. */
  amountIdr: number | null;
  /** The application that paid a QRIS code; null when it is the one chosen before. */
  application: string | null;
  /** Typed by the payer. */
  phone: string | null;
  note: string | null;
  /** Money that arrives after the charge's end. */
  isLate: boolean;
}

/** The payer pays what is asked for, and types nothing. */
export const wholeAmount: PaymentInput = { amountIdr: null, application: null, phone: null, note: null, isLate: false };

/** The amount is none that this charge takes. */
export class AmountRefused extends Error {}

/**
 * The payer pays with the method chosen before, at that instant; the first callback goes out. Throws AmountRefused and
 * TransitionRefused.
 */
export function payCharge(twin: Twin, charge: Charge, input: PaymentInput, at: string): Charge {
  const choice = withApplication(charge.choice, input.application);
  const typed: Charge = {
    ...charge,
    choice,
    payerPhone: input.phone || charge.payerPhone,
    payerNote: input.note || charge.payerNote,
  };
  const payment = takePayment(typed, input.amountIdr, twin.store.settings().settleAfterMs, at);
  const next = keepCharge(twin, withCourse(twin, { ...paid(typed, payment, input.isLate), moneyAt: null }));
  sendCallback(twin, next, 'payment');
  return next;
}

/** What scenarios make of a payment: less money, a late settlement, or the same money once more. */
function withCourse(twin: Twin, charge: Charge): Charge {
  const course = takeCourse(twin.store, callbackOccasion(charge), ['partial_amount', 'settlement_late', 'paid_twice']);
  const { payment } = charge;
  if (!payment || course.size === 0) return charge;
  const [partial, late, twice] = [
    course.get('partial_amount'),
    course.get('settlement_late'),
    course.get('paid_twice'),
  ];
  const paidAmountIdr = Math.floor((payment.paidAmountIdr * (partial ? parameterOf(partial, 'percent') : 100)) / 100);
  return {
    ...charge,
    settlement: late ? 'waiting' : charge.settlement,
    moneyAt: twice ? laterBy(payment.paidAt, twice) : null,
    payment: {
      ...payment,
      paidAmountIdr,
      ...(late && { isRealtime: false, settledAt: null, settlesLateAt: laterBy(payment.settlesAt, late) }),
    },
  };
}

/** The money that a scenario has promised: for a charge that had ended, or a second time. */
export function payUnasked(twin: Twin, charge: Charge, at: string): void {
  if (charge.payment && mayHappen(charge, 'pay_again')) {
    const numbers = mintNumbers(charge, at);
    sendCallback(twin, keepCharge(twin, paidAgain(charge, { ...charge.payment, ...numbers, paidAt: at })), 'payment');
  } else payCharge(twin, charge, { ...wholeAmount, isLate: true }, at);
}

/** What the charge would be if it had just been paid; nothing of it is kept. Null when it is paid already. */
export function asIfPaid(twin: Twin, charge: Charge, at: string): Charge | null {
  if (charge.status === 'paid') return null;
  const offers = twin.providers[charge.provider].offers(charge);
  const [offer] = offers;
  const choice = charge.choice ?? (offer ? choiceAmong(offers, charge, offer, at) : null);
  const claimed = { ...charge, choice: withApplication(choice, null) };
  const payment = takePayment(claimed, null, twin.store.settings().settleAfterMs, at);
  return { ...claimed, status: 'paid', settlement: payment.settledAt ? 'success' : 'waiting', payment, updatedAt: at };
}

const withApplication = (choice: Choice | null, application: string | null): Choice | null =>
  choice?.method === 'qris' ? { ...choice, channel: application ?? choice.channel ?? 'gopay' } : choice;

function takePayment(charge: Charge, typedIdr: number | null, settleAfter: SettleAfter, at: string): Payment {
  const baseIdr = typedIdr ?? charge.order.amountIdr;
  const minIdr = charge.order.isOpenAmount ? openAmountMinIdr : charge.order.amountIdr;
  if (!Number.isSafeInteger(baseIdr) || baseIdr < minIdr || baseIdr > charge.order.amountIdr)
    throw new AmountRefused(`the ${kindNames[charge.kind]} takes Rp ${minIdr} to Rp ${charge.order.amountIdr}`);
  // Only REM has realtime settlement in its statements; Fazz then completes at once, with two callbacks all the same.
  const isRealtime = settleAfter === 0 && charge.provider === 'rem';
  return {
    ...mintNumbers(charge, at),
    paidAmountIdr: amountDueIdr(charge, charge.choice?.method ?? 'va', baseIdr),
    paidAt: at,
    settlesAt: settlesAt(settleAfter, at),
    settledAt: isRealtime ? at : null,
    isRealtime,
  };
}

function mintNumbers({ choice }: Charge, at: string) {
  const receipt = choice?.method === 'qris' ? mintReceipt(choice.channel) : null;
  return {
    txRefNumber: mintTxRefNumber(at),
    receiptNumber: receipt?.receiptNumber ?? null,
    paymentReferenceNumber: receipt?.paymentReferenceNumber ?? null,
  };
}

const settlesAt = (settleAfter: SettleAfter, paidAt: string) =>
  settleAfter === 'next-day-15:00' ? nextDayAt15Wib(paidAt) : new Date(Date.parse(paidAt) + settleAfter).toISOString();
