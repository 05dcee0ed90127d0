import { type Route, route } from '../http/route.ts';
import { searchPayments } from '../payments/search-payments.ts';
import { totalPayments } from '../payments/total-payments.ts';
import { importPayment } from './import-payment.ts';
import { lookUpPayment } from './look-up-payment.ts';
import { onePaymentRoutes } from './one-payment.routes.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { simulatePayments } from './simulate-payments.ts';

/** Everything that can be done with payments of every kind alike, with the permission that it takes. */
export function paymentRoutes(deps: PaymentDeps): Route[] {
  return [
    route({
      operationId: 'searchPayments',
      method: 'get',
      path: '/api/:environment/payments',
      permission: 'payments.read',
      async handle({ environment, query: { kind: kinds, ...search }, response }) {
        response.json(await searchPayments(deps.db, { environment, ...search, ...(kinds && { kinds }) }, deps.clock()));
      },
    }),
    route({
      operationId: 'getPaymentTotals',
      method: 'get',
      path: '/api/:environment/payment-totals',
      permission: 'payments.read',
      async handle({ environment, query: { kind: kinds, ...filter }, response }) {
        response.json(await totalPayments(deps.db, { environment, ...filter, ...(kinds && { kinds }) }, deps.clock()));
      },
    }),
    route({
      operationId: 'lookUpPayment',
      method: 'post',
      path: '/api/:environment/payment-lookups',
      permission: 'payments.import',
      async handle({ environment, body, response }) {
        response.json(await lookUpPayment(deps, { environment, ...body }));
      },
    }),
    route({
      operationId: 'importPayment',
      method: 'post',
      path: '/api/:environment/payment-imports',
      permission: 'payments.import',
      async handle({ actor, environment, body, response }) {
        const { outcome, payment } = await importPayment(deps, actor, { environment, ...body });
        response.status(outcome === 'imported' ? 201 : 200).json(payment);
      },
    }),
    route({
      operationId: 'simulatePayments',
      method: 'post',
      path: '/api/:environment/payment-simulations',
      permission: 'payments.simulate',
      async handle({ actor, environment, body, response }) {
        response.json(await simulatePayments(deps, actor, { environment, ...body }));
      },
    }),
    ...onePaymentRoutes(deps),
  ];
}
