import { type Belief, wasNeverCreated } from './belief.ts';
import type { Fact } from './fact-order.ts';

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
/** Money that a bank sends late comes within a day of the end. */
const lateMs = dayMs;

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
  known.status === 'creating' || known.status === 'deleted' || known.settlement === 'settled' || wasNeverCreated(known);

function dueAfter(known: Known, { lookedAt, isContested }: Looks): Date | null {
  const { status, ended, createdAt, expiresAt } = known;
  const lookedMs = lookedAt?.getTime() ?? createdAt.getTime();
  if (status === 'paid') return untilChanged(settlementDueMs(known), lookedMs);

  const endMs = expiresAt?.getTime() ?? createdAt.getTime() + lifeMs;
  if (ended) return lookedMs < endMs + lateMs ? new Date(endMs + lateMs) : null;
  const expiryDueMs = endMs + expiryGraceMs;
  if (lookedMs >= expiryDueMs) return untilChanged(expiryDueMs, lookedMs);
  return new Date(Math.min(expiryDueMs, lookedMs + (isContested ? contestedMs : livingMs)));
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

const newest = (facts: readonly Fact[]): Date | null =>
  facts.reduce<Date | null>((last, { observedAt }) => (last === null || observedAt > last ? observedAt : last), null);
