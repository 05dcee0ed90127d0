import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyClaim, anyFact, claim, fact, factOrClaim, finalFact, origin, saidAt } from '../testing/arbitrary-facts.ts';
import type { Belief, BelievedField } from './belief.ts';
import { believe } from './believe.ts';
import { claimsOf } from './claims.ts';
import { type Fact, settlementRanks } from './fact-order.ts';

const runs = { numRuns: 1_000 };

/** All that an unsigned callback may say: how far a payment is that lives, and by which method. */
const hearsay: ReadonlySet<BelievedField> = new Set([
  'status',
  'ended',
  'providerStatus',
  'failureCode',
  'failureDetail',
  'failureProviderCode',
  'method',
  'channel',
]);
/** Who said first that it is paid. */
const provenance: ReadonlySet<BelievedField> = new Set(['knownSource', 'knownAt']);

function without(belief: Belief, ...left: ReadonlySet<BelievedField>[]): Partial<Belief> {
  return Object.fromEntries(
    Object.entries(belief).filter(([field]) => !left.some((fields) => fields.has(field as BelievedField))),
  );
}

const proven = (facts: readonly Fact[]) => facts.filter(({ isProven }) => isProven);
const inOrderOfTime = (facts: readonly Fact[]) =>
  facts.toSorted((a, b) => a.observedAt.getTime() - b.observedAt.getTime());

test('claims alone neither pay nor settle nor change an amount, a date or where to pay, whatever else is known', () => {
  fc.assert(
    fc.property(fc.array(factOrClaim, { maxLength: 10 }), (facts) => {
      const [believed, known] = [believe(origin, facts), believe(origin, proven(facts))];
      expect(without(believed, hearsay, provenance)).toEqual(without(known, hearsay, provenance));
      expect(believed.status === 'paid').toBe(known.status === 'paid');
      // Once the provider has said itself how it ended, nothing that is claimed shows but who said so first.
      if (known.status === 'paid' || known.ended)
        expect(without(believed, provenance)).toEqual(without(known, provenance));
    }),
    runs,
  );
});

test('of a payment that its provider has not told us of, nothing is taken from claims', () => {
  fc.assert(
    fc.property(fc.array(anyClaim, { maxLength: 6 }), (claims) => {
      expect(believe(origin, claims)).toEqual(believe(origin, []));
    }),
    runs,
  );
});

test('money that is known is never taken back or hidden by a claim, whatever it says and whenever it comes', () => {
  fc.assert(
    fc.property(fc.array(factOrClaim, { maxLength: 10 }), (facts) => {
      const inTime = inOrderOfTime(facts);
      let before = believe(origin, []);
      for (let heard = 1; heard <= inTime.length; heard++) {
        const after = believe(origin, inTime.slice(0, heard));
        if (before.status === 'paid') expect(after.status).toBe('paid');
        expect(settlementRanks[after.settlement]).toBeGreaterThanOrEqual(settlementRanks[before.settlement]);
        before = after;
      }
    }),
    runs,
  );
});

test('the end state does not depend on the order in which claims, repeats and final facts arrive', () => {
  const arrivals = fc
    .tuple(fc.array(anyClaim, { maxLength: 6 }), fc.array(finalFact, { maxLength: 4 }), fc.nat(600))
    .map(([claims, finals, minute]) => [...claims, ...claims.slice(0, 2).map((one) => again(one, minute)), ...finals])
    // Of living claims without a time of their own, the last one heard is believed: those keep to the order of time.
    .map((facts) => facts.filter(({ statement }) => statement.saidAt !== null || statement.isFinal))
    .chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length })),
    );
  const created = fact('create', { status: 'open', url: 'https://pay.example/1' });
  fc.assert(
    fc.property(arrivals, ([facts, shuffled]) => {
      fc.pre(haveDistinctTimes(facts));
      const [end, other] = [facts, shuffled].map((some) => believe(origin, [created, ...some]));
      if (end && other) expect(without(other, confirmed)).toEqual(without(end, confirmed));
    }),
    runs,
  );
});

const confirmed: ReadonlySet<BelievedField> = new Set([...provenance, 'confirmedAt']);

const again = (one: Fact, minute: number): Fact => claim(one.statement, minute);

/** Two attempts of the same moment are told apart by which was heard first. */
function haveDistinctTimes(facts: readonly Fact[]): boolean {
  const living = facts.filter(({ statement }) => !statement.isFinal);
  const times = living.flatMap(({ statement, observedAt }) => [statement.saidAt, observedAt.toISOString()]);
  return new Set(times).size === times.length;
}

test('a claim is open, confirmed, denied or a repeat in any order of the list', () => {
  const shuffled = fc
    .array(factOrClaim, { maxLength: 10 })
    .chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length })),
    );
  const states = (facts: readonly Fact[]) =>
    claimsOf(facts)
      .map(({ fact: { digest, observedAt }, state }) => `${digest} ${observedAt.toISOString()} ${state}`)
      .toSorted();
  fc.assert(
    fc.property(shuffled, ([facts, other]) => {
      expect(states(other)).toEqual(states(facts));
    }),
    runs,
  );
});

test('two reads half a minute apart undo any claim about a payment that lives, and one read what a living one is said to do', () => {
  fc.assert(
    fc.property(fc.array(anyClaim, { minLength: 1, maxLength: 6 }), fc.boolean(), (claims, isProcessing) => {
      const created = fact('create', { status: 'open' });
      const read = (minute: number) => fact('read', { status: isProcessing ? 'processing' : 'open' }, minute);
      const reads = [read(700), read(701)];
      const believed = believe(origin, [created, ...claims, ...reads]);
      expect(believed).toEqual(believe(origin, [created, ...reads]));
      expect(
        claimsOf([created, ...claims, ...reads]).every(({ state }) => state === 'denied' || state === 'repeated'),
      ).toBe(true);
    }),
    runs,
  );
});

test('what a claim says of a time after its arrival counts as of its arrival', () => {
  const created = fact('create', { status: 'open' });
  const forged = claim({ status: 'failed', saidAt: saidAt(100_000) }, 10);
  const signed = fact('callback', { status: 'awaiting_payment', method: 'va', saidAt: saidAt(11) }, 11);
  expect(believe(origin, [created, forged]).status).toBe('failed');
  expect(believe(origin, [created, forged, signed])).toMatchObject({ status: 'awaiting_payment', method: 'va' });
});

test('random facts without claims are believed as ever', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 8 }), (facts) => {
      expect(claimsOf(facts)).toEqual([]);
    }),
  );
});
