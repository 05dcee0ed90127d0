import { sendCallback } from '../callbacks/send-callback.ts';
import type { SettleAfter } from '../settings.ts';
import type { Twin } from '../twin.ts';
import { nextDayAt15Wib } from '../wib.ts';
import { keepLink } from './keep-link.ts';
import type { Choice, Link, Payment } from './link.ts';
import { amountDueIdr } from './offer.ts';
import { mintReceipt, mintTxRefNumber } from './payment-numbers.ts';
import { paid } from './transitions.ts';

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
  /** Money that arrives after the link's end. */
  isLate: boolean;
}

/** The amount is none that this link takes. */
export class AmountRefused extends Error {}

/**
 * The payer pays with the method chosen before, at that instant; the first callback goes out. Throws AmountRefused and
 * TransitionRefused.
 */
export function payLink(twin: Twin, link: Link, input: PaymentInput, at: string): Link {
  const choice = withApplication(link.choice, input.application);
  const typed: Link = {
    ...link,
    choice,
    payerPhone: input.phone || link.payerPhone,
    payerNote: input.note || link.payerNote,
  };
  const payment = takePayment(typed, input.amountIdr, twin.store.settings().settleAfterMs, at);
  const next = keepLink(twin, paid(typed, payment, input.isLate));
  sendCallback(twin, next, 'payment');
  return next;
}

const withApplication = (choice: Choice | null, application: string | null): Choice | null =>
  choice?.method === 'qris' ? { ...choice, channel: application ?? choice.channel ?? 'gopay' } : choice;

function takePayment(link: Link, typedIdr: number | null, settleAfter: SettleAfter, at: string): Payment {
  const baseIdr = typedIdr ?? link.order.amountIdr;
  const minIdr = link.order.isOpenAmount ? openAmountMinIdr : link.order.amountIdr;
  if (!Number.isSafeInteger(baseIdr) || baseIdr < minIdr || baseIdr > link.order.amountIdr)
    throw new AmountRefused(`the link takes Rp ${minIdr} to Rp ${link.order.amountIdr}`);
  // Only REM has realtime settlement in its statements; Fazz then completes at once, with two callbacks all the same.
  const isRealtime = settleAfter === 0 && link.provider === 'rem';
  const receipt = link.choice?.method === 'qris' ? mintReceipt(link.choice.channel) : null;
  return {
    txRefNumber: mintTxRefNumber(at),
    paidAmountIdr: amountDueIdr(link, link.choice?.method ?? 'va', baseIdr),
    receiptNumber: receipt?.receiptNumber ?? null,
    paymentReferenceNumber: receipt?.paymentReferenceNumber ?? null,
    paidAt: at,
    settlesAt: settlesAt(settleAfter, at),
    settledAt: isRealtime ? at : null,
    isRealtime,
  };
}

const settlesAt = (settleAfter: SettleAfter, paidAt: string) =>
  settleAfter === 'next-day-15:00' ? nextDayAt15Wib(paidAt) : new Date(Date.parse(paidAt) + settleAfter).toISOString();
