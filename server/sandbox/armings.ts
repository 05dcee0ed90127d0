import type { Link, TwinProvider } from './links/link.ts';
import { type Operation, type ScenarioName, type ScenarioParameter, type Stage, scenario } from './scenarios.ts';
import type { Store } from './store/store.ts';

/** A scenario that waits for its calls. Null means: any. */
export interface Arming {
  id: string;
  scenario: ScenarioName;
  provider: TwinProvider | null;
  operation: Operation | null;
  /** A reference or a link id. */
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
export interface Content {
  envelope: 'flat' | 'wrapped' | null;
  hasUnknownField: boolean;
  hasUnknownStatus: boolean;
}

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

/** Takes every content scenario for this occasion, each name once. */
export function takeContent(store: Store, occasion: Occasion): Content {
  const taken = new Set<ScenarioName>();
  for (const arming of store.armings()) {
    if (scenario(arming.scenario).stage !== 'content' || taken.has(arming.scenario) || !meets(arming, occasion))
      continue;
    taken.add(arming.scenario);
    countDown(store, arming);
  }
  return {
    envelope: taken.has('envelope_flat') ? 'flat' : taken.has('envelope_wrapped') ? 'wrapped' : null,
    hasUnknownField: taken.has('unknown_field'),
    hasUnknownStatus: taken.has('unknown_status'),
  };
}

/** The occasion of a callback about this link. */
export const callbackOccasion = (link: Link): Occasion => ({
  provider: link.provider,
  operation: 'paymentLinkCallback',
  reference: link.reference,
  linkId: link.id,
});
