import type { components } from '../../openapi/generated/console.ts';
import { recordAction } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { within } from '../jobs/running-calls.ts';
import { findPayment } from '../payments/find-payment.ts';
import type { Payment } from '../payments/payment.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import type { SimulationStep } from '../providers/provider.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { portOf } from './port-of.ts';
import { actionsFor, presentFor } from './present-for.ts';
import { detailOf } from './read-at-provider.ts';
import { type SentSimulation, sendSimulation } from './send-simulation.ts';

type Schemas = components['schemas'];
type Result = Schemas['SimulationResult']['results'][number];

export interface SimulationRequest {
  environment: EnvironmentName;
  ids: readonly string[];
  step: SimulationStep;
}

/** So many calls are under way at once: a provider's test environment is no place for load. */
const atOnce = 5;

const actionOf = { payment: 'simulatePayment', settlement: 'simulateSettlement' } as const;

/**
 * Has providers pretend that payments were paid or settled, a few at once, and says what became of each, in the order of the
 * request. After `answerWithinMs` in all, calls under way go on and count as unknown, and no other is begun. Throws nothing:
 * that nobody may do this in production is the table of permissions (auth/permissions.ts).
 */
export async function simulatePayments(
  deps: PaymentDeps,
  actor: Actor,
  { environment, ids, step }: SimulationRequest,
): Promise<Schemas['SimulationResult']> {
  const endsAt = performance.now() + deps.config.answerWithinMs;
  const results = new Map<string, Result>();
  const waiting = [...ids];
  async function workThrough() {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const leftMs = endsAt - performance.now();
      results.set(id, leftMs > 0 ? await simulateOne(deps, actor, { environment, id, step, leftMs }) : notBegun(id));
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, ids.length) }, workThrough));
  return { results: ids.map((id) => results.get(id) ?? notBegun(id)) };
}

async function simulateOne(
  deps: PaymentDeps,
  actor: Actor,
  { environment, id, step, leftMs }: { environment: EnvironmentName; id: string; step: SimulationStep; leftMs: number },
): Promise<Result> {
  const payment = await findPayment(deps.db, environment, null, id);
  if (!payment) return { ...silentResult, id, outcome: 'payment_unknown' };
  const { allowed, reason } = actionsFor(deps, actor, payment)[actionOf[step]];
  if (!allowed)
    return { ...silentResult, id, outcome: 'not_allowed', reason, payment: presentFor(deps, actor, payment) };

  const port = portOf(deps.accounts, payment);
  // Before the call, so that the callback it causes comes after the action in the timeline.
  const auditId = await deps.db.tx((tx) => recordSimulation(tx, actor, payment, step, deps.clock()));
  const sent = await within(deps.calls.track(sendSimulation(deps, port, { payment, step, auditId })), leftMs);
  if (sent === 'pending') return { ...silentResult, id, outcome: 'unknown', payment: presentFor(deps, actor, payment) };
  return resultOf(deps, actor, sent);
}

function recordSimulation(
  tx: PaymentDeps['db'],
  actor: Actor,
  { environment, id }: Payment,
  step: SimulationStep,
  at: Date,
): Promise<number> {
  const entry = { environment, paymentId: id, outcome: 'pending', detail: { step }, at } as const;
  return recordAction(tx, actor, { action: 'simulatePayments', ...entry });
}

const outcomes = {
  done: 'simulated',
  absent: 'refused',
  declined: 'refused',
  unavailable: 'unavailable',
  unreadable: 'unknown',
  unknown_outcome: 'unknown',
} as const satisfies Record<SentSimulation['answer']['kind'], Result['outcome']>;

function resultOf(deps: PaymentDeps, actor: Actor, { payment, answer }: SentSimulation): Result {
  const { message = null, code = null } = detailOf(answer);
  return {
    id: payment.id,
    outcome: outcomes[answer.kind],
    reason: null,
    detail: message,
    providerCode: code,
    payment: presentFor(deps, actor, payment),
  };
}

const silentResult = { reason: null, detail: null, providerCode: null, payment: null };

/** The time was up before this one's turn: nothing was done. */
const notBegun = (id: string): Result => ({ ...silentResult, id, outcome: 'unavailable' });
