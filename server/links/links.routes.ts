import { type Route, route } from '../http/route.ts';
import { createLink } from './create-link.ts';
import { deleteLink } from './delete-link.ts';
import { getLink } from './get-link.ts';
import { getLinkTimeline } from './get-link-timeline.ts';
import { getLinkTotals } from './get-link-totals.ts';
import { importLink } from './import-link.ts';
import type { LinkDeps } from './link-deps.ts';
import { lookUpLink } from './look-up-link.ts';
import { refreshLink } from './refresh-link.ts';
import { resendLinkCallback } from './resend-link-callback.ts';
import { searchLinks } from './search-links.ts';

const links = '/api/:environment/links';
const link = `${links}/:id`;

/** Everything that can be done with payment links, with the permission that it takes. */
export function linkRoutes(deps: LinkDeps): Route[] {
  return [
    route({
      operationId: 'searchLinks',
      method: 'get',
      path: links,
      permission: 'links.read',
      async handle({ environment, query, response }) {
        response.json(await searchLinks(deps, { environment, ...query }));
      },
    }),
    route({
      operationId: 'createLink',
      method: 'post',
      path: links,
      permission: 'links.create',
      async handle({ actor, environment, headers, body, response }) {
        const request = { environment, idempotencyKey: headers['idempotency-key'], body };
        const { outcome, link } = await createLink(deps, actor, request);
        response.status({ created: 201, repeated: 200, pending: 202 }[outcome]).json(link);
      },
    }),
    route({
      operationId: 'getLinkTotals',
      method: 'get',
      path: '/api/:environment/link-totals',
      permission: 'links.read',
      async handle({ environment, query, response }) {
        response.json(await getLinkTotals(deps, { environment, ...query }));
      },
    }),
    route({
      operationId: 'lookUpLink',
      method: 'post',
      path: '/api/:environment/link-lookups',
      permission: 'links.import',
      async handle({ environment, body, response }) {
        response.json(await lookUpLink(deps, { environment, value: body.value }));
      },
    }),
    route({
      operationId: 'importLink',
      method: 'post',
      path: '/api/:environment/link-imports',
      permission: 'links.import',
      async handle({ actor, environment, body, response }) {
        const { outcome, link } = await importLink(deps, actor, { environment, ...body });
        response.status(outcome === 'imported' ? 201 : 200).json(link);
      },
    }),
    ...oneLinkRoutes(deps),
  ];
}

function oneLinkRoutes(deps: LinkDeps): Route[] {
  return [
    route({
      operationId: 'getLink',
      method: 'get',
      path: link,
      permission: 'links.read',
      async handle({ actor, environment, params, response }) {
        response.json(await getLink(deps, actor, { environment, id: params.id }));
      },
    }),
    route({
      operationId: 'getLinkTimeline',
      method: 'get',
      path: `${link}/timeline`,
      permission: 'links.read',
      async handle({ actor, environment, params, response }) {
        response.json(await getLinkTimeline(deps, actor, { environment, id: params.id }));
      },
    }),
    route({
      operationId: 'refreshLink',
      method: 'post',
      path: `${link}/refresh`,
      permission: 'links.refresh',
      async handle({ actor, environment, params, response }) {
        response.json(await refreshLink(deps, actor, { environment, id: params.id }));
      },
    }),
    route({
      operationId: 'resendLinkCallback',
      method: 'post',
      path: `${link}/resend-callback`,
      permission: 'links.resend-callback',
      async handle({ actor, environment, params, response }) {
        response.status(202).json(await resendLinkCallback(deps, actor, { environment, id: params.id }));
      },
    }),
    route({
      operationId: 'deleteLink',
      method: 'delete',
      path: link,
      permission: 'links.delete',
      async handle({ actor, environment, params, query, response }) {
        const request = { environment, id: params.id, confirm: query.confirm };
        const { outcome, link } = await deleteLink(deps, actor, request);
        response.status(outcome === 'deleted' ? 200 : 202).json(link);
      },
    }),
  ];
}
