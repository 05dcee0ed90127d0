import type { Db } from '../db/db.ts';
import { appendLiveEvent } from '../live/append-live-event.ts';
import type { Belief } from './belief.ts';
import { believe } from './believe.ts';
import { differs } from './changes.ts';
import { digestOf } from './digest.ts';
import type { Fact } from './fact-order.ts';
import { findByProviderId } from './find-payment.ts';
import { type Judgement, judge } from './judge.ts';
import { type ClaimJudgement, type JudgedFact, judgeClaims } from './judge-claims.ts';
import {
  hasContradicted,
  insertObservation,
  lockPayment,
  readFacts,
  updatePayment,
  updateVerdict,
  type Watched,
} from './observe.sql.ts';
import type { Observation, Payment } from './payment.ts';
import { latest, watchedAfter } from './watched-after.ts';

export interface Observed extends Pick<Judgement, 'verdict' | 'reason'> {
  payment: Payment;
  /** Whether anything is different now that somebody sees of the payment: then it has a new version. */
  changed: boolean;
}

/**
 * The only door through which a payment changes. Keeps the observation whatever it says, believes what follows from all
 * of them, and tells the streams. In: an open transaction, which may hold the audit entry and the callback's state too,
 * and observes one payment only; `at` is when we heard it. Throws when there is no such payment.
 */
export async function observe(tx: Db, paymentId: string, observation: Observation, at: Date): Promise<Observed> {
  const stored = await lockPayment(tx, paymentId);
  if (!stored) throw new Error(`observed a payment that is not in the ledger: ${paymentId}`);
  const { payment: before, order } = stored;
  const earlier = await readFacts(tx, paymentId);
  const fact = factOf(observation, at);
  const origin = { reference: before.reference, createdAt: before.createdAt, imported: before.imported, order };
  const after = await withOwnId(tx, before, believe(origin, [...earlier, fact]));
  const judgement = judge(origin, before, after, fact, earlier);

  const isContradicted = await isNewContradiction(tx, paymentId, judgement, fact);
  const kept: JudgedFact = {
    ...fact,
    id: await insertObservation(tx, paymentId, observation, fact, judgement),
    verdict: judgement.verdict,
  };
  const facts = [...earlier, kept];
  const isDenied = await judgeEarlierClaims(tx, paymentId, judgeClaims(origin, after, facts));
  const contradictedAt = isContradicted || isDenied ? latest(before.contradictedAt, at) : before.contradictedAt;
  const watched = watchedAfter(origin, { before, after, facts, heard: kept, contradictedAt });

  const { verdict, reason } = judgement;
  const changed = differs(before, after) || isSeen(before, watched);
  if (!changed && unseen.every((field) => isSame(before, watched, field)))
    return { payment: before, verdict, reason, changed };

  const version = changed ? { version: before.version + 1, updatedAt: at } : before;
  const payment = await updatePayment(tx, paymentId, after, watched, version);
  if (changed) await appendLiveEvent(tx, payment.environment, paymentId);
  return { payment, verdict, reason, changed };
}

function factOf({ source, statement, isSigned = false, askedAt }: Observation, at: Date): Fact {
  const isProven = source !== 'callback' || isSigned;
  const digest = digestOf(statement);
  return { id: null, source, statement, isProven, askedAt: askedAt ?? null, digest, observedAt: at };
}

/** Out: whether one of them contradicts that nobody was told of in the same words before. */
async function judgeEarlierClaims(tx: Db, paymentId: string, judgements: readonly ClaimJudgement[]): Promise<boolean> {
  let isNew = false;
  for (const judgement of judgements) {
    isNew = (await isNewContradiction(tx, paymentId, judgement, judgement.fact)) || isNew;
    await updateVerdict(tx, judgement);
  }
  return isNew;
}

/** Who has acknowledged a contradiction is not told again when the next read says the same. */
async function isNewContradiction(
  tx: Db,
  paymentId: string,
  { verdict }: Pick<Judgement, 'verdict'>,
  fact: Fact,
): Promise<boolean> {
  return verdict === 'contradicts' && !(await hasContradicted(tx, paymentId, fact.digest));
}

/** Of the callbacks that say nothing new only the one is seen that somebody waited for, having simulated a payment. */
function isSeen(before: Payment, after: Watched): boolean {
  const isAnswered = isAwaited(before) && !isAwaited({ ...before, ...after });
  return isAnswered || seen.some((field) => !isSame(before, after, field));
}

const isAwaited = ({ simulatedAt, calledBackAt }: Pick<Payment, 'simulatedAt' | 'calledBackAt'>): boolean =>
  simulatedAt !== null && (calledBackAt === null || calledBackAt < simulatedAt);

const seen = ['deletingSince', 'contradictedAt', 'claimedAt'] as const;
const unseen = ['checkAfter', 'confirmAfter', 'sweepAfter', 'calledBackAt'] as const;

const isSame = (a: Watched, b: Watched, field: (typeof seen)[number] | (typeof unseen)[number]): boolean =>
  a[field]?.getTime() === b[field]?.getTime();

/** A provider that names one link twice would have two payments share it: the first keeps the name. */
async function withOwnId(tx: Db, before: Payment, after: Belief): Promise<Belief> {
  const { id, environment, provider } = before;
  const { providerPaymentId } = after;
  if (providerPaymentId === null || providerPaymentId === before.providerPaymentId) return after;
  const holder = await findByProviderId(tx, environment, provider, providerPaymentId);
  return holder && holder.id !== id ? { ...after, providerPaymentId: before.providerPaymentId } : after;
}
