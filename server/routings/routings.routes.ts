import { type Route, route } from '../http/route.ts';
import { createPayment } from '../kinds/create-payment.ts';
import type { PaymentDeps } from '../kinds/payment-deps.ts';
import { routingKind } from './routing-kind.ts';

/** What routings alone have; whatever else may be done with them is under /payments (kinds/payments.routes.ts). */
export function routingRoutes(deps: PaymentDeps): Route[] {
  return [
    route({
      operationId: 'createRouting',
      method: 'post',
      path: '/api/:environment/routings',
      permission: 'payments.create',
      async handle({ actor, environment, headers, body, response }) {
        const request = { environment, idempotencyKey: headers['idempotency-key'], body };
        const { outcome, payment } = await createPayment(deps, routingKind, actor, request);
        response.status({ created: 201, repeated: 200, pending: 202 }[outcome]).json(payment);
      },
    }),
  ];
}
