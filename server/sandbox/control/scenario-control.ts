import { randomUUID } from 'node:crypto';
import type { Arming } from '../armings.ts';
import type { TwinProvider } from '../charges/charge.ts';
import { routingCodes } from '../rem/routing-rejection.ts';
import { type Operation, type ScenarioName, type ScenarioParameter, scenario } from '../scenarios.ts';
import type { Twin } from '../twin.ts';
import { ControlRefusal } from './control-refusal.ts';

/** Without provider, operation and reference it meets any call that the scenario applies to. */
export interface ArmInput extends Partial<Record<ScenarioParameter, number | undefined>> {
  scenario: ScenarioName;
  provider?: TwinProvider | undefined;
  operation?: Operation | undefined;
  /** A reference or an id. */
  reference?: string | undefined;
  /** How many calls it meets: 1 when absent, null until it is disarmed. */
  count?: number | null | undefined;
}

export interface ScenarioControl {
  /** What is armed, in the order in which it is taken. */
  armed(): Arming[];
  /** Throws ControlRefusal 400 for an operation or parameter that the scenario does not have. */
  arm(input: ArmInput): Arming;
  /** By id, all of one scenario, or everything when absent; returns how many there were. */
  disarm(which?: string): number;
}

export function createScenarioControl({ store }: Pick<Twin, 'store'>): ScenarioControl {
  return {
    armed: () => store.armings(),
    arm(input) {
      const { providers, operations, parameters } = scenario(input.scenario);
      if (input.provider && !providers.includes(input.provider))
        throw new ControlRefusal(400, `${input.scenario} is none of ${input.provider}`);
      if (input.operation && !operations.includes(input.operation))
        throw new ControlRefusal(400, `${input.scenario} does not apply to ${input.operation}`);
      const count = input.count === undefined ? 1 : input.count;
      if (count !== null && !(Number.isInteger(count) && count > 0))
        throw new ControlRefusal(400, 'count must be a positive integer or null');
      const arming: Arming = {
        id: randomUUID(),
        scenario: input.scenario,
        provider: input.provider ?? null,
        operation: input.operation ?? null,
        reference: input.reference || null,
        remaining: count,
        parameters: { ...parameters, ...given(input, Object.keys(parameters) as ScenarioParameter[]) },
      };
      store.putArming(arming);
      return arming;
    },
    disarm(which) {
      const gone = store.armings().filter(({ id, scenario }) => !which || id === which || scenario === which);
      for (const { id } of gone) store.removeArming(id);
      return gone.length;
    },
  };
}

function given(input: ArmInput, names: ScenarioParameter[]): Arming['parameters'] {
  const pairs = names.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]] as const]));
  const bad = pairs.find(([, value]) => !Number.isSafeInteger(value) || value < 0);
  if (bad) throw new ControlRefusal(400, `${bad[0]} must be a whole number`);
  const { httpStatus = 200 } = input;
  if (httpStatus < 200 || httpStatus > 599) throw new ControlRefusal(400, 'httpStatus must be 200 to 599');
  if (input.percent !== undefined && (input.percent < 1 || input.percent > 99))
    throw new ControlRefusal(400, 'percent must be 1 to 99');
  if (input.code !== undefined && !routingCodes.some((code) => code === String(input.code)))
    throw new ControlRefusal(400, `code must be one of ${routingCodes.join(', ')}`);
  return Object.fromEntries(pairs);
}
