import type { components } from '../../openapi/generated/console.ts';
import { wasNeverCreated } from './belief.ts';
import type { Payment } from './payment.ts';

type Schemas = components['schemas'];
type Reason = Schemas['ActionReason'];
type State = Schemas['ActionState'];

/** What an action needs to know of the payment's provider (providers/provider.ts). */
export interface ProviderAbility {
  canResendCallback: boolean;
}

/**
 * What may be done with a link, by somebody with these permissions, and if not, the first reason why not. The browser shows
 * this and holds no copy of the rules; use cases ask it again.
 */
export function linkActions(
  payment: Payment,
  permissions: readonly Schemas['Permission'][],
  provider: ProviderAbility,
): Schemas['LinkActions'] {
  const unless = (permission: Schemas['Permission'], reason: Reason | null): State => {
    const first = permissions.includes(permission) ? reason : 'no_permission';
    return { allowed: first === null, reason: first };
  };
  return {
    delete: unless('links.delete', whyNotDelete(payment)),
    refresh: unless('links.refresh', whyNotRefresh(payment)),
    resendCallback: unless('links.resend-callback', whyNotResend(payment, provider)),
  };
}

/**
 * REM deletes only what is active and has no method chosen (rem-payment-link, Delete Payment Link); Fazz cancels only what
 * is pending. A failed attempt at a living link had a method.
 */
function whyNotDelete(payment: Payment): Reason | null {
  if (payment.deletingSince !== null) return 'being_deleted';
  switch (payment.status) {
    case 'open':
      return null;
    case 'creating':
      return 'still_creating';
    case 'awaiting_payment':
      return 'method_chosen';
    case 'processing':
      return 'payment_in_progress';
    case 'paid':
      return 'already_paid';
    case 'expired':
      return 'already_expired';
    case 'deleted':
      return 'already_deleted';
    case 'failed':
      return wasNeverCreated(payment) ? 'never_created' : payment.ended ? 'already_failed' : 'method_chosen';
  }
}

/** Anything that exists can be read, whatever became of it: money may come late. */
function whyNotRefresh(payment: Payment): Reason | null {
  if (payment.status === 'creating') return 'still_creating';
  return wasNeverCreated(payment) ? 'never_created' : null;
}

/** REM sends its latest callback again (rem-payment-link-status, send_callback), and none before the payer chose how to pay. */
function whyNotResend(payment: Payment, provider: ProviderAbility): Reason | null {
  if (!provider.canResendCallback) return 'fazz_cannot_resend';
  if (payment.status === 'creating') return 'still_creating';
  if (wasNeverCreated(payment)) return 'never_created';
  if (payment.status === 'deleted') return 'already_deleted';
  return payment.status === 'open' ? 'no_callback_yet' : null;
}
