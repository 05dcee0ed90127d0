import type { components } from '../../../openapi/generated/fazz.ts';
import type { Content } from '../armings.ts';
import type { LinkCharge } from '../charges/charge.ts';
import { payerPath, type Twin } from '../twin.ts';
import { fazzTime } from '../wib.ts';
import { asSaid, fazzAmount, fazzStatus } from './fazz-statement.ts';

type Schemas = components['schemas'];

/**
 * The link as answers and callbacks carry it (fazz-payment-link.txt). The display name stands in both places in which it
 * was seen (providers.md C.17).
 */
export function linkResource(link: LinkCharge, addressOf: Twin['addressOf'], content: Content): object {
  const { order } = link;
  const status = fazzStatus(link);
  const attributes: Schemas['PaymentLinkAttributes'] = {
    status: status === 'processing' ? 'pending' : status,
    amount: fazzAmount(link),
    referenceId: link.reference,
    createdAt: fazzTime(link.createdAt),
    description: order.description,
    expiredAt: fazzTime(link.expiresAt),
    paymentLinkUrl: addressOf(payerPath(link.id)),
    customerName: order.customerName,
    customerEmail: order.email ?? '',
    customerPhoneNumber: order.phone ?? '',
    displayName: order.displayName,
    paymentMethodOptions: { displayName: order.displayName },
  };
  return asSaid('payment_links', link.id, attributes, content);
}
