import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import type { LinkDeps } from './link-deps.ts';
import { presentFor } from './present-for.ts';
import { type LinkRequest, requireLink } from './require-link.ts';

/** Everything the ledger believes of a link. Throws payment-unknown. */
export async function getLink(
  deps: Pick<LinkDeps, 'db' | 'accounts'>,
  actor: Actor,
  request: LinkRequest,
): Promise<components['schemas']['Link']> {
  return presentFor(deps, actor, await requireLink(deps.db, request));
}
