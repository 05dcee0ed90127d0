import type { components } from '../../openapi/generated/console.ts';
import { recordAction } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { acknowledge } from '../payments/intents.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { presentFor } from './present-for.ts';
import { type PaymentRequest, requirePayment } from './require-payment.ts';

/**
 * Notes that a person has looked at what contradicts itself in a payment; a later contradiction asks for a person again. Does
 * nothing when nobody needs to look, because somebody else was faster, say. Throws payment-unknown.
 */
export async function acknowledgePayment(
  deps: Pick<PaymentDeps, 'db' | 'accounts' | 'clock'>,
  actor: Actor,
  request: PaymentRequest,
): Promise<components['schemas']['Payment']> {
  const payment = await requirePayment(deps.db, request);
  const at = deps.clock();
  const acknowledged = await deps.db.tx(async (tx) => {
    const seen = await acknowledge(tx, payment.id, at);
    if (seen)
      await recordAction(tx, actor, {
        action: 'acknowledgePayment',
        environment: seen.environment,
        paymentId: seen.id,
        outcome: 'done',
        at,
      });
    return seen;
  });
  return presentFor(deps, actor, acknowledged ?? payment);
}
