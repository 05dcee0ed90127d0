import { wibDateTime } from '../instants.ts';
import type { LinkOrder } from '../provider.ts';
import type { CreateBody } from './client.ts';

/** Fazz's words for the link that we want (providers.md B.2). The display name goes to both places (C.17). */
export function orderBody(order: LinkOrder & { provider: 'fazz' }): CreateBody {
  const { displayName } = order;
  return {
    data: {
      attributes: {
        referenceId: order.reference,
        amount: order.amountIdr,
        customerName: order.customerName,
        customerEmail: order.emails[0] ?? '',
        customerPhoneNumber: order.phone,
        ...(order.description && { description: order.description }),
        ...(order.expiresAt && { expiredAt: `${wibDateTime(order.expiresAt).replace(' ', 'T')}+07:00` }),
        ...(displayName && { displayName, paymentMethodOptions: { displayName } }),
      },
    },
  };
}
