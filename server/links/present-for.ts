import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { permissionsOf } from '../auth/permissions.ts';
import { linkActions } from '../payments/actions.ts';
import type { Payment } from '../payments/payment.ts';
import { presentLink } from '../payments/present-link.ts';
import type { LinkDeps } from './link-deps.ts';

type Schemas = components['schemas'];

/** A link as this person may see it, with what they may do with it now. */
export function presentFor(deps: Pick<LinkDeps, 'accounts'>, actor: Actor, payment: Payment): Schemas['Link'] {
  return presentLink(payment, permissionsOf(actor.role, payment.environment), abilities(deps, payment));
}

/** What this person may do with a link now, and why not. */
export function actionsFor(deps: Pick<LinkDeps, 'accounts'>, actor: Actor, payment: Payment): Schemas['LinkActions'] {
  return linkActions(payment, permissionsOf(actor.role, payment.environment), abilities(deps, payment));
}

function abilities({ accounts }: Pick<LinkDeps, 'accounts'>, { environment, provider }: Payment) {
  return { canResendCallback: accounts.get(environment, provider)?.links.canResendCallback ?? false };
}
