import type { TwinProvider } from './charges/charge.ts';

/** The providers' operations and callbacks, by the names of openapi/rem.yaml and fazz.yaml; both have links. */
export const operations = [
  'createPaymentLink',
  'getPaymentLink',
  'deletePaymentLink', // REM
  'getPaymentLinkStatus', // REM
  'createPaymentLinkTask', // Fazz
  'paymentLinkCallback',
  'createPaymentRouting', // REM, as all routing
  'checkPaymentRoutingStatus',
  'simulatePaymentRoutingCallback',
  'getQrisImage',
  'paymentRoutingCallback',
  'createPayment', // Fazz, as all one-time payments
  'getPayment',
  'listPayments',
  'createPaymentTask',
  'paymentCallback',
] as const;
export type Operation = (typeof operations)[number];

/**
 * Where a scenario acts: on the call before the work is done, on the answer after it, on what answers and callbacks say,
 * on what becomes of a payment, or on the sending of callbacks.
 */
export type Stage = 'before_work' | 'after_work' | 'content' | 'course' | 'sending';

/** `percent` of the amount; `code` of REM's routing catalogue. */
export type ScenarioParameter = 'delayMs' | 'retryAfterSeconds' | 'httpStatus' | 'percent' | 'code';

interface Scenario {
  stage: Stage;
  description: string;
  providers: readonly TwinProvider[];
  operations: readonly Operation[];
  /** Parameters that it takes, with their defaults. */
  parameters: Partial<Record<ScenarioParameter, number>>;
}

const both = ['rem', 'fazz'] as const;
const callbacks = ['paymentLinkCallback', 'paymentRoutingCallback', 'paymentCallback'] as const;
const calls = operations.filter((operation) => callbacks.every((callback) => callback !== operation));
const reads = ['getPaymentLink', 'getPaymentLinkStatus', 'checkPaymentRoutingStatus', 'getPayment'] as const;
const creations = ['createPaymentLink', 'createPaymentRouting', 'createPayment'] as const;
const statements = [...creations, ...reads, 'listPayments', ...callbacks] as const;
const statuses = [...reads, 'listPayments', ...callbacks] as const;

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
  routing_rejection: {
    stage: 'before_work',
    description:
      'Refuses with a code of the routing catalogue: 901, 402, 429, 203, 204, 247, 254, 300, or 400 for an account that is not set up.',
    providers: ['rem'],
    operations: ['createPaymentRouting', 'checkPaymentRoutingStatus'],
    parameters: { code: 901 },
  },
  expired_meanwhile: {
    stage: 'before_work',
    description: 'The payment expires just before the call is worked on.',
    providers: both,
    operations: [
      ...reads,
      'deletePaymentLink',
      'createPaymentLinkTask',
      'simulatePaymentRoutingCallback',
      'getQrisImage',
      'createPaymentTask',
    ],
    parameters: {},
  },
  forged_callback: {
    stage: 'after_work',
    description:
      "Does the work; then a well-formed callback claims a payment, signed where the provider signs, that the provider's own status does not know.",
    providers: both,
    operations: [...creations, ...reads],
    parameters: {},
  },
  callback_duplicated: {
    stage: 'sending',
    description: 'Sends the callback twice.',
    providers: both,
    operations: callbacks,
    parameters: {},
  },
  callback_reordered: {
    stage: 'sending',
    description: 'Keeps the callback of the payment back until the one of the settlement has gone.',
    providers: both,
    operations: callbacks,
    parameters: {},
  },
  callback_never: {
    stage: 'sending',
    description: 'Does not send the callback.',
    providers: both,
    operations: callbacks,
    parameters: {},
  },
  wrong_signature: {
    stage: 'sending',
    description: 'Signs the callback with another secret.',
    providers: ['fazz'],
    operations: ['paymentLinkCallback', 'paymentCallback'],
    parameters: {},
  },
  paid_after_expiry: {
    stage: 'course',
    description: 'When the payment expires, the money comes all the same, so long after it.',
    providers: both,
    operations: callbacks,
    parameters: { delayMs: 60_000 },
  },
  paid_twice: {
    stage: 'course',
    description: 'The payer pays the same once more, so long after the first time; the second has numbers of its own.',
    providers: both,
    operations: callbacks,
    parameters: { delayMs: 1_000 },
  },
  partial_amount: {
    stage: 'course',
    description: 'Less money arrives than was asked for.',
    providers: both,
    operations: callbacks,
    parameters: { percent: 50 },
  },
  settlement_late: {
    stage: 'course',
    description: 'The settlement comes so long after the time that was stated for it.',
    providers: both,
    operations: callbacks,
    parameters: { delayMs: 3 * 24 * 60 * 60 * 1000 },
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
  times_with_zone: {
    stage: 'content',
    description: "Writes times as REM's link samples do: UTC, with a Z. Fazz always names the zone.",
    providers: ['rem'],
    operations: statements,
    parameters: {},
  },
  times_without_zone: {
    stage: 'content',
    description: 'Writes times without a zone: WIB at REM, which is its usual form; at Fazz against its documents.',
    providers: both,
    operations: statements,
    parameters: {},
  },
  amount_as_string: {
    stage: 'content',
    description: 'Writes amounts as text where the samples have numbers. Fazz always writes text.',
    providers: ['rem'],
    operations: statements,
    parameters: {},
  },
  missing_field: {
    stage: 'content',
    description: 'Leaves out the status, which every document promises.',
    providers: both,
    operations: statuses,
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
    operations: statuses,
    parameters: {},
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;
export const scenarioNames = Object.keys(scenarios) as ScenarioName[];

/** The table's entry, with its types widened so that all entries are handled alike. */
export const scenario = (name: ScenarioName): Scenario => scenarios[name];
