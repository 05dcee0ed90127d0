import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { presentFor } from './present-for.ts';
import { type PaymentRequest, requirePayment } from './require-payment.ts';

/** Everything the ledger believes of a payment. Throws payment-unknown. */
export async function getPayment(
  deps: Pick<PaymentDeps, 'db' | 'accounts'>,
  actor: Actor,
  request: PaymentRequest,
): Promise<components['schemas']['Payment']> {
  return presentFor(deps, actor, await requirePayment(deps.db, request));
}
