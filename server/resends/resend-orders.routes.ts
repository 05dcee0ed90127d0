import { type Route, route } from '../http/route.ts';
import type { Worker } from '../jobs/worker.ts';
import { cancelResendOrder } from './cancel-resend-order.ts';
import { continueResendOrder } from './continue-resend-order.ts';
import { createResendOrder } from './create-resend-order.ts';
import { listResendItems } from './list-resend-items.ts';
import { getResendOrder, listResendOrders, requireOrder } from './list-resend-orders.ts';
import { pauseResendOrder } from './pause-resend-order.ts';
import { previewResendOrder } from './preview-resend-order.ts';
import type { ResendDeps } from './resend-deps.ts';
import { resumeResendOrder } from './resume-resend-order.ts';
import { writeResendItems } from './write-resend-items.ts';

const orders = '/api/:environment/resend-orders';
const order = `${orders}/:orderId`;

/** Orders to send many callbacks again; the worker is told when something is due. */
export function resendOrderRoutes(deps: ResendDeps, worker: Pick<Worker, 'nudge'>): Route[] {
  return [
    route({
      operationId: 'listResendOrders',
      method: 'get',
      path: orders,
      permission: 'callbacks.read',
      async handle({ environment, query, response }) {
        response.json(await listResendOrders(deps, environment, query));
      },
    }),
    route({
      operationId: 'previewResendOrder',
      method: 'post',
      path: '/api/:environment/resend-previews',
      permission: 'callbacks.resend-many',
      async handle({ actor, environment, body, response }) {
        response.json(await previewResendOrder(deps, actor, environment, body));
      },
    }),
    route({
      operationId: 'createResendOrder',
      method: 'post',
      path: orders,
      permission: 'callbacks.resend-many',
      async handle({ actor, environment, headers, body, response }) {
        const request = { environment, idempotencyKey: headers['idempotency-key'], body };
        const { outcome, order } = await createResendOrder(deps, actor, request);
        worker.nudge();
        response.status(outcome === 'created' ? 201 : 200).json(order);
      },
    }),
    route({
      operationId: 'getResendOrder',
      method: 'get',
      path: order,
      permission: 'callbacks.read',
      async handle({ environment, params, response }) {
        response.json(await getResendOrder(deps, { environment, id: params.orderId }));
      },
    }),
    route({
      operationId: 'listResendItems',
      method: 'get',
      path: `${order}/items`,
      permission: 'callbacks.read',
      async handle({ environment, params, query, response }) {
        response.json(await listResendItems(deps, { environment, id: params.orderId, ...query }));
      },
    }),
    route({
      operationId: 'downloadResendItems',
      method: 'get',
      path: `${order}/items.csv`,
      permission: 'callbacks.read',
      async handle({ environment, params, response }) {
        const { id } = await requireOrder(deps, { environment, id: params.orderId });
        response.set({
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': `attachment; filename="${id}.csv"`,
        });
        for await (const lines of writeResendItems(deps, { id })) response.write(lines);
        response.end();
      },
    }),
    ...changes(deps, worker),
  ];
}

/** What a person does with an order that is there. */
function changes(deps: ResendDeps, worker: Pick<Worker, 'nudge'>): Route[] {
  return [
    route({
      operationId: 'continueResendOrder',
      method: 'post',
      path: `${order}/continue`,
      permission: 'callbacks.resend-many',
      async handle({ actor, environment, params, response }) {
        const continued = await continueResendOrder(deps, actor, { environment, id: params.orderId });
        worker.nudge();
        response.json(continued);
      },
    }),
    route({
      operationId: 'pauseResendOrder',
      method: 'post',
      path: `${order}/pause`,
      permission: 'callbacks.resend-many',
      async handle({ actor, environment, params, response }) {
        response.json(await pauseResendOrder(deps, actor, { environment, id: params.orderId }));
      },
    }),
    route({
      operationId: 'resumeResendOrder',
      method: 'post',
      path: `${order}/resume`,
      permission: 'callbacks.resend-many',
      async handle({ actor, environment, params, response }) {
        const resumed = await resumeResendOrder(deps, actor, { environment, id: params.orderId });
        worker.nudge();
        response.json(resumed);
      },
    }),
    route({
      operationId: 'cancelResendOrder',
      method: 'post',
      path: `${order}/cancel`,
      permission: 'callbacks.resend-many',
      async handle({ actor, environment, params, response }) {
        response.json(await cancelResendOrder(deps, actor, { environment, id: params.orderId }));
      },
    }),
  ];
}
