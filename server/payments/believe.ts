import type { Belief, Origin } from './belief.ts';
import { claimsMoney, claimsOf } from './claims.ts';
import { differingPayment } from './contradiction.ts';
import { countedFacts, factsAbout } from './counted-facts.ts';
import {
  type Fact,
  instantMs,
  type PlacedFact,
  saysEnded,
  settlementRanks,
  sortFacts,
  stageOf,
  stages,
} from './fact-order.ts';
import type { FailureCode, PaymentStatus, Settlement, Statement } from './statement.ts';

/**
 * Folds everything that was ever said about a payment into what we believe of it. In: the facts in order of arrival,
 * which matters only for who said first that it is paid, and between statements about a payment that still lives.
 * Money wins: nothing leaves paid, and an end that was stated before or after makes it late. No unsigned callback pays or
 * settles anything: its provider's own word does (counted-facts.ts).
 */
export function believe(origin: Origin, facts: readonly Fact[]): Belief {
  const about = factsAbout(origin, facts);
  const sorted = sortFacts(countedFacts(about));
  const status = statusOf(origin, sorted);
  const ended = status.status !== 'paid' && sorted.some((fact) => saysEnded(fact.statement));
  const isPaid = status.status === 'paid';
  return {
    status: status.status,
    ended,
    late: isPaid && sorted.some((fact) => saysEnded(fact.statement)),
    settlement: isPaid ? settlementOf(sorted) : 'none',
    ...failureOf(status),
    providerStatus: last(status.deciding, (statement) => statement.providerStatus),
    ...knownFrom(about),
    ...termsOf(origin, sorted),
    ...paymentOf(origin, sorted),
  };
}

interface DecidedStatus {
  status: PaymentStatus;
  /** The facts that say so, sorted. */
  deciding: PlacedFact[];
}

function statusOf(origin: Origin, sorted: readonly PlacedFact[]): DecidedStatus {
  const stage = Math.max(stages.silent, ...sorted.map((fact) => stageOf(fact.statement)));
  const atStage = sorted.filter((fact) => stageOf(fact.statement) === stage);
  if (stage === stages.attempt) return statusOfAttempt(atStage);
  const said = stage === stages.silent ? null : (atStage[0]?.statement.status ?? null);
  return { status: said ?? (origin.imported ? 'open' : 'creating'), deciding: atStage };
}

/** A failed attempt may be followed by another (REM), which then goes forward on its own; a later failure ends that too. */
function statusOfAttempt(sorted: readonly PlacedFact[]): DecidedStatus {
  const lastFailure = sorted.findLastIndex((fact) => fact.statement.status === 'failed');
  const afterwards = sorted.slice(lastFailure + 1);
  const isProcessing = afterwards.some((fact) => fact.statement.status === 'processing');
  const status = isProcessing ? 'processing' : afterwards.length > 0 ? 'awaiting_payment' : 'failed';
  const among = status === 'failed' ? sorted : afterwards;
  return { status, deciding: among.filter((fact) => fact.statement.status === status) };
}

function settlementOf(sorted: readonly PlacedFact[]): Settlement {
  const said = sorted.map((fact) => fact.statement.settlement ?? 'none');
  return said.reduce((best, next) => (settlementRanks[next] > settlementRanks[best] ? next : best), 'none');
}

function failureOf({
  status,
  deciding,
}: DecidedStatus): Pick<Belief, 'failureCode' | 'failureDetail' | 'failureProviderCode'> {
  if (status !== 'failed') return { failureCode: null, failureDetail: null, failureProviderCode: null };
  const failure = last(deciding, (statement) => statement.failure);
  const code: FailureCode = failure?.code ?? 'payment_failed';
  return {
    failureCode: code,
    failureDetail: failure?.detail ?? null,
    failureProviderCode: failure?.providerCode ?? null,
  };
}

const readsAtProvider = new Set(['read', 'sweep', 'import']);

/** Who said first that it is paid: a claim too, when it was not denied and what is proven speaks of the same payment. */
function knownFrom(about: readonly Fact[]): Pick<Belief, 'knownSource' | 'knownAt' | 'confirmedAt'> {
  const paid = about.filter((fact) => fact.statement.status === 'paid');
  const proven = paid.filter((fact) => fact.isProven);
  const bornOut = claimsOf(about)
    .filter(({ fact, state }) => state !== 'denied' && claimsMoney(fact) && !differingPayment(fact, proven))
    .map(({ fact }) => fact);
  const first = proven.length === 0 ? undefined : paid.find((fact) => fact.isProven || bornOut.includes(fact));
  return {
    knownSource: first?.source ?? null,
    knownAt: first?.observedAt ?? null,
    confirmedAt: proven.find((fact) => readsAtProvider.has(fact.source))?.observedAt ?? null,
  };
}

