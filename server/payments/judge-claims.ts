import type { Belief, Origin } from './belief.ts';
import { type Claim, claimsMoney, claimsOf } from './claims.ts';
import { contradictionOf } from './contradiction.ts';
import { countedFacts, factsAbout } from './counted-facts.ts';
import type { Fact } from './fact-order.ts';
import { type Judgement, reason } from './judge.ts';
import type { Verdict } from './statement.ts';

/** A fact that is stored, with what was said of it before. */
export interface JudgedFact extends Fact {
  id: string;
  verdict: Verdict;
}

export interface ClaimJudgement extends Pick<Judgement, 'verdict' | 'reason'> {
  fact: JudgedFact;
}

/**
 * What is to be said anew of earlier claims, now that their provider has answered: one that it confirms is applied, or
 * contradicts where it names another amount or number; one that it denies contradicts; and of two alike the later is a
 * duplicate. In: what is believed now, and all
 * facts, of which those that are stored carry their verdict.
 */
export function judgeClaims(origin: Origin, after: Belief, facts: readonly (Fact | JudgedFact)[]): ClaimJudgement[] {
  const about = factsAbout(origin, facts);
  return claimsOf(about).flatMap((claim) => {
    const { fact } = claim;
    if (!isJudged(fact)) return [];
    const judgement = judgeAnew(claim, fact.verdict, after, about);
    return judgement ? [{ fact, ...judgement }] : [];
  });
}

const isJudged = (fact: Fact | JudgedFact): fact is JudgedFact => 'verdict' in fact;

function judgeAnew(
  { fact, state, by }: Claim,
  verdict: Verdict,
  after: Belief,
  about: readonly Fact[],
): Omit<ClaimJudgement, 'fact'> | null {
  // Of two claims with the same words the later one was read into the ledger first.
  if (state === 'repeated' && verdict === 'claimed')
    return { verdict: 'duplicate', reason: reason('same_as_before', by) };
  if (state === 'denied' && verdict !== 'contradicts' && verdict !== 'duplicate')
    return { verdict: 'contradicts', reason: reason('status_denied', by) };
  if (state !== 'confirmed' || verdict !== 'claimed') return null;
  const contradiction = contradictionOf(after, fact, countedFacts(about));
  return contradiction ? { verdict: 'contradicts', reason: contradiction } : { verdict: 'applied', reason: null };
}

/** When the oldest claim of money was heard that is neither confirmed nor denied; null when there is none. */
export function claimedAtOf(claims: readonly Claim[]): Date | null {
  return claims.find(({ fact, state }) => state === 'open' && claimsMoney(fact))?.fact.observedAt ?? null;
}
