import type { components } from '../../../openapi/generated/fazz.ts';
import type { Content } from '../armings.ts';
import type { Link, LinkStatus } from '../links/link.ts';
import { fazzTime } from '../wib.ts';

type Schemas = components['schemas'];

/** Fazz knows nothing between pending and paid (providers.md B.2); paid becomes completed with settlement. */
const statusWords: Record<LinkStatus, Schemas['PaymentLinkStatus']> = {
  created: 'pending',
  waiting_payment: 'pending',
  processing: 'pending',
  paid: 'paid',
  failed: 'failed',
  expired: 'expired',
  closed: 'cancelled',
};

export const fazzStatus = (link: Link): Schemas['PaymentLinkStatus'] =>
  link.settlement === 'success' ? 'completed' : statusWords[link.status];

/**
 * The link as answers and callbacks carry it (fazz-payment-link.txt). The display name stands in both places in which it
 * was seen (providers.md C.17).
 */
export function linkDocument(link: Link, payerUrl: string, content: Content): object {
  const { order } = link;
  const attributes: Schemas['PaymentLinkAttributes'] = {
    status: fazzStatus(link),
    amount: `${order.amountIdr}.0`,
    referenceId: link.reference,
    createdAt: fazzTime(link.createdAt),
    description: order.description,
    expiredAt: fazzTime(link.expiresAt),
    paymentLinkUrl: payerUrl,
    customerName: order.customerName,
    customerEmail: order.email ?? '',
    customerPhoneNumber: order.phone ?? '',
    displayName: order.displayName,
    paymentMethodOptions: { displayName: order.displayName },
  };
  const strange = {
    ...(content.hasUnknownStatus && { status: 'on_hold' }),
    ...(content.hasUnknownField && { sandboxUnknownField: 'no document has this field' }),
  };
  return { data: { id: link.id, type: 'payment_links', attributes: { ...attributes, ...strange } } };
}
