import type { PaymentKind } from '../payments/payment.ts';
import type { ProviderName } from '../payments/statement.ts';

/** What a callback is about, as far as anybody could read it. */
export interface CalledBack {
  provider: ProviderName;
  kind: PaymentKind | null;
  /** Of the payment where the ledger holds it, else as the callback states it. */
  reference: string | null;
}

/**
 * What all callbacks about one payment have in common, also while the ledger does not hold it: they go to a destination one
 * after the other. What nobody could read goes by itself.
 */
export function orderKey(callbackId: number, { provider, kind, reference }: CalledBack): string {
  if (kind === null || reference === null) return `callback:${callbackId}`;
  return `${provider}:${kind}:${reference.toLowerCase()}`;
}
