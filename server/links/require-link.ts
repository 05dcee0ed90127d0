import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import { problem } from '../http/problems.ts';
import { findPayment } from '../payments/find-payment.ts';
import type { Payment } from '../payments/payment.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import type { LinkDeps } from './link-deps.ts';
import { actionsFor } from './present-for.ts';

export interface LinkRequest {
  environment: EnvironmentName;
  /** Ours: pay_… */
  id: string;
}

/** The link of that id; throws payment-unknown when the ledger of this environment holds none. */
export async function requireLink(db: Db, { environment, id }: LinkRequest): Promise<Payment> {
  const payment = await findPayment(db, environment, 'link', id);
  if (!payment) throw problem('payment-unknown', { detail: `No link ${id} in ${environment}.` });
  return payment;
}

/** Throws action-not-allowed, with the reason that the screen shows, unless this person may do this with the link now. */
export function requireAction(
  deps: Pick<LinkDeps, 'accounts'>,
  actor: Actor,
  payment: Payment,
  action: keyof components['schemas']['LinkActions'],
): void {
  const { allowed, reason } = actionsFor(deps, actor, payment)[action];
  if (allowed) return;
  throw problem('action-not-allowed', {
    detail: `The link does not allow ${action} now: ${reason ?? 'no reason known'}.`,
    paymentId: payment.id,
    ...(reason === null ? {} : { reason }),
  });
}
