import type { Charge, ChargeKind, TwinProvider } from './charges/charge.ts';
import { type Operation, type ScenarioName, type ScenarioParameter, type Stage, scenario } from './scenarios.ts';
import type { Store } from './store/store.ts';

/** A scenario that waits for its calls. Null means: any. */
export interface Arming {
  id: string;
  scenario: ScenarioName;
  provider: TwinProvider | null;
  operation: Operation | null;
  /** A reference or an id. */
  reference: string | null;
  /** How many more calls it meets; null until it is disarmed. */
  remaining: number | null;
  parameters: Partial<Record<ScenarioParameter, number>>;
}

/** What a scenario is held against. */
export interface Occasion {
  provider: TwinProvider;
  operation: Operation;
  reference: string | null;
  linkId: string | null;
}

/** The content scenarios that hold for one answer or callback. */
export type Content = ReadonlyMap<ScenarioName, Arming>;

function meets(arming: Arming, occasion: Occasion): boolean {
  const { providers, operations } = scenario(arming.scenario);
  return (
    providers.includes(occasion.provider) &&
    operations.includes(occasion.operation) &&
    (!arming.provider || arming.provider === occasion.provider) &&
    (!arming.operation || arming.operation === occasion.operation) &&
    (!arming.reference || arming.reference === occasion.reference || arming.reference === occasion.linkId)
  );
}

/** Takes the scenario that was armed first for this occasion and counts it down; null when there is none. */
export function takeScenario(store: Store, occasion: Occasion, stages: readonly Stage[]): Arming | null {
  const arming = store
    .armings()
    .find((each) => stages.includes(scenario(each.scenario).stage) && meets(each, occasion));
  if (arming) countDown(store, arming);
  return arming ?? null;
}

function countDown(store: Store, arming: Arming): void {
  if (arming.remaining === null) return;
  if (arming.remaining <= 1) store.removeArming(arming.id);
  else store.putArming({ ...arming, remaining: arming.remaining - 1 });
}

/** Takes every scenario of one stage for this occasion, each name once. */
function takeEach(store: Store, occasion: Occasion, stage: Stage, names?: readonly ScenarioName[]): Content {
  const taken = new Map<ScenarioName, Arming>();
  for (const arming of store.armings()) {
    const isWanted = scenario(arming.scenario).stage === stage && (names?.includes(arming.scenario) ?? true);
    if (!isWanted || taken.has(arming.scenario) || !meets(arming, occasion)) continue;
    taken.set(arming.scenario, arming);
    countDown(store, arming);
  }
  return taken;
}

/** Takes the scenarios of what an answer or a callback says. */
export const takeContent = (store: Store, occasion: Occasion): Content => takeEach(store, occasion, 'content');

/** Takes those of these scenarios that change what becomes of a payment. */
export const takeCourse = (store: Store, occasion: Occasion, names: readonly ScenarioName[]): Content =>
  takeEach(store, occasion, 'course', names);

/** What was asked for when it was armed, else the table's default. */
export const parameterOf = (arming: Arming, name: ScenarioParameter): number =>
  arming.parameters[name] ?? scenario(arming.scenario).parameters[name] ?? 0;

/** The instant that lies the scenario's delay after this one. */
export const laterBy = (at: string, arming: Arming): string =>
  new Date(Date.parse(at) + parameterOf(arming, 'delayMs')).toISOString();

const callbackOperations: Record<ChargeKind, Operation> = {
  link: 'paymentLinkCallback',
  routing: 'paymentRoutingCallback',
  'one-time': 'paymentCallback',
};

/** The occasion of a callback about this charge. */
export const callbackOccasion = (charge: Charge): Occasion => ({
  provider: charge.provider,
  operation: callbackOperations[charge.kind],
  reference: charge.reference,
  linkId: charge.id,
});
