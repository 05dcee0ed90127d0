import { type Statement, silent } from '../../payments/statement.ts';
import type { PaymentPort, ProviderFailure, RoutingOrder } from '../provider.ts';
import type { Ask } from './ask.ts';
import type { RemClient, RoutingStatusQuery } from './client.ts';
import { firstFound, receiptNumbers } from './look-up.ts';
import { routingBody } from './routing-body.ts';
import { translateRoutingCreated, translateRoutingStatus } from './translate-routing.ts';

/** REM's QRIS routings. check-status is the only read; REM's page has no deletion and no list (providers.md A.14, A.15). */
export function createRoutingPort(client: RemClient, ask: Ask): PaymentPort<RoutingOrder> {
  const operation = 'checkPaymentRoutingStatus';
  const readStatus = (query: RoutingStatusQuery) =>
    ask(operation, 'read', client.checkPaymentRoutingStatus(query), translateRoutingStatus);

  return {
    create: (order) =>
      ask.create('createPaymentRouting', client.createPaymentRouting(routingBody(order)), translateRoutingCreated),
    read: ({ reference }) => readStatus({ partner_trx_id: reference }),
    /** By a read: a repeated creation is refused with 203, or changes the routing, as OY has it (providers.md A.10). */
    async resolveCreation(order) {
      const answer = await readStatus({ partner_trx_id: order.reference });
      return answer.kind === 'answer' && isAnother(answer.statement, order)
        ? { kind: 'absent', raw: answer.raw }
        : answer;
    },
    /** Each attempt with one of the two numbers that check-status takes: both together are an error. */
    async lookUp(value, by) {
      const byReference = () => readStatus({ partner_trx_id: value });
      const byReceipt = receiptNumbers(value).map(
        (payment_reference_number) => () => readStatus({ payment_reference_number }),
      );
      switch (by) {
        case 'reference':
          return firstFound([byReference]);
        case 'paymentReferenceNumber':
          return firstFound(byReceipt);
        case 'providerPaymentId':
          return { kind: 'cannot_look_up' };
        case undefined:
          return firstFound([byReference, ...byReceipt]);
      }
    },
    delete: null,
    resendCallback({ reference }) {
      const sent = client.checkPaymentRoutingStatus({ partner_trx_id: reference, send_callback: true });
      return ask(operation, 'write', sent, translateRoutingStatus);
    },
    simulate: {
      async payment({ providerPaymentId: id }) {
        if (id === null) return idUnknown;
        const sent = client.simulatePaymentRoutingCallback({ payment_routing_id: id });
        const answer = await ask('simulatePaymentRoutingCallback', 'write', sent, (_, saysSuccess) =>
          saysSuccess ? { statement: silent, deviations: [] } : null,
        );
        return answer.kind === 'answer' ? { kind: 'done', raw: answer.raw } : answer;
      },
    },
    list: null,
  };
}

/** No QR lives longer (rem-payment-routing, "List of Allowed Payment Methods and SOF"). */
const longestLifeMs = 60 * 60_000;

/**
 * Whether a routing under our reference is not the one that we ordered: of another amount, or at its end before ours was asked
 * for. REM keeps one under a reference and refuses a second with 203, so ours was then never made.
 */
function isAnother({ amountIdr, expiresAt }: Statement, order: RoutingOrder): boolean {
  if (amountIdr !== null && amountIdr !== order.amountIdr) return true;
  return expiresAt !== null && Date.parse(expiresAt) <= Date.parse(order.expiresAt) - longestLifeMs;
}

const idUnknown: ProviderFailure = {
  kind: 'unavailable',
  message: 'it simulates payments only by its own id of the routing, which is not known yet',
  retryAfterMs: null,
  isAboutAccount: false,
  raw: null,
};
