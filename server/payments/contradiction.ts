import type { Belief } from './belief.ts';
import { type Fact, instantMs, sortFacts, stageOf, stages } from './fact-order.ts';
import type { Statement, VerdictReason } from './statement.ts';

/**
 * Whether a new fact denies what is known: how much, which payment, or that it is paid or ended. In: what was believed
 * before it, and the earlier facts about this payment. What is believed afterwards is decided by believe(), not here.
 */
export function contradictionOf(before: Belief, fact: Fact, known: readonly Fact[]): VerdictReason | null {
  return amountDiffers(before, fact, known) ?? referenceDiffers(fact, known) ?? statusDenied(fact, known);
}

const against = (code: VerdictReason['code'], other: Fact | undefined): VerdictReason => ({
  code,
  observationId: other?.id ?? null,
  at: other?.observedAt.toISOString() ?? null,
});

/** REM puts a unique code of up to three digits into the amount of a bank transfer (providers.md A.3). */
const toleranceIdr = (method: Statement['method']): number => (method === 'bank_transfer' ? 999 : 0);

function amountDiffers(before: Belief, fact: Fact, known: readonly Fact[]): VerdictReason | null {
  const { amountIdr, paidAmountIdr, method } = fact.statement;
  // Of an open amount REM states what was paid ("the amount of a transaction that is paid", rem-payment-link-status).
  if (amountIdr !== null && before.amountIdr !== 0 && !before.isOpenAmount) {
    const differenceIdr = Math.abs(amountIdr - before.amountIdr);
    if (differenceIdr > toleranceIdr(method))
      return against(
        'amount_differs',
        known.find((one) => one.statement.amountIdr === before.amountIdr),
      );
  }
  const paid = differingAmount(fact, known);
  if (paidAmountIdr !== null && paid) return against('amount_differs', paid);
  return isNewlyUnderpaid(before, fact, known) ? against('amount_differs', known[0]) : null;
}

/** Less came than was asked for: said once, by the first that speaks of it. More may come, with a fee on top. */
function isNewlyUnderpaid({ amountIdr, isOpenAmount }: Belief, { statement }: Fact, known: readonly Fact[]): boolean {
  const { status, paidAmountIdr, method } = statement;
  const isTold = known.some((one) => one.statement.status === 'paid' && one.statement.paidAmountIdr === paidAmountIdr);
  if (status !== 'paid' || paidAmountIdr === null || isOpenAmount || isTold) return false;
  return amountIdr - paidAmountIdr > toleranceIdr(method);
}

const differingAmount = (fact: Fact, known: readonly Fact[]): Fact | undefined =>
  differingPaid(
    fact,
    known,
    (said) => said.paidAmountIdr,
    (a, b) => a === b,
  );

function referenceDiffers(fact: Fact, known: readonly Fact[]): VerdictReason | null {
  const { providerPaymentId } = fact.statement;
  const otherId = known.find(
    ({ statement }) => statement.providerPaymentId !== null && statement.providerPaymentId !== providerPaymentId,
  );
  if (providerPaymentId !== null && otherId) return against('reference_differs', otherId);
  const other = differingNumbers(fact, known);
  return other ? against('reference_differs', other) : null;
}

const differingNumbers = (fact: Fact, known: readonly Fact[]): Fact | undefined =>
  differingPaid(fact, known, (said) => said.paymentReferenceNumber, isSameReceipt) ??
  differingPaid(
    fact,
    known,
    (said) => said.txRefNumber,
    (a, b) => a === b,
  );

/** The first of the known facts that speaks of another payment of money than this one does: of another amount or number. */
export const differingPayment = (fact: Fact, known: readonly Fact[]): Fact | undefined =>
  differingAmount(fact, known) ?? differingNumbers(fact, known);

/** An unpaid attempt may have other numbers than the one that is paid; two that are paid may not. */
function differingPaid<T>(
  fact: Fact,
  known: readonly Fact[],
  pick: (statement: Statement) => T | null,
  isSame: (a: T, b: T) => boolean,
): Fact | undefined {
  const mine = pick(fact.statement);
  if (fact.statement.status !== 'paid' || mine === null) return undefined;
  return known.find(({ statement }) => {
    const theirs = pick(statement);
    return statement.status === 'paid' && theirs !== null && !isSame(mine, theirs);
  });
}

/** Of a receipt paid with OVO, REM keeps the first 12 characters (rem-payment-link-status, payment_reference_number). */
const isSameReceipt = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** Paid or ended is denied by what is known to be said later; what is older, or might be, is only stale. */
function statusDenied(fact: Fact, known: readonly Fact[]): VerdictReason | null {
  const strongest = sortFacts(known).at(-1);
  if (strongest === undefined || fact.statement.status === null) return null;
  const stage = stageOf(fact.statement);
  const knownStage = stageOf(strongest.statement);
  if (knownStage < stages.expired || stage >= knownStage) return null;
  const isEndAfterEnd = knownStage < stages.paid && stage >= stages.expired;
  const saidMs = asOfMs(fact);
  // Who forges a callback may date it as late as they like: nothing was so after we heard of it.
  const heardMs = strongest.observedAt.getTime();
  const knownMs = Math.min(instantMs(strongest.statement.saidAt) ?? heardMs, heardMs);
  return !isEndAfterEnd && saidMs !== null && saidMs > knownMs ? against('status_denied', strongest) : null;
}

/**
 * The moment of which a fact speaks. Whoever is asked says what is so now, however long it has been so already (REM `updated`);
 * a callback says since when, or nobody knows how long it was under way.
 */
function asOfMs({ source, statement, observedAt, askedAt }: Fact): number | null {
  return source === 'callback' ? instantMs(statement.saidAt) : (askedAt ?? observedAt).getTime();
}
