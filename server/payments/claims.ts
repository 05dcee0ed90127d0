import { type Fact, saysEnded, stageOf, stages } from './fact-order.ts';

/**
 * An unsigned callback that would pay, settle or end a payment (REM signs none, providers.md A.9). What its provider says
 * itself decides about it: `open` while that is not known, then `confirmed` or `denied`; `repeated` when a claim with the
 * same words was open already.
 */
export interface Claim {
  fact: Fact;
  state: 'open' | 'confirmed' | 'denied' | 'repeated';
  /** What confirmed or denied it, or the claim that it repeats; null while it is open. */
  by: Fact | null;
}

/** A read may be behind what the provider's own callback knows; two of them, so far apart, are its word. */
const denialMs = 30_000;

/** Whether a fact is a claim of money: that it came, or that it is settled. */
export const claimsMoney = ({ isProven, statement }: Fact): boolean => !isProven && statement.status === 'paid';

const isClaim = (fact: Fact): boolean => claimsMoney(fact) || (!fact.isProven && saysEnded(fact.statement));

/**
 * All claims among the facts about one payment, oldest first, with what became of them. It goes by when facts were heard
 * and asked for, so that their order in the list does not matter.
 */
export function claimsOf(facts: readonly Fact[]): Claim[] {
  const oldestFirst = facts.toSorted((a, b) => a.observedAt.getTime() - b.observedAt.getTime());
  const proven = oldestFirst.filter(({ isProven }) => isProven);
  const claims: (Claim & { closedAt: Date | null })[] = [];
  for (const fact of oldestFirst.filter(isClaim)) {
    const original = claims.find(
      ({ fact: { digest }, state, closedAt }) =>
        digest === fact.digest && state !== 'repeated' && (closedAt === null || closedAt > fact.observedAt),
    );
    claims.push(
      original
        ? { fact, state: 'repeated', by: original.fact, closedAt: fact.observedAt }
        : { fact, ...outcomeOf(fact, proven) },
    );
  }
  return claims.map(({ fact, state, by }) => ({ fact, state, by }));
}

/** Once denied it stays so: money that comes later is not what it spoke of. */
function outcomeOf(claim: Fact, proven: readonly Fact[]) {
  const confirmation = proven.find((fact) => confirms(fact, claim)) ?? null;
  const denial = denialOf(claim, proven);
  if (confirmation && (denial === null || confirmation.observedAt <= denial.observedAt))
    return { state: 'confirmed' as const, by: confirmation, closedAt: confirmation.observedAt };
  if (denial) return { state: 'denied' as const, by: denial, closedAt: denial.observedAt };
  return { state: 'open' as const, by: null, closedAt: null };
}

/** The read that completes a denial. */
function denialOf(claim: Fact, proven: readonly Fact[]): Fact | null {
  const [first, ...others] = proven.filter((fact) => denies(fact, claim)).toSorted((a, b) => askedMs(a) - askedMs(b));
  return (first && others.find((one) => askedMs(one) - askedMs(first) >= denialMs)) ?? null;
}

/** That it is paid confirms whatever is claimed of a payment's end, for it had an end; a settlement needs a word of its own. */
function confirms({ statement }: Fact, claim: Fact): boolean {
  const { status, settlement, isAbsent } = statement;
  if (!claimsMoney(claim)) return isAbsent === true || stageOf(statement) >= stages.expired;
  return status === 'paid' && (claim.statement.settlement !== 'settled' || settlement === 'settled');
}

/** Only what was asked for after the claim was heard can deny it; silence about the settlement denies none. */
function denies(fact: Fact, claim: Fact): boolean {
  const { statement, askedAt } = fact;
  if (askedAt === null || askedAt < claim.observedAt || confirms(fact, claim)) return false;
  if (statement.isAbsent === true) return true;
  return statement.status !== null && (statement.status !== 'paid' || statement.settlement !== null);
}

const askedMs = ({ askedAt }: Fact): number => askedAt?.getTime() ?? 0;
