import { type ChargeStatus, methods, type TwinProvider } from '../charges/charge.ts';
import { operations, scenarioNames } from '../scenarios.ts';
import type { SettleAfter } from '../settings.ts';
import type { SandboxControl } from './control.ts';
import { ControlRefusal } from './control-refusal.ts';
import type { AttemptInput, ChooseInput, PayInput } from './link-control.ts';
import type { InputReader } from './read-input.ts';
import type { ArmInput } from './scenario-control.ts';

export const providerNames: readonly TwinProvider[] = ['rem', 'fazz'];
export const linkStatuses: readonly ChargeStatus[] = [
  'created',
  'waiting_payment',
  'processing',
  'paid',
  'failed',
  'expired',
  'closed',
];
/** What a tester can do to a link; each is a method of SandboxControl. */
export const linkActions = ['choose', 'process', 'pay', 'fail', 'expire', 'settle', 'backdate'] as const;
export type LinkAction = (typeof linkActions)[number];

const attempt = (input: InputReader): AttemptInput => ({
  method: input.oneOf('method', methods),
  channel: input.text('channel')?.toLowerCase(),
  at: input.text('at'),
});

const choice = (input: InputReader): ChooseInput => ({
  ...attempt(input),
  method: input.requiredOneOf('method', methods),
});

const payment = (input: InputReader): PayInput => ({
  ...attempt(input),
  amountIdr: input.whole('amountIdr'),
  phone: input.text('phone'),
  note: input.text('note'),
  late: input.flag('late'),
});

/** Does one action to the payment of that id or reference, with what the input says. */
export function actOnLink(control: SandboxControl, key: string, action: LinkAction, input: InputReader) {
  switch (action) {
    case 'choose':
      return control.choose(key, choice(input));
    case 'process':
      return control.process(key, attempt(input));
    case 'pay':
      return control.pay(key, payment(input));
    case 'fail':
      return control.fail(key, attempt(input));
    case 'expire':
      return control.expire(key, { at: input.text('at') });
    case 'settle':
      return control.settle(key, { at: input.text('at') });
    case 'backdate':
      return control.backdate(key, input.text('createdAt') ?? '');
  }
}

/** A scenario to arm. `count: null` (a form: `forever`) arms it until it is disarmed. */
export function armInput(input: InputReader, isForever: boolean): ArmInput {
  return {
    scenario: input.requiredOneOf('scenario', scenarioNames),
    provider: input.oneOf('provider', providerNames),
    operation: input.oneOf('operation', operations),
    reference: input.text('reference'),
    count: isForever ? null : input.whole('count'),
    delayMs: input.whole('delayMs'),
    retryAfterSeconds: input.whole('retryAfterSeconds'),
    httpStatus: input.whole('httpStatus'),
    percent: input.whole('percent'),
    code: input.whole('code'),
  };
}

/** Changes of settings; what is absent stays. */
export function settingsInput(input: InputReader): Parameters<SandboxControl['configure']>[0] {
  const settleAfterMs = settleAfter(input);
  const remEnvelope = input.oneOf('remEnvelope', ['wrapped', 'flat'] as const);
  const remTimes = input.oneOf('remTimes', ['without_zone', 'with_zone'] as const);
  const remRetries = input.flag('remRetries');
  const callbackTimeoutMs = input.whole('callbackTimeoutMs');
  return {
    ...(settleAfterMs !== undefined && { settleAfterMs }),
    ...(remEnvelope && { remEnvelope }),
    ...(remTimes && { remTimes }),
    ...(remRetries !== undefined && { remRetries }),
    ...(callbackTimeoutMs !== undefined && { callbackTimeoutMs }),
  };
}

function settleAfter(input: InputReader): SettleAfter | undefined {
  const name = 'settleAfterMs';
  try {
    return input.whole(name);
  } catch {
    if (input.text(name) === 'next-day-15:00') return 'next-day-15:00';
    throw new ControlRefusal(400, 'settleAfterMs must be a whole number of ms or next-day-15:00');
  }
}
