import type { Origin } from './belief.ts';
import { claimsMoney, claimsOf } from './claims.ts';
import { type Fact, instantMs, saysEnded, stageOf, stages } from './fact-order.ts';
import { type Statement, silent } from './statement.ts';

/**
 * The facts about this payment. A message under another reference is about another payment, and so is a callback under
 * another id than the provider gave us for ours: both are kept, and move nothing.
 */
export function factsAbout(origin: Pick<Origin, 'reference'>, facts: readonly Fact[]): Fact[] {
  const named = factsNamed(origin, facts);
  const ownId = namingFact(origin, facts)?.statement.providerPaymentId ?? null;
  return named.filter(
    ({ source, statement: { providerPaymentId } }) =>
      source !== 'callback' || ownId === null || providerPaymentId === null || providerPaymentId === ownId,
  );
}

const factsNamed = (origin: Pick<Origin, 'reference'>, facts: readonly Fact[]): Fact[] =>
  facts.filter(
    ({ statement: { reference } }) => reference === null || reference.toLowerCase() === origin.reference.toLowerCase(),
  );

/** Where the provider first told us itself its id of the payment, asked for it. Null until then: a callback may say it first. */
export function namingFact(origin: Pick<Origin, 'reference'>, facts: readonly Fact[]): Fact | null {
  const asked = factsNamed(origin, facts)
    .filter(({ source, statement }) => source !== 'callback' && statement.providerPaymentId !== null)
    .toSorted((a, b) => a.observedAt.getTime() - b.observedAt.getTime() || (a.digest < b.digest ? -1 : 1));
  return asked[0] ?? null;
}

/**
 * What of the facts about a payment is believed. Whatever is proven is. What an unsigned callback says is not taken from it
 * when it is about money: the read that confirms it says the same. Of the rest it may say how far the payment is and by which
 * method, never where to pay, how much or whose it is; and that only of a payment of which its provider has told us itself
 * that it lives, until the provider is asked again.
 */
export function countedFacts(about: readonly Fact[]): Fact[] {
  const proven = about.filter(({ isProven }) => isProven);
  const isKnown = proven.some(({ statement }) => statement.status !== null);
  const isOver = proven.some(({ statement }) => stageOf(statement) >= stages.expired);
  const standing = new Set(
    claimsOf(about)
      .filter(({ state }) => state === 'open' || state === 'confirmed')
      .map(({ fact }) => fact),
  );

  const counts = (fact: Fact): boolean => {
    if (fact.isProven) return true;
    if (!isKnown || isOver || claimsMoney(fact)) return false;
    return saysEnded(fact.statement) ? standing.has(fact) : !isOvertaken(fact, proven);
  };
  return about.filter(counts).map((fact) => (fact.isProven ? fact : withoutTerms(fact)));
}

/** Its provider was asked later, and told how far the payment is. */
function isOvertaken({ observedAt }: Fact, proven: readonly Fact[]): boolean {
  return proven.some(
    ({ askedAt, statement }) => askedAt !== null && askedAt >= observedAt && statement.status !== null,
  );
}

/** What is left of an unsigned callback, in which nobody can speak of a time after its arrival. */
export function withoutTerms(fact: Fact): Fact {
  const { status, isFinal, providerStatus, failure, method, channel, saidAt } = fact.statement;
  const isAhead = (instantMs(saidAt) ?? 0) > fact.observedAt.getTime();
  const heardAt = fact.observedAt.toISOString();
  const statement: Statement = {
    ...silent,
    ...{ status, isFinal, providerStatus, failure, method, channel },
    saidAt: isAhead ? heardAt : saidAt,
  };
  return { ...fact, statement };
}
