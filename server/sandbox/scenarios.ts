import type { TwinProvider } from './links/link.ts';

/** The providers' operations, by the names of openapi/rem.yaml and fazz.yaml. Both providers have those without a mark. */
export const operations = [
  'createPaymentLink',
  'getPaymentLink',
  'deletePaymentLink', // REM
  'getPaymentLinkStatus', // REM
  'createPaymentLinkTask', // Fazz
  'paymentLinkCallback',
] as const;
export type Operation = (typeof operations)[number];

/**
 * Where a scenario acts: on the call before the work is done, on the answer after it, on what answers and callbacks say,
 * or on the sending of callbacks.
 */
export type Stage = 'before_work' | 'after_work' | 'content' | 'sending';

export type ScenarioParameter = 'delayMs' | 'retryAfterSeconds' | 'httpStatus';

interface Scenario {
  stage: Stage;
  description: string;
  providers: readonly TwinProvider[];
  operations: readonly Operation[];
  /** Parameters that it takes, with their defaults. */
  parameters: Partial<Record<ScenarioParameter, number>>;
}

const both = ['rem', 'fazz'] as const;
const calls = operations.filter((operation) => operation !== 'paymentLinkCallback');
const statements = ['createPaymentLink', 'getPaymentLink', 'getPaymentLinkStatus', 'paymentLinkCallback'] as const;

/** Every way in which a tester can make the twin misbehave. */
export const scenarios = {
  slow_answer: {
    stage: 'after_work',
    description: 'Does the work at once and answers late.',
    providers: both,
    operations: calls,
    parameters: { delayMs: 15_000 },
  },
  hang: {
    stage: 'after_work',
    description: 'Does the work and answers after 120 s, the longest that REM may take.',
    providers: both,
    operations: calls,
    parameters: { delayMs: 120_000 },
  },
  lost_response: {
    stage: 'after_work',
    description: 'Does the work and drops the connection instead of answering.',
    providers: both,
    operations: calls,
    parameters: {},
  },
  error_429: {
    stage: 'before_work',
    description: 'Refuses with 429 and Retry-After; nothing is done.',
    providers: both,
    operations: calls,
    parameters: { retryAfterSeconds: 2 },
  },
  error_500: {
    stage: 'before_work',
    description: "Answers with the provider's 500; nothing is done.",
    providers: both,
    operations: calls,
    parameters: {},
  },
  error_500_after_work: {
    stage: 'after_work',
    description: "Does the work and answers with the provider's 500 all the same.",
    providers: both,
    operations: calls,
    parameters: {},
  },
  html_answer: {
    stage: 'after_work',
    description: "Does the work; a gateway's HTML page arrives in place of the answer.",
    providers: both,
    operations: calls,
    parameters: { httpStatus: 502 },
  },
  callback_duplicated: {
    stage: 'sending',
    description: 'Sends the callback twice.',
    providers: both,
    operations: ['paymentLinkCallback'],
    parameters: {},
  },
  callback_reordered: {
    stage: 'sending',
    description: 'Keeps the callback of the payment back until the one of the settlement has gone.',
    providers: both,
    operations: ['paymentLinkCallback'],
    parameters: {},
  },
  callback_never: {
    stage: 'sending',
    description: 'Does not send the callback.',
    providers: both,
    operations: ['paymentLinkCallback'],
    parameters: {},
  },
  envelope_flat: {
    stage: 'content',
    description: 'Answers status and GET without an envelope, as REM documents it.',
    providers: ['rem'],
    operations: ['getPaymentLink', 'getPaymentLinkStatus'],
    parameters: {},
  },
  envelope_wrapped: {
    stage: 'content',
    description: 'Answers status and GET in an envelope, as live callers read it.',
    providers: ['rem'],
    operations: ['getPaymentLink', 'getPaymentLinkStatus'],
    parameters: {},
  },
  unknown_field: {
    stage: 'content',
    description: 'Adds a field that no document knows.',
    providers: both,
    operations: statements,
    parameters: {},
  },
  unknown_status: {
    stage: 'content',
    description: 'Says a status that no document knows (on_hold).',
    providers: both,
    operations: ['getPaymentLink', 'getPaymentLinkStatus', 'paymentLinkCallback'],
    parameters: {},
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;
export const scenarioNames = Object.keys(scenarios) as ScenarioName[];

/** The table's entry, with its types widened so that all entries are handled alike. */
export const scenario = (name: ScenarioName): Scenario => scenarios[name];
