import type { components } from '../../../openapi/generated/fazz.ts';
import type { Content } from '../armings.ts';
import type { Charge, ChargeStatus } from '../charges/charge.ts';

type FazzStatus = components['schemas']['PaymentStatus'];

const statusWords: Record<ChargeStatus, FazzStatus> = {
  created: 'pending',
  waiting_payment: 'pending',
  processing: 'pending',
  paid: 'paid',
  failed: 'failed',
  expired: 'expired',
  closed: 'cancelled',
};

/**
 * The status in Fazz's word; paid becomes completed with settlement. Links know nothing between pending and paid
 * (providers.md B.2), payments have processing (B.4).
 */
export function fazzStatus({ kind, status, settlement }: Charge): FazzStatus {
  if (settlement === 'success') return 'completed';
  return kind === 'one-time' && status === 'processing' ? 'processing' : statusWords[status];
}

/** What Fazz says was paid, or is to be: the only amount that its documents have. */
export const fazzAmount = ({ order, payment }: Charge) => `${payment?.paidAmountIdr ?? order.amountIdr}.0`;

/** A resource with the attributes as content scenarios want them. */
export function asSaid(type: 'payment' | 'payment_links', id: string, attributes: object, content: Content) {
  const said = new Map<string, unknown>(Object.entries(attributes));
  if (content.has('times_without_zone'))
    for (const name of ['createdAt', 'expiredAt']) said.set(name, withoutZone(String(said.get(name))));
  if (content.has('unknown_status')) said.set('status', 'on_hold');
  if (content.has('missing_field')) said.delete('status');
  if (content.has('unknown_field')) said.set('sandboxUnknownField', 'no document has this field');
  return { id, type, attributes: Object.fromEntries(said) };
}

const withoutZone = (time: string) => time.replace(/( ?[+-]\d\d:?\d\d|Z)$/, '');
