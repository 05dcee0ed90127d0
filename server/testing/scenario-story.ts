import type { ScenarioName, ScenarioParameter } from '../sandbox/scenarios.ts';
import type { Settings } from '../sandbox/settings.ts';
import { type PaymentName, paymentNames, type StepName } from './scenario-steps.ts';

/** What the console shows of payments under a scenario: docs/scenarios.md prints it, and a test plays it. */
export interface Story {
  of: readonly PaymentName[];
  /** How the provider speaks otherwise than by default. */
  under?: Partial<Settings>;
  /** What the scenario is given instead of its defaults. */
  with?: Partial<Record<ScenarioParameter, number>>;
  /** The scenario holds until it is ended; otherwise for the next call or callback that it applies to. */
  isLasting?: true;
  /** What is seen after each step, in the order of the steps (scenario-sight.ts). All but `created` begin with a payment that was created without trouble. */
  tells: Partial<Record<StepName, string>>;
}

export type Stories = Partial<Record<ScenarioName, readonly Story[]>>;

export const all = paymentNames;
export const ofRem = ['REM link', 'QRIS routing'] as const satisfies readonly PaymentName[];
export const ofFazz = ['Fazz link', 'one-time payment'] as const satisfies readonly PaymentName[];
/** Also those that can be deleted: REM has no deletion of routings (providers.md A.14). */
export const allButRouting = ['REM link', 'Fazz link', 'one-time payment'] as const satisfies readonly PaymentName[];
/** Also those that can be simulated: of REM the routings alone (rem-payment-routing). */
export const allButRemLink = [
  'QRIS routing',
  'Fazz link',
  'one-time payment',
] as const satisfies readonly PaymentName[];
