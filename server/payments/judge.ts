import type { Belief, Origin } from './belief.ts';
import { type Change, changesBetween, saysOnlyWhatIsBelieved } from './changes.ts';
import { claimsMoney, claimsOf } from './claims.ts';
import { contradictionOf } from './contradiction.ts';
import { countedFacts, factsAbout, namingFact, withoutTerms } from './counted-facts.ts';
import { type Fact, isRepeatable, settlementRanks, sortFacts, stageOf, stages } from './fact-order.ts';
import type { Verdict, VerdictReason } from './statement.ts';

export interface Judgement {
  verdict: Verdict;
  /** Why not all of it was applied; null when it was, and while it is only claimed. */
  reason: VerdictReason | null;
  changes: Change[];
}

/**
 * Says what we did with a new fact, for the timeline. In: what was believed before and after it, and the earlier facts in
 * order of arrival. The verdict describes and never decides: what is believed comes from believe() alone. A message that
 * contradicts keeps that verdict even where a part of it (that it is paid, say) was believed; `changes` names that part.
 */
export function judge(origin: Origin, before: Belief, after: Belief, fact: Fact, earlier: readonly Fact[]): Judgement {
  const changes = changesBetween(before, after);
  const about = factsAbout(origin, [...earlier, fact]);
  if (!about.includes(fact)) return { verdict: 'contradicts', reason: foreignTo(origin, fact, earlier), changes };

  const claim = claimsOf(about).find((one) => one.fact === fact);
  if (claim?.state === 'repeated') return { ...duplicateOf(claim.by), changes };
  if (claim?.state === 'open' && claimsMoney(fact)) return { verdict: 'claimed', reason: null, changes };

  const known = about.filter((one) => one !== fact);
  const repeated = known.find((one) => one.digest === fact.digest);
  const counted = countedFacts(known);
  const contradiction = contradictionOf(before, fact, counted);
  // A callback comes again at any time; a read that repeats what was so before denies what has been said since.
  const deniesAgain = contradiction !== null && fact.source !== 'callback';
  if (repeated && isRepeatable(fact) && changes.length === 0 && !deniesAgain) return duplicateOf(repeated);

  if (contradiction) return { verdict: 'contradicts', reason: contradiction, changes };
  if (changes.length > 0) return { verdict: 'applied', reason: null, changes };

  return outrun(before, after, fact, counted) ?? nothingNew(fact, repeated, known);
}

/** Under another reference there is nothing of ours to measure it against; under another id there is who told us ours. */
function foreignTo(origin: Origin, fact: Fact, earlier: readonly Fact[]): VerdictReason {
  const isNamed = factsAbout(origin, [fact]).includes(fact);
  return reason('reference_differs', isNamed ? namingFact(origin, earlier) : null);
}

const duplicateOf = (repeated: Fact | null): Judgement => ({
  verdict: 'duplicate',
  reason: reason('same_as_before', repeated),
  changes: [],
});

const stale = (code: VerdictReason['code'], against: Fact | null): Judgement => ({
  verdict: 'stale',
  reason: reason(code, against),
  changes: [],
});

/** A fact that came after we knew more: of an earlier stage, of an earlier settlement, or older than the latest of its stage. */
function outrun(before: Belief, after: Belief, fact: Fact, known: readonly Fact[]): Judgement | null {
  const strongest = sortFacts(known).at(-1) ?? null;
  const statement = fact.isProven || claimsMoney(fact) ? fact.statement : withoutTerms(fact).statement;
  if (statement.status === null || strongest === null) return null;

  const stage = stageOf(statement);
  const knownStage = stageOf(strongest.statement);
  if (stage < knownStage && knownStage === stages.paid) return stale('already_paid', strongest);
  if (stage < knownStage && knownStage >= stages.expired) return stale('already_ended', strongest);
  if (stage < knownStage || statement.status !== after.status) return stale('older_than_known', strongest);

  const settles = before.status === 'paid' && statement.settlement !== null;
  if (settles && settlementRanks[statement.settlement ?? 'none'] < settlementRanks[before.settlement])
    return stale('already_settled', strongest);
  return saysOnlyWhatIsBelieved(statement, after) ? null : stale('older_than_known', strongest);
}

function nothingNew(fact: Fact, repeated: Fact | undefined, known: readonly Fact[]): Judgement {
  const { status, settlement } = fact.statement;
  const alike = (one: Fact): boolean => one.statement.status === status && one.statement.settlement === settlement;
  const same = repeated ?? known.find(alike) ?? known.find((one) => one.statement.status === status);
  return same ? duplicateOf(same) : stale('nothing_known', null);
}

export function reason(code: VerdictReason['code'], against: Fact | null): VerdictReason {
  return { code, observationId: against?.id ?? null, at: against?.observedAt.toISOString() ?? null };
}
