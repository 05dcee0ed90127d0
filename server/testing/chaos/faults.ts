import fc from 'fast-check';
import type { ArmInput } from '../../sandbox/control/scenario-control.ts';
import type { ReceiverChanges } from '../../sandbox/receiver/receiver.ts';
import type { ScenarioName } from '../../sandbox/scenarios.ts';
import type { Round } from './plan.ts';

/** A scenario of the twin that waits for its next calls or callbacks. */
export type Fault = ArmInput & { scenario: ScenarioName };

type Parameters = { [Name in keyof ArmInput]?: fc.Arbitrary<NonNullable<ArmInput[Name]>> };

const fault = (weight: number, scenario: ScenarioName, parameters: Parameters = {}) => ({
  weight,
  arbitrary: fc.record({
    scenario: fc.constant(scenario),
    count: fc.integer({ min: 1, max: 3 }),
    ...parameters,
  }) as fc.Arbitrary<Fault>,
});

const creation = fc.constantFrom('createPaymentLink', 'createPaymentRouting', 'createPayment');
/** Some longer than a person waits, some longer than the server does (settings of run-chaos.ts). */
const slow = { delayMs: fc.integer({ min: 100, max: 3_000 }) };
const soon = { delayMs: fc.integer({ min: 100, max: 2_000 }) };
const percent = { percent: fc.integer({ min: 10, max: 90 }) };
const ofRem = { provider: fc.constant('rem') } satisfies Parameters;

/**
 * All that a provider may do wrong and that leaves one truth to be found. Left out: a forged callback of Fazz, which is
 * signed and so is believed, and less money than was asked for at Fazz, which never says how much came.
 */
export const faults: fc.Arbitrary<Fault> = fc.oneof(
  fault(3, 'lost_response'),
  fault(3, 'lost_response', { operation: creation }),
  fault(3, 'error_429', { retryAfterSeconds: fc.integer({ min: 0, max: 2 }) }),
  fault(3, 'error_500'),
  fault(2, 'error_500', { operation: creation }),
  fault(3, 'error_500_after_work', { operation: creation }),
  fault(3, 'slow_answer', slow),
  fault(3, 'slow_answer', { ...slow, operation: creation }),
  fault(1, 'html_answer'),
  fault(5, 'callback_duplicated'),
  fault(5, 'callback_reordered'),
  fault(3, 'callback_never'),
  fault(1, 'wrong_signature'),
  fault(2, 'forged_callback', ofRem),
  fault(1, 'expired_meanwhile'),
  fault(1, 'paid_after_expiry', soon),
  fault(1, 'paid_twice', soon),
  fault(1, 'settlement_late'),
  fault(1, 'partial_amount', { ...ofRem, ...percent }),
  fault(1, 'unknown_status'),
  fault(1, 'unknown_field'),
  fault(1, 'missing_field'),
  fault(1, 'amount_as_string'),
);

/** How the providers write, whether REM repeats callbacks, and how soon money settles: now, soon, or in the night. */
export const speech: fc.Arbitrary<Round['speech']> = fc.record({
  remEnvelope: fc.constantFrom('wrapped', 'flat'),
  remTimes: fc.constantFrom('without_zone', 'with_zone'),
  remRetries: fc.boolean(),
  settleAfterMs: fc.oneof(
    fc.constant<0>(0),
    fc.integer({ min: 100, max: 3_000 }),
    fc.integer({ min: 100, max: 3_000 }),
    fc.constant<'next-day-15:00'>('next-day-15:00'),
  ),
});

/** What the merchant's system does with what it gets. One that says it is gone is resumed in the next round. */
export const receiverMoods: fc.Arbitrary<ReceiverChanges> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ answer: 'ok', percent: 100, remaining: null, delayMs: 0 } as const) },
  {
    weight: 2,
    arbitrary: fc.record({
      answer: fc.constantFrom('fail', 'fail', 'html', 'drop', 'hang', 'redirect', 'gone'),
      httpStatus: fc.constantFrom(500, 503, 404, 302),
      percent: fc.integer({ min: 10, max: 100 }),
      remaining: fc.integer({ min: 1, max: 6 }),
      delayMs: fc.integer({ min: 0, max: 60 }),
    }),
  },
);
