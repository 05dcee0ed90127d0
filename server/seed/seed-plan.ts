import type { CreateInputs } from '../kinds/kind.ts';
import type { PaymentKind } from '../payments/payment.ts';
import { planLinks } from './plan-links.ts';
import { planOneTimePayments } from './plan-one-time-payments.ts';
import { planRoutings } from './plan-routings.ts';
import type { fazzWays, remWays } from './seed-words.ts';

export type Way = (typeof remWays)[number] | (typeof fazzWays)[number];

/** What becomes of a payment. `left`: nobody opens it, so that it is open or expires; `late`: paid after it expired. */
export type Fate = 'paid' | 'left' | 'chosen' | 'processing' | 'failed' | 'deleted' | 'late' | 'unreachable';

/** What a person asks for, by its kind. */
export type PlannedInput = { [K in PaymentKind]: { kind: K; input: CreateInputs[K] } }[PaymentKind];

export type PlannedPayment = PlannedInput & {
  createdAt: Date;
  fate: Fate;
  /** How its payer pays; null when there is but one way. */
  way: Way | null;
  /** From creation to what the payer, or we, do with it. */
  delayMs: number;
  /** What an open amount is paid with, rupiah; undefined pays all. */
  paysIdr: number | undefined;
  note: string | undefined;
};

const minuteMs = 60_000;

/** The payments of the 30 days before `now`, oldest first: more of them lately, at the hours of a shop, in every state. */
export function planPayments(now: Date): PlannedPayment[] {
  return [...planLinks(now), ...planRoutings(now), ...planOneTimePayments(now)]
    .filter(({ createdAt }) => createdAt.getTime() < now.getTime() - minuteMs)
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}
