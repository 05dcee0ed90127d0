import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { may } from '../auth/permissions.ts';
import { readTimeline } from '../payments/timeline.ts';
import type { LinkDeps } from './link-deps.ts';
import { type LinkRequest, requireLink } from './require-link.ts';

/** What was said and done about a link, newest first; raw messages only for those who may read contacts. Throws payment-unknown. */
export async function getLinkTimeline(
  { db }: Pick<LinkDeps, 'db'>,
  actor: Actor,
  request: LinkRequest,
): Promise<components['schemas']['Timeline']> {
  const { id, environment } = await requireLink(db, request);
  return readTimeline(db, id, { withRaw: may(actor.role, 'contacts.read', environment) });
}
