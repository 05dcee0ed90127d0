import type { ObservationSource, Statement } from './statement.ts';

/** A stored observation as the fold sees it. */
export interface Fact {
  /** Its id in the timeline; null while it is being judged and not yet written. */
  id: string | null;
  source: ObservationSource;
  statement: Statement;
  /** Whether we know who said it: it answers our own question, or its callback is signed. REM signs no callback (providers.md A.9). */
  isProven: boolean;
  /** When we asked, of an answer to our question; null when that is not known, and of callbacks. */
  askedAt: Date | null;
  /** Of what it says (digest.ts). */
  digest: string;
  observedAt: Date;
}

/** How far along its way a statement puts the payment. Attempts at paying share one stage: REM lets the payer choose again. */
export const stages = { silent: 0, open: 1, attempt: 2, expired: 3, failed: 4, deleted: 5, paid: 6 } as const;

export function stageOf(statement: Statement): number {
  switch (statement.status) {
    case null:
      return stages.silent;
    case 'open':
      return stages.open;
    case 'awaiting_payment':
    case 'processing':
      return stages.attempt;
    case 'failed':
      return statement.isFinal ? stages.failed : stages.attempt;
    case 'expired':
    case 'deleted':
    case 'paid':
      return stages[statement.status];
  }
}

/** Whether the statement ends the payment for everything but money. */
export const saysEnded = (statement: Statement): boolean =>
  stageOf(statement) >= stages.expired && stageOf(statement) < stages.paid;

export const settlementRanks = { none: 0, waiting: 1, settled: 2 } as const;

/** Who is believed first when two say different things of the same moment: what we asked for ourselves, then REM's unsigned callbacks. */
const trust: Record<ObservationSource, number> = { callback: 0, import: 1, create: 2, delete: 2, sweep: 3, read: 4 };

/** A fact with its place among all facts of its payment. */
export interface PlacedFact extends Fact {
  /** Index of its first arrival. */
  arrival: number;
  saidMs: number;
}

/** Milliseconds of an RFC 3339 instant, null for null and for what no clock shows. */
export function instantMs(instant: string | null): number | null {
  const ms = instant === null ? Number.NaN : Date.parse(instant);
  return Number.isNaN(ms) ? null : ms;
}

/** A callback may be as old as it likes and comes again; a read without its own time speaks of the moment it was made. */
export const isRepeatable = (fact: Fact): boolean =>
  fact.source === 'callback' || instantMs(fact.statement.saidAt) !== null;

/**
 * Sorts facts so that the last one to say something of a field is believed. In: facts in the order of arrival.
 * Facts that end or pay a payment are ordered by what they say alone, so that their order of arrival can't matter;
 * while it lives, statements without a time of their own count as of when we heard them.
 */
export function sortFacts(facts: readonly Fact[]): PlacedFact[] {
  const firstArrivals = new Map<string, number>();
  const placed = facts.map((fact, index): PlacedFact => {
    const first = firstArrivals.get(fact.digest);
    if (first === undefined) firstArrivals.set(fact.digest, index);
    const arrival = isRepeatable(fact) ? (first ?? index) : index;
    const heardMs = facts[arrival]?.observedAt.getTime() ?? 0;
    const lives = stageOf(fact.statement) <= stages.attempt;
    return {
      ...fact,
      arrival,
      saidMs: instantMs(fact.statement.saidAt) ?? (lives ? heardMs : Number.NEGATIVE_INFINITY),
    };
  });
  return placed.sort(compareFacts);
}

function compareFacts(a: PlacedFact, b: PlacedFact): number {
  const stage = stageOf(a.statement);
  return (
    stage - stageOf(b.statement) ||
    settlementRank(a) - settlementRank(b) ||
    compareNumbers(a.saidMs, b.saidMs) ||
    (stage <= stages.attempt ? a.arrival - b.arrival : 0) ||
    trust[a.source] - trust[b.source] ||
    (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0)
  );
}

const settlementRank = (fact: Fact): number => settlementRanks[fact.statement.settlement ?? 'none'];

/** Not by subtraction: two facts without a time are both at minus infinity. */
const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
