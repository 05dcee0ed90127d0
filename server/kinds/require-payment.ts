import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import { problem } from '../http/problems.ts';
import { findPayment } from '../payments/find-payment.ts';
import type { Payment, PaymentKind } from '../payments/payment.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { actionsFor } from './present-for.ts';

export interface PaymentRequest {
  environment: EnvironmentName;
  /** Ours: pay_… */
  id: string;
  /** Under an address that serves one kind alone, payments of others are unknown. */
  kind?: PaymentKind;
}

/** The payment of that id; throws payment-unknown when the ledger of this environment holds none. */
export async function requirePayment(db: Db, { environment, id, kind }: PaymentRequest): Promise<Payment> {
  const payment = await findPayment(db, environment, kind ?? null, id);
  if (payment) return payment;
  throw problem('payment-unknown', { detail: `No ${kind ?? 'payment'} ${id} in ${environment}.` });
}

/** Throws action-not-allowed, with the reason that the screen shows, unless this person may do this with the payment now. */
export function requireAction(
  deps: Pick<PaymentDeps, 'accounts'>,
  actor: Actor,
  payment: Payment,
  action: keyof components['schemas']['PaymentActions'],
): void {
  const { allowed, reason } = actionsFor(deps, actor, payment)[action];
  if (allowed) return;
  throw problem('action-not-allowed', {
    detail: `The payment does not allow ${action} now: ${reason ?? 'no reason known'}.`,
    paymentId: payment.id,
    ...(reason === null ? {} : { reason }),
  });
}
