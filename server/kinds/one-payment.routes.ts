import { type Route, route } from '../http/route.ts';
import { acknowledgePayment } from './acknowledge-payment.ts';
import { deletePayment } from './delete-payment.ts';
import { getPayment } from './get-payment.ts';
import { getPaymentQr } from './get-payment-qr.ts';
import { getPaymentTimeline } from './get-payment-timeline.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { refreshPayment } from './refresh-payment.ts';
import { resendPaymentCallback } from './resend-payment-callback.ts';

const payment = '/api/:environment/payments/:id';

/** What can be done with one payment, of any kind. */
export function onePaymentRoutes(deps: PaymentDeps): Route[] {
  return [
    route({
      operationId: 'getPayment',
      method: 'get',
      path: payment,
      permission: 'payments.read',
      async handle({ actor, environment, params, response }) {
        response.json(await getPayment(deps, actor, { environment, id: params.id }));
      },
    }),
    route({
      operationId: 'getPaymentTimeline',
      method: 'get',
      path: `${payment}/timeline`,
      permission: 'payments.read',
      async handle({ actor, environment, params, response }) {
        response.json(await getPaymentTimeline(deps, actor, { environment, id: params.id }));
      },
    }),
    route({
      operationId: 'getPaymentQr',
      method: 'get',
      path: `${payment}/qr`,
      permission: 'payments.read',
      async handle({ environment, params, response }) {
        const { contentType, bytes } = await getPaymentQr(deps, { environment, id: params.id });
        response.set({
          'Content-Type': contentType,
          'Content-Length': String(bytes.byteLength),
          // For this person's browser alone, which may show it again without asking.
          'Cache-Control': 'private, max-age=60',
          // An SVG of a stranger that somebody opens by its address runs nothing and loads nothing.
          'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        });
        response.end(bytes);
      },
    }),
    route({
      operationId: 'refreshPayment',
      method: 'post',
      path: `${payment}/refresh`,
      permission: 'payments.refresh',
      async handle({ actor, environment, params, response }) {
        response.json(await refreshPayment(deps, actor, { environment, id: params.id }));
      },
    }),
    route({
      operationId: 'resendPaymentCallback',
      method: 'post',
      path: `${payment}/resend-callback`,
      permission: 'payments.resend-callback',
      async handle({ actor, environment, params, response }) {
        response.status(202).json(await resendPaymentCallback(deps, actor, { environment, id: params.id }));
      },
    }),
    route({
      operationId: 'acknowledgePayment',
      method: 'post',
      path: `${payment}/acknowledge`,
      permission: 'payments.refresh',
      async handle({ actor, environment, params, response }) {
        response.json(await acknowledgePayment(deps, actor, { environment, id: params.id }));
      },
    }),
    route({
      operationId: 'deletePayment',
      method: 'delete',
      path: payment,
      permission: 'payments.delete',
      async handle({ actor, environment, params, query, response }) {
        const request = { environment, id: params.id, confirm: query.confirm };
        const { outcome, payment } = await deletePayment(deps, actor, request);
        response.status(outcome === 'deleted' ? 200 : 202).json(payment);
      },
    }),
  ];
}
