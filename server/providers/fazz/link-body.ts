import type { LinkOrder } from '../provider.ts';
import type { LinkBody } from './client.ts';
import { fazzTime } from './fazz-time.ts';

/** Fazz's words for the link that we want (providers.md B.2). The display name goes to both places (C.17). */
export function linkBody(order: LinkOrder & { provider: 'fazz' }): LinkBody {
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
        ...(order.expiresAt && { expiredAt: fazzTime(order.expiresAt) }),
        ...(displayName && { displayName, paymentMethodOptions: { displayName } }),
      },
    },
  };
}
