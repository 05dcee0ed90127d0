import { nowOf, type Twin } from '../twin.ts';
import type { Charge, LinkCharge, OneTimeCharge, Order, RoutingCharge, TwinProvider } from './charge.ts';
import { choiceAmong, type MethodChoice } from './choose-method.ts';
import { keepCharge } from './keep-charge.ts';

/** What only the charges of one kind have. */
type OfItsKind =
  | Pick<LinkCharge, 'kind'>
  | Pick<RoutingCharge, 'kind' | 'partnerUserId' | 'hasHostedPage' | 'imageId'>
  | Pick<OneTimeCharge, 'kind' | 'methodId' | 'returnUrl'>;

export interface NewCharge {
  provider: TwinProvider;
  id: string;
  reference: string;
  order: Order;
  /** Null: 24 hours from now, the default of links at both providers. */
  expiresAt: string | null;
  ofItsKind: OfItsKind;
  /** The method, where the payer has no choice; the charge then waits for the payment at once. */
  fixedMethod: MethodChoice | null;
}

/**
 * Makes a charge. Whether the reference may be used is the provider's rule, checked before. Throws NotOffered when the
 * fixed method does not take the amount.
 */
export function createCharge(twin: Twin, { ofItsKind, fixedMethod, ...given }: NewCharge): Charge {
  const createdAt = nowOf(twin);
  const charge: Charge = {
    id: given.id,
    provider: given.provider,
    ...ofItsKind,
    reference: given.reference,
    order: given.order,
    status: 'created',
    settlement: 'none',
    choice: null,
    payment: null,
    payerPhone: null,
    payerNote: null,
    createdAt,
    updatedAt: createdAt,
    expiresAt: given.expiresAt ?? new Date(Date.parse(createdAt) + 24 * 60 * 60 * 1000).toISOString(),
  };
  if (!fixedMethod) return keepCharge(twin, charge);
  const choice = choiceAmong(twin.providers[charge.provider].offers(charge), charge, fixedMethod, createdAt);
  return keepCharge(twin, { ...charge, status: 'waiting_payment', choice });
}
