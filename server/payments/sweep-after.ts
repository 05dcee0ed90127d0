import { type Belief, wasNeverCreated } from './belief.ts';
import { type Fact, saysEnded } from './fact-order.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How late a provider may be with an end or a settlement that it has announced. */
const expiryGraceMs = 5 * minuteMs;
const settlementGraceMs = 30 * minuteMs;
/** Both settle on the next day where they name no time (providers.md A.8, B.4); a bank's holiday is waited out by looking again. */
const settlementMs = 36 * hourMs;
/** Of a link without an expiry of its own: the default of both (providers.md A.3, B.3). */
const lifeMs = dayMs;
/** What lives is looked at this often, though nothing is due: a callback that is lost must not hide money until it expires. */
const livingMs = dayMs;
/** The same while a person is told that a claim of money was denied: it may have come before the provider's own status. */
const contestedMs = hourMs;
/** After an end money may still come, sent late by a bank: so long after it is asked once more. No document sets a limit. */
const lateLooksMs = [1, 7, 30].map((days) => days * dayMs);

const shortestPauseMs = 10 * minuteMs;
const longestPauseMs = dayMs;
/** What has not changed so long after it should have will not change. */
const longestWaitMs = 60 * dayMs;

type Known = Pick<
  Belief,
  'status' | 'ended' | 'settlement' | 'createdAt' | 'expiresAt' | 'settlesAt' | 'paidAt' | 'knownAt' | 'failureCode'
>;

/** What was heard and found out about a payment, beside what is believed of it. */
export interface Looks {
  /** When its provider last answered a question about it. */
  lookedAt: Date | null;
  /** When a callback came of which we cannot read what it says of the status: it may have told of money. */
  unreadAt: Date | null;
  /** Whether a claim about it stands denied. */
  isContested: boolean;
  /** When we first heard that it ended; null while it lives. */
  endedAt: Date | null;
}

/**
 * When a payment should have changed, so that its provider is worth asking: its expiry or its settlement has passed, a
 * callback could not be understood, or nobody has looked for long. Null when nothing is due ever again; of what is being
 * created the resolver finds out.
 */
export function sweepAfter(known: Known, looks: Looks): Date | null {
  const { lookedAt, unreadAt } = looks;
  if (isOver(known)) return null;
  return unreadAt !== null && (lookedAt === null || lookedAt < unreadAt) ? unreadAt : dueAfter(known, looks);
}

const isOver = (known: Known): boolean =>
  known.status === 'creating' || known.settlement === 'settled' || wasNeverCreated(known);

function dueAfter(known: Known, { lookedAt, isContested, endedAt }: Looks): Date | null {
  const { status, ended, createdAt, expiresAt } = known;
  const lookedMs = lookedAt?.getTime() ?? createdAt.getTime();
  if (status === 'paid') return untilChanged(settlementDueMs(known), lookedMs);

  const endMs = expiresAt?.getTime() ?? createdAt.getTime() + lifeMs;
  if (ended) return lateLookAfter(Math.min(endMs, endedAt?.getTime() ?? endMs), lookedMs);
  const expiryDueMs = endMs + expiryGraceMs;
  if (lookedMs >= expiryDueMs) return untilChanged(expiryDueMs, lookedMs);
  return new Date(Math.min(expiryDueMs, lookedMs + (isContested ? contestedMs : livingMs)));
}

/** The first of the looks after an end that has not been had. */
function lateLookAfter(endMs: number, lookedMs: number): Date | null {
  const next = lateLooksMs.map((lateMs) => endMs + lateMs).find((dueMs) => dueMs > lookedMs);
  return next === undefined ? null : new Date(next);
}

function settlementDueMs({ settlesAt, paidAt, knownAt, createdAt }: Known): number {
  if (settlesAt) return settlesAt.getTime() + settlementGraceMs;
  return (paidAt ?? knownAt ?? createdAt).getTime() + settlementMs;
}

/** As long again as it is overdue, so that the looks become rarer. */
function untilChanged(dueMs: number, lookedMs: number): Date | null {
  if (lookedMs < dueMs) return new Date(dueMs);
  const pauseMs = Math.min(Math.max(lookedMs - dueMs, shortestPauseMs), longestPauseMs);
  return lookedMs + pauseMs > dueMs + longestWaitMs ? null : new Date(lookedMs + pauseMs);
}

const answers: ReadonlySet<Fact['source']> = new Set(['create', 'read', 'sweep', 'import', 'delete']);

/** When the provider last answered a question about the payment, whatever it said. */
export const lookedAtOf = (facts: readonly Fact[]): Date | null =>
  newest(facts.filter(({ source }) => answers.has(source)));

/** When the last callback came that says nothing of the status that we understand. */
export const unreadAtOf = (facts: readonly Fact[]): Date | null =>
  newest(facts.filter(({ source, statement }) => source === 'callback' && statement.status === null));

/** When the first of the facts that count said that the payment ended, money aside. */
export const endedAtOf = (facts: readonly Fact[]): Date | null =>
  facts.find(({ statement }) => saysEnded(statement))?.observedAt ?? null;

const newest = (facts: readonly Fact[]): Date | null =>
  facts.reduce<Date | null>((last, { observedAt }) => (last === null || observedAt > last ? observedAt : last), null);
