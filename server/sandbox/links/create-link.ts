import { nowOf, type Twin } from '../twin.ts';
import { keepLink } from './keep-link.ts';
import type { Link, LinkOrder, TwinProvider } from './link.ts';

export interface NewLink {
  provider: TwinProvider;
  id: string;
  reference: string;
  order: LinkOrder;
  /** Null: 24 hours from now, the default of both providers. */
  expiresAt: string | null;
}

/** Makes a link. Whether the reference may be used is the provider's rule, checked before. */
export function createLink(twin: Twin, { provider, id, reference, order, expiresAt }: NewLink): Link {
  const createdAt = nowOf(twin);
  return keepLink(twin, {
    id,
    provider,
    kind: 'link',
    reference,
    order,
    status: 'created',
    settlement: 'none',
    choice: null,
    payment: null,
    payerPhone: null,
    payerNote: null,
    createdAt,
    updatedAt: createdAt,
    expiresAt: expiresAt ?? new Date(Date.parse(createdAt) + 24 * 60 * 60 * 1000).toISOString(),
  });
}
