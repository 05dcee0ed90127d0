import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { may } from '../auth/permissions.ts';
import { readTimeline } from '../payments/timeline.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { type PaymentRequest, requirePayment } from './require-payment.ts';

/** What was said and done about a payment, newest first; raw messages only for those who may read contacts. Throws payment-unknown. */
export async function getPaymentTimeline(
  { db }: Pick<PaymentDeps, 'db'>,
  actor: Actor,
  request: PaymentRequest,
): Promise<components['schemas']['Timeline']> {
  const { id, environment } = await requirePayment(db, request);
  return readTimeline(db, id, { withRaw: may(actor.role, 'contacts.read', environment) });
}
