import type { components } from '../../openapi/generated/console.ts';
import { wasNeverCreated } from './belief.ts';
import type { Payment } from './payment.ts';

type Schemas = components['schemas'];
type Reason = Schemas['ActionReason'];
type State = Schemas['ActionState'];

/** What a payment's provider has calls for, of payments of its kind in its environment (providers/provider.ts). */
export interface Ability {
  canDelete: boolean;
  canResendCallback: boolean;
  simulates: readonly Schemas['SimulationInput']['step'][];
}

/**
 * What may be done with a payment, by somebody with these permissions, and if not, the first reason why not. The browser
 * shows this and holds no copy of the rules; use cases ask it again.
 */
export function paymentActions(
  payment: Payment,
  permissions: readonly Schemas['Permission'][],
  ability: Ability,
): Schemas['PaymentActions'] {
  const unless = (permission: Schemas['Permission'], reason: Reason | null): State => {
    const first = permissions.includes(permission) ? reason : 'no_permission';
    return { allowed: first === null, reason: first };
  };
  return {
    delete: unless('payments.delete', whyNotDelete(payment, ability)),
    refresh: unless('payments.refresh', whyNotRefresh(payment)),
    resendCallback: unless('payments.resend-callback', whyNotResend(payment, ability)),
    simulatePayment: unless('payments.simulate', whyNotSimulatePayment(payment, ability)),
    simulateSettlement: unless('payments.simulate', whyNotSimulateSettlement(payment, ability)),
  };
}

/**
 * REM deletes only what is active and has no method chosen (rem-payment-link, Delete Payment Link); Fazz cancels only what
 * is pending, and of one-time payments only virtual accounts (providers.md B.3). A failed attempt at a living link had a method.
 */
function whyNotDelete(payment: Payment, ability: Ability): Reason | null {
  if (!ability.canDelete) return 'not_offered';
  if (payment.deletingSince !== null) return 'being_deleted';
  switch (payment.status) {
    case 'open':
      return isOtherThanVirtualAccount(payment) ? 'only_virtual_accounts' : null;
    case 'awaiting_payment':
      return 'method_chosen';
    case 'processing':
      return 'payment_in_progress';
    case 'failed':
      return whyEnded(payment) ?? 'method_chosen';
    default:
      return whyEnded(payment);
  }
}

const isOtherThanVirtualAccount = ({ kind, provider, method }: Payment): boolean =>
  kind === 'one-time' && provider === 'fazz' && method !== null && method !== 'va';

/** Why nothing can be paid any more, or not yet; null while somebody can pay. */
function whyEnded(payment: Payment): Reason | null {
  switch (payment.status) {
    case 'creating':
      return 'still_creating';
    case 'paid':
      return 'already_paid';
    case 'expired':
      return 'already_expired';
    case 'deleted':
      return 'already_deleted';
    case 'failed':
      return wasNeverCreated(payment) ? 'never_created' : payment.ended ? 'already_failed' : null;
    default:
      return null;
  }
}

/** Anything that exists can be read, whatever became of it: money may come late. */
function whyNotRefresh(payment: Payment): Reason | null {
  if (payment.status === 'creating') return 'still_creating';
  return wasNeverCreated(payment) ? 'never_created' : null;
}

/**
 * REM sends its latest callback again (send_callback). Of a link there is none before the payer chose how to pay
 * (rem-payment-link-status), of a routing none before the payer paid (rem-payment-routing, Payment Routing Callback).
 */
export function whyNotResend(
  payment: Pick<Payment, 'provider' | 'kind' | 'status' | 'failureCode'>,
  ability: Pick<Ability, 'canResendCallback'>,
): Reason | null {
  if (!ability.canResendCallback) return payment.provider === 'fazz' ? 'fazz_cannot_resend' : 'not_offered';
  if (payment.status === 'creating') return 'still_creating';
  if (wasNeverCreated(payment)) return 'never_created';
  if (payment.status === 'deleted') return 'already_deleted';
  const isEarly = payment.kind === 'routing' && payment.status === 'awaiting_payment';
  return payment.status === 'open' || isEarly ? 'no_callback_yet' : null;
}

/** REM simulates by its own id alone (rem-payment-routing, Simulate Staging Callback), and so does Fazz (providers.md B.3, tasks). */
function whyNotSimulatePayment(payment: Payment, ability: Ability): Reason | null {
  if (!ability.simulates.includes('payment')) return 'not_offered';
  const ended = whyEnded(payment);
  if (ended !== null) return ended;
  if (payment.deletingSince !== null) return 'being_deleted';
  return payment.providerPaymentId === null ? 'not_offered' : null;
}

/** Only what is paid can settle. */
function whyNotSimulateSettlement(payment: Payment, ability: Ability): Reason | null {
  if (!ability.simulates.includes('settlement')) return 'not_offered';
  if (payment.status === 'creating') return 'still_creating';
  if (wasNeverCreated(payment)) return 'never_created';
  if (payment.status !== 'paid') return 'not_paid_yet';
  if (payment.settlement === 'settled') return 'already_settled';
  return payment.providerPaymentId === null ? 'not_offered' : null;
}
