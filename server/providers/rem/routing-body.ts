import { wibDateTime } from '../instants.ts';
import type { RoutingOrder } from '../provider.ts';
import type { RoutingBody } from './client.ts';

/** REM's words for the routing that we want (providers.md A.10). QRIS is the only method and the only source of funds. */
export function routingBody(order: RoutingOrder): RoutingBody {
  const [email] = order.emails ?? [];
  return {
    partner_trx_id: order.reference,
    need_frontend: order.hasHostedPage,
    receive_amount: order.amountIdr,
    list_enable_payment_method: 'QRIS',
    list_enable_sof: 'QRIS',
    trx_expiration_time: wibDateTime(order.expiresAt),
    ...(order.partnerUserId && { partner_user_id: order.partnerUserId }),
    ...(email && { sender_email: email }),
  };
}