/**
 * What was agreed when it was made: what we asked for; of what we did not ask, the earliest word of the provider. A message
 * whose status we cannot read comes last: nobody knows to which moment it belongs.
 */
function termsOf(origin: Origin, facts: readonly PlacedFact[]) {
  const order = origin.order ?? {};
  const [silentFacts, speaking] = [facts.filter(isSilent), facts.filter((fact) => !isSilent(fact))];
  const sorted = [...speaking, ...silentFacts];
  return {
    providerPaymentId: first(sorted, (said) => said.providerPaymentId),
    amountIdr: order.amountIdr ?? first(sorted, (said) => said.amountIdr) ?? 0,
    isOpenAmount: order.isOpenAmount ?? first(sorted, (said) => said.isOpenAmount) ?? false,
    includeAdminFee: order.includeAdminFee ?? first(sorted, (said) => said.includeAdminFee) ?? false,
    customerName: order.customerName ?? first(sorted, (said) => said.customerName),
    description: order.description ?? first(sorted, (said) => said.description),
    notes: order.notes ?? first(sorted, (said) => said.notes),
    emails: order.emails ?? first(sorted, (said) => said.emails) ?? [],
    phone: order.phone ?? first(sorted, (said) => said.phone),
    displayName: order.displayName ?? first(sorted, (said) => said.displayName),
    partnerUserId: order.partnerUserId ?? first(sorted, (said) => said.partnerUserId),
    hasHostedPage: order.hasHostedPage ?? first(sorted, (said) => said.hasHostedPage),
    enabledMethods: order.enabledMethods ?? first(sorted, (said) => said.enabledMethods) ?? [],
    enabledBanks: order.enabledBanks ?? first(sorted, (said) => said.enabledBanks) ?? [],
    createdAt: (origin.imported ? first(sorted, (said) => toDate(said.createdAt)) : null) ?? origin.createdAt,
  };
}

/** What became of it: the last word on each field, which silence never takes back. */
function paymentOf(origin: Origin, sorted: readonly PlacedFact[]) {
  const paid = sorted.filter((fact) => fact.statement.status === 'paid');
  const isPaid = paid.length > 0;
  const method = last(sorted, (said) => said.method) ?? origin.order?.method ?? null;
  const settling = isPaid ? sorted : [];
  return {
    url: last(sorted, (said) => said.url),
    appUrl: last(sorted, (said) => said.appUrl),
    qrImageUrl: last(sorted, (said) => said.qrImageUrl),
    accountNumber: last(sorted, (said) => said.accountNumber),
    paymentCode: last(sorted, (said) => said.paymentCode),
    feeSen: last(sorted, (said) => said.feeSen),
    method,
    // A bank belongs to its method: that of an attempt with another method is not carried over.
    channel:
      last(sorted, (said) => (said.method === null || said.method === method ? said.channel : null)) ??
      (origin.order?.method === method ? (origin.order?.channel ?? null) : null),
    txRefNumber: last(sorted, (said) => said.txRefNumber),
    paymentReferenceNumber: last(sorted, (said) => said.paymentReferenceNumber),
    payerName: last(sorted, (said) => said.payerName),
    payerPhone: last(sorted, (said) => said.payerPhone),
    payerNote: last(sorted, (said) => said.payerNote),
    expiresAt: last(sorted, (said) => toDate(said.expiresAt)) ?? toDate(origin.order?.expiresAt ?? null),
    paidAmountIdr: isPaid ? (last(paid, (said) => said.paidAmountIdr) ?? fullAmount(origin, sorted)) : null,
    paidAt: last(paid, (said) => toDate(said.paidAt)),
    settlesAt: last(settling, (said) => (said.settlement === 'settled' ? null : toDate(said.settlesAt))),
    settledAt: last(settling, (said) => (said.settlement === 'settled' ? toDate(said.settlesAt) : null)),
  };
}

/** Fazz never says how much was paid. Where the payer can't choose the amount, paid means paid in full; else we don't know. */
function fullAmount(origin: Origin, sorted: readonly PlacedFact[]): number | null {
  const { amountIdr, isOpenAmount } = termsOf(origin, sorted);
  return isOpenAmount || amountIdr === 0 ? null : amountIdr;
}

const isSilent = ({ statement }: PlacedFact): boolean => stageOf(statement) === stages.silent;

function toDate(instant: string | null): Date | null {
  const ms = instantMs(instant);
  return ms === null ? null : new Date(ms);
}

function first<T>(sorted: readonly PlacedFact[], pick: (statement: Statement) => T | null): T | null {
  for (const fact of sorted) {
    const picked = pick(fact.statement);
    if (picked !== null) return picked;
  }
  return null;
}

const last = <T>(sorted: readonly PlacedFact[], pick: (statement: Statement) => T | null): T | null =>
  first(sorted.toReversed(), pick);
