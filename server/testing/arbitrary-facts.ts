import fc from 'fast-check';
import type { Origin } from '../payments/belief.ts';
import { digestOf } from '../payments/digest.ts';
import type { Fact } from '../payments/fact-order.ts';
import type { Observation } from '../payments/payment.ts';
import { type ObservationSource, type Statement, silent } from '../payments/statement.ts';

/** Random things that are said about one payment, for property tests. */
export const startMs = Date.parse('2026-11-20T02:00:00.000Z');

export const origin: Origin = {
  reference: 'TL261120ABCDEFGH',
  createdAt: new Date(startMs),
  imported: false,
  order: { amountIdr: 150_000, customerName: 'Siti Rahma', isOpenAmount: true },
};

/** A fact heard `minute` minutes after the start, a read asked for just then; a callback is signed. */
export function fact(source: ObservationSource, said: Partial<Statement>, minute = 0): Fact {
  const statement = { ...silent, ...said };
  const observedAt = new Date(startMs + minute * 60_000);
  const askedAt = source === 'read' || source === 'sweep' ? observedAt : null;
  return { id: null, source, statement, isProven: true, askedAt, digest: digestOf(statement), observedAt };
}

/** What an unsigned callback says. */
export const claim = (said: Partial<Statement>, minute = 0): Fact => ({
  ...fact('callback', said, minute),
  isProven: false,
});

/** The observation that leaves such a fact. */
export const observationOf = ({ source, statement, isProven, askedAt }: Fact): Observation => ({
  source,
  statement,
  isSigned: isProven,
  ...(askedAt && { askedAt }),
  raw: null,
  deviations: [],
});

export const saidAt = (minute: number): string => new Date(startMs + minute * 60_000).toISOString();

const sources = fc.constantFrom<ObservationSource>('create', 'read', 'callback', 'sweep', 'delete');
const minutes = fc.integer({ min: 0, max: 600 });
const maybeSaidAt = fc.option(minutes.map(saidAt), { nil: null });
const settlements = fc.constantFrom('none' as const, 'waiting' as const, 'settled' as const, null);
const channels = fc.constantFrom('bca', 'bri', 'ovo', null);
const methods = fc.constantFrom('va' as const, 'qris' as const, 'ewallet' as const, null);

const paid = fc.record({
  status: fc.constant('paid' as const),
  isFinal: fc.constant(true),
  settlement: settlements,
  saidAt: maybeSaidAt,
  providerStatus: fc.constantFrom('complete', 'COMPLETE', 'success'),
  paidAmountIdr: fc.option(fc.integer({ min: 10_000, max: 150_000 }), { nil: null }),
  paidAt: maybeSaidAt,
  settlesAt: maybeSaidAt,
  method: methods,
  channel: channels,
  paymentReferenceNumber: fc.constantFrom('123456789012', 'ABCDEF123456', null),
});

const ended = fc.record({
  status: fc.constantFrom('expired' as const, 'deleted' as const, 'failed' as const),
  isFinal: fc.constant(true),
  saidAt: maybeSaidAt,
  providerStatus: fc.constantFrom('expired', 'closed', 'failed'),
});

const living = fc.record({
  status: fc.constantFrom('open' as const, 'awaiting_payment' as const, 'processing' as const, 'failed' as const),
  isFinal: fc.constant(false),
  saidAt: maybeSaidAt,
  providerStatus: fc.constantFrom('created', 'waiting_payment', 'charge_in_progress', 'failed'),
  method: methods,
  channel: channels,
  url: fc.constantFrom('https://pay.example/1', null),
  expiresAt: maybeSaidAt,
});

const heard = (statements: fc.Arbitrary<Partial<Statement>>): fc.Arbitrary<Fact> =>
  fc
    .record({ source: sources, said: statements, minute: minutes })
    .map(({ source, said, minute }) => fact(source, said, minute));

const claimed = (statements: fc.Arbitrary<Partial<Statement>>): fc.Arbitrary<Fact> =>
  fc.record({ said: statements, minute: minutes }).map(({ said, minute }) => claim(said, minute));

/** An unsigned callback, of which nobody knows whether it is true. */
export const anyClaim = fc.oneof(claimed(paid), claimed(ended), claimed(living));
/** A fact that pays or ends the payment. */
export const finalFact = fc.oneof(heard(paid), heard(ended));
/** A fact about a payment that lives. */
export const livingFact = heard(living);
export const anyFact = fc.oneof(heard(paid), heard(ended), livingFact);
export const factOrClaim = fc.oneof({ weight: 2, arbitrary: anyFact }, { weight: 1, arbitrary: anyClaim });

/** Several facts in two orders of arrival. */
export const inTwoOrders = (facts: fc.Arbitrary<Fact[]>): fc.Arbitrary<[Fact[], Fact[]]> =>
  facts.chain((some) =>
    fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length })),
  );

/** The same facts, with the final ones moved to other places; the others keep their order. */
export const withFinalFactsMoved: fc.Arbitrary<[Fact[], Fact[]]> = fc
  .tuple(
    fc.array(livingFact, { maxLength: 6 }),
    inTwoOrders(fc.array(finalFact, { maxLength: 6 })),
    fc.infiniteStream(fc.nat(6)),
  )
  .map(([lives, [finals, moved], places]) => {
    const put = (some: Fact[]) => some.reduce((all, next) => all.toSpliced(places.next().value ?? 0, 0, next), lives);
    return [put(finals), put(moved)];
  });
