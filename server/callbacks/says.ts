import type { PaymentKind } from '../payments/payment.ts';
import type { PaymentStatus, Settlement } from '../payments/statement.ts';
import type { CallbackReading } from '../providers/provider.ts';

/** What a callback says, as the list of callbacks shows and finds it. */
export interface Says {
  kind: PaymentKind | null;
  reference: string | null;
  providerPaymentId: string | null;
  status: PaymentStatus | null;
  settlement: Settlement | null;
  providerStatus: string | null;
  /** What was paid, or else what is to be paid. */
  amountIdr: number | null;
  deviations: string[];
}

/** Of a callback that nobody could read. */
export const saysNothing: Says = {
  kind: null,
  reference: null,
  providerPaymentId: null,
  status: null,
  settlement: null,
  providerStatus: null,
  amountIdr: null,
  deviations: [],
};

/** What a callback says that was read. */
export function saysOf(reading: Extract<CallbackReading, { kind: 'statement' }>): Says {
  const { about, reference, providerPaymentId, statement, deviations } = reading;
  const { status, settlement, providerStatus, paidAmountIdr, amountIdr } = statement;
  return {
    kind: about,
    reference,
    providerPaymentId,
    status,
    settlement,
    providerStatus,
    amountIdr: paidAmountIdr ?? amountIdr,
    deviations,
  };
}

/** Far more than a real callback has; what stands behind it in a larger one is kept, but not found by its words. */
const mostBytes = 16_000;

/**
 * A body as text to look for words in: in lower case, with the escapes of JSON resolved (`\/`, `\u00e9`), whatever its bytes.
 * The database cannot keep a NUL.
 */
export function searchTextOf(body: Uint8Array, paymentId: string | null): string {
  const text = new TextDecoder()
    .decode(body.subarray(0, mostBytes))
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\\/', '/');
  return `${paymentId ?? ''} ${text}`.replaceAll('\u0000', ' ').toLowerCase();
}
