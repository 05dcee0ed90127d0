import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  anyFact,
  fact,
  finalFact,
  inTwoOrders,
  livingFact,
  origin,
  saidAt,
  withFinalFactsMoved,
} from '../testing/arbitrary-facts.ts';
import type { Belief } from './belief.ts';
import { believe } from './believe.ts';
import { type Fact, saysEnded, settlementRanks } from './fact-order.ts';
import type { PaymentStatus } from './statement.ts';

const runs = { numRuns: 1_000 };

/** Everything but who said first that it is paid, which is about the order of arrival itself. */
function endState(facts: readonly Fact[]): Omit<Belief, 'knownSource' | 'knownAt' | 'confirmedAt'> {
  const { knownSource: _source, knownAt: _at, confirmedAt: _confirmed, ...rest } = believe(origin, facts);
  return rest;
}

const prefixes = (facts: readonly Fact[]): Belief[] =>
  Array.from({ length: facts.length + 1 }, (_, length) => believe(origin, facts.slice(0, length)));

function eachStep(
  facts: readonly Fact[],
  check: (before: Belief, after: Belief, next: Fact, earlier: Fact[]) => void,
): void {
  const beliefs = prefixes(facts);
  facts.forEach((next, index) => {
    const [before, after] = beliefs.slice(index, index + 2);
    if (before && after) check(before, after, next, facts.slice(0, index));
  });
}

const ranks: Record<PaymentStatus, number> = {
  creating: 0,
  open: 1,
  awaiting_payment: 2,
  processing: 3,
  failed: 4,
  expired: 5,
  deleted: 7,
  paid: 8,
};
const rankOf = (belief: Belief): number => (belief.status === 'failed' && belief.ended ? 6 : ranks[belief.status]);

test('the end state does not depend on the order in which final facts arrive', () => {
  fc.assert(
    fc.property(withFinalFactsMoved, ([facts, moved]) => {
      expect(endState(moved)).toEqual(endState(facts));
    }),
    runs,
  );
});

test('the end state does not depend on any order when each statement names its own time', () => {
  const timed = fc
    .uniqueArray(fc.tuple(fc.nat(600), livingFact), { selector: ([minute]) => minute, maxLength: 8 })
    .map((some) => some.map(([minute, one]) => fact(one.source, { ...one.statement, saidAt: saidAt(minute) })));
  const facts = fc.tuple(timed, fc.array(finalFact, { maxLength: 4 })).map(([lives, finals]) => [...lives, ...finals]);
  fc.assert(
    fc.property(inTwoOrders(facts), ([some, shuffled]) => {
      expect(endState(shuffled)).toEqual(endState(some));
    }),
    runs,
  );
});

test('the status never goes back, but for another attempt after one that failed', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 10 }), (facts) => {
      eachStep(facts, (before, after, next, earlier) => {
        const hasFailedAttempt = [...earlier, next].some(
          ({ statement }) => statement.status === 'failed' && !statement.isFinal,
        );
        const staysAlive = !before.ended && before.status !== 'paid';
        const maySinkTo =
          hasFailedAttempt && staysAlive ? Math.min(rankOf(before), ranks.awaiting_payment) : rankOf(before);
        expect(rankOf(after)).toBeGreaterThanOrEqual(maySinkTo);
      });
    }),
    runs,
  );
});

test('the settlement never goes back and belongs to paid payments alone', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 10 }), (facts) => {
      eachStep(facts, (before, after) => {
        expect(settlementRanks[after.settlement]).toBeGreaterThanOrEqual(settlementRanks[before.settlement]);
        if (after.settlement !== 'none') expect(after.status).toBe('paid');
        if (after.settledAt !== null || after.paidAmountIdr !== null) expect(after.status).toBe('paid');
      });
    }),
    runs,
  );
});

test('paid and ended at any time, in either order, is late, and nothing else is', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 8 }), (facts) => {
      const isPaid = facts.some(({ statement }) => statement.status === 'paid');
      const isEnded = facts.some(({ statement }) => saysEnded(statement));
      expect(believe(origin, facts)).toMatchObject({ late: isPaid && isEnded, ended: isEnded && !isPaid });
      if (isPaid) expect(believe(origin, facts).status).toBe('paid');
    }),
    runs,
  );
});

test('a callback that comes again changes nothing, wherever it comes', () => {
  const withRepeat = fc
    .array(anyFact, { minLength: 1, maxLength: 8 })
    .chain((facts) => fc.tuple(fc.constant(facts), fc.nat(facts.length - 1), fc.nat(facts.length), fc.nat(600)));
  fc.assert(
    fc.property(withRepeat, ([facts, which, where, minute]) => {
      const original = facts[which];
      fc.pre(original?.source === 'callback' && original !== undefined);
      const again = fact('callback', original.statement, minute);
      const place = Math.max(which + 1, where);
      expect(believe(origin, facts.toSpliced(place, 0, again))).toEqual(believe(origin, facts));
    }),
    runs,
  );
});

test('losing everything but the last final facts loses no final state', () => {
  fc.assert(
    fc.property(
      fc.array(livingFact, { maxLength: 6 }),
      fc.array(finalFact, { minLength: 1, maxLength: 4 }),
      (lives, finals) => {
        const { status, settlement, late, ended, paidAt, paidAmountIdr, settledAt } = believe(origin, [
          ...lives,
          ...finals,
        ]);
        expect(believe(origin, finals)).toMatchObject({
          status,
          settlement,
          late,
          ended,
          paidAt,
          paidAmountIdr,
          settledAt,
        });
      },
    ),
    runs,
  );
});

test('silence never takes back what was said', () => {
  const kept = [
    'url',
    'method',
    'expiresAt',
    'paymentReferenceNumber',
    'paidAt',
    'paidAmountIdr',
    'settlesAt',
    'knownSource',
  ] as const;
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 10 }), (facts) => {
      eachStep(facts, (before, after) => {
        for (const field of kept) if (before[field] !== null) expect(after[field]).not.toBeNull();
      });
    }),
    runs,
  );
});

test('a statement under another reference moves nothing', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 6 }), anyFact, (facts, other) => {
      const foreign = fact(other.source, { ...other.statement, reference: 'SOMEBODYELSE' });
      expect(believe(origin, [...facts, foreign])).toEqual(believe(origin, facts));
    }),
    runs,
  );
});
