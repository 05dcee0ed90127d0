import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { permissionsOf } from '../auth/permissions.ts';
import { type Ability, paymentActions } from '../payments/actions.ts';
import type { Payment } from '../payments/payment.ts';
import { presentPayment } from '../payments/present-payment.ts';
import type { SimulationStep } from '../providers/provider.ts';
import type { PaymentDeps } from './payment-deps.ts';

type Schemas = components['schemas'];

/** A payment as this person may see it, with what they may do with it now. */
export function presentFor(deps: Pick<PaymentDeps, 'accounts'>, actor: Actor, payment: Payment): Schemas['Payment'] {
  return presentPayment(payment, permissionsOf(actor.role, payment.environment), abilityFor(deps, payment));
}

/** What this person may do with a payment now, and why not. */
export function actionsFor(
  deps: Pick<PaymentDeps, 'accounts'>,
  actor: Actor,
  payment: Payment,
): Schemas['PaymentActions'] {
  return paymentActions(payment, permissionsOf(actor.role, payment.environment), abilityFor(deps, payment));
}

const steps: readonly SimulationStep[] = ['payment', 'settlement'];

/** What the provider has calls for; nothing once its account is gone from the configuration. */
function abilityFor({ accounts }: Pick<PaymentDeps, 'accounts'>, payment: Payment): Ability {
  const port = accounts.get(payment.environment, payment.provider)?.ports[payment.kind];
  return {
    canDelete: !!port?.delete,
    canResendCallback: !!port?.resendCallback,
    simulates: steps.filter((step) => port?.simulate[step]),
  };
}
