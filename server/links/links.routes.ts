import { type Route, route } from '../http/route.ts';
import { createPayment } from '../kinds/create-payment.ts';
import { deletePayment } from '../kinds/delete-payment.ts';
import { getPayment } from '../kinds/get-payment.ts';
import { getPaymentTimeline } from '../kinds/get-payment-timeline.ts';
import type { PaymentDeps } from '../kinds/payment-deps.ts';
import { refreshPayment } from '../kinds/refresh-payment.ts';
import { resendPaymentCallback } from '../kinds/resend-payment-callback.ts';
import { searchPayments } from '../payments/search-payments.ts';
import { linkKind } from './link-kind.ts';

const links = '/api/:environment/links';
const link = `${links}/:id`;
const { kind } = linkKind;

/** Payment links at the addresses that they had before there were other kinds: the verbs of payments, for links alone. */
export function linkRoutes(deps: PaymentDeps): Route[] {
  return [
    route({
      operationId: 'searchLinks',
      method: 'get',
      path: links,
      permission: 'payments.read',
      async handle({ environment, query, response }) {
        response.json(await searchPayments(deps.db, { environment, ...query, kinds: [kind] }, deps.clock()));
      },
    }),
    route({
      operationId: 'createLink',
      method: 'post',
      path: links,
      permission: 'payments.create',
      async handle({ actor, environment, headers, body, response }) {
        const request = { environment, idempotencyKey: headers['idempotency-key'], body };
        const { outcome, payment } = await createPayment(deps, linkKind, actor, request);
        response.status({ created: 201, repeated: 200, pending: 202 }[outcome]).json(payment);
      },
    }),
    route({
      operationId: 'getLink',
      method: 'get',
      path: link,
      permission: 'payments.read',
      async handle({ actor, environment, params, response }) {
        response.json(await getPayment(deps, actor, { environment, id: params.id, kind }));
      },
    }),
    route({
      operationId: 'getLinkTimeline',
      method: 'get',
      path: `${link}/timeline`,
      permission: 'payments.read',
      async handle({ actor, environment, params, response }) {
        response.json(await getPaymentTimeline(deps, actor, { environment, id: params.id, kind }));
      },
    }),
    route({
      operationId: 'refreshLink',
      method: 'post',
      path: `${link}/refresh`,
      permission: 'payments.refresh',
      async handle({ actor, environment, params, response }) {
        response.json(await refreshPayment(deps, actor, { environment, id: params.id, kind }));
      },
    }),
    route({
      operationId: 'resendLinkCallback',
      method: 'post',
      path: `${link}/resend-callback`,
      permission: 'payments.resend-callback',
      async handle({ actor, environment, params, response }) {
        response.status(202).json(await resendPaymentCallback(deps, actor, { environment, id: params.id, kind }));
      },
    }),
    route({
      operationId: 'deleteLink',
      method: 'delete',
      path: link,
      permission: 'payments.delete',
      async handle({ actor, environment, params, query, response }) {
        const request = { environment, id: params.id, kind, confirm: query.confirm };
        const { outcome, payment } = await deletePayment(deps, actor, request);
        response.status(outcome === 'deleted' ? 200 : 202).json(payment);
      },
    }),
  ];
}
