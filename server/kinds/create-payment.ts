import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { problem } from '../http/problems.ts';
import { within } from '../jobs/running-calls.ts';
import { findByIdempotencyKey } from '../payments/find-payment.ts';
import type { Payment, PaymentKind } from '../payments/payment.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { awaitOutcome } from './await-outcome.ts';
import type { CreateInputs, Kind } from './kind.ts';
import { openIntent } from './open-intent.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { portOf } from './port-of.ts';
import { presentFor } from './present-for.ts';
import { providerProblem } from './provider-problem.ts';
import { requestDigest } from './request-digest.ts';
import { sendCreation } from './send-creation.ts';

export interface CreateRequest<K extends PaymentKind> {
  environment: EnvironmentName;
  idempotencyKey: string;
  body: CreateInputs[K];
}

export interface CreatedPayment {
  /** pending: the provider's answer is not known yet. repeated: this key was used before, and this is its payment. */
  outcome: 'created' | 'repeated' | 'pending';
  payment: components['schemas']['Payment'];
}

/**
 * Creates a payment at its provider: first the intent in the ledger, then the call, then what it answered. Waits
 * `answerWithinMs` for the provider and then leaves the payment `creating`. One Idempotency-Key makes one payment and one
 * call, also when two tabs or two replicas send it at once.
 *
 * Throws invalid-request, provider-not-configured, idempotency-key-reused, reference-taken, provider-declined,
 * provider-unavailable; after the last three nothing exists at the provider.
 */
export async function createPayment<K extends PaymentKind>(
  deps: PaymentDeps,
  kind: Kind<K>,
  actor: Actor,
  request: CreateRequest<K>,
): Promise<CreatedPayment> {
  const { environment, idempotencyKey, body } = request;
  // No body of one kind passes the contract of another, so the digest needs no kind.
  const digest = requestDigest(body);
  // Before any rule: a retry is answered alike, also when its expiry has come too near meanwhile.
  const earlier = await findByIdempotencyKey(deps.db, environment, idempotencyKey);
  if (earlier) return repeat(deps, actor, earlier, digest);

  const port = portOf(deps.accounts, { environment, provider: kind.providerOf(body), kind: kind.kind });
  const now = deps.clock();
  const errors = kind.checkInput(body, now);
  if (errors.length > 0)
    throw problem('invalid-request', { detail: 'The payment cannot be created as described.', errors });

  const intent = await openIntent(deps, kind, actor, request, digest, now);
  if (!intent.isNew) return repeat(deps, actor, intent, digest);

  const sent = await within(deps.calls.track(sendCreation(deps, port, intent)), deps.config.answerWithinMs);
  if (sent === 'pending') return { outcome: 'pending', payment: presentFor(deps, actor, intent.payment) };
  const { payment, failure } = sent;
  if (failure?.kind === 'declined' || failure?.kind === 'unavailable')
    throw providerProblem(payment.provider, failure, payment.id);
  return {
    outcome: payment.status === 'creating' ? 'pending' : 'created',
    payment: presentFor(deps, actor, payment),
  };
}

/** The same key again: its own payment, once the call that runs for it has had time to answer. */
async function repeat(
  deps: PaymentDeps,
  actor: Actor,
  earlier: { payment: Payment; requestDigest: string | null },
  digest: string,
): Promise<CreatedPayment> {
  if (earlier.requestDigest !== digest)
    throw problem('idempotency-key-reused', {
      detail: 'This Idempotency-Key belongs to a request with another body. Use a new key for a new payment.',
      paymentId: earlier.payment.id,
    });
  const payment = await awaitOutcome(deps, earlier.payment);
  throwWhenRefused(payment);
  return {
    outcome: payment.status === 'creating' ? 'pending' : 'repeated',
    payment: presentFor(deps, actor, payment),
  };
}

/** Answers a repeated request as the first one was answered. */
function throwWhenRefused({ id, provider, failureCode, failureDetail, failureProviderCode }: Payment): void {
  if (failureCode !== 'declined' && failureCode !== 'unavailable') return;
  const said = { message: failureDetail ?? 'no reason given', raw: null };
  throw failureCode === 'declined'
    ? providerProblem(provider, { kind: 'declined', code: failureProviderCode, ...said }, id)
    : providerProblem(provider, { kind: 'unavailable', retryAfterMs: null, isAboutAccount: false, ...said }, id);
}
