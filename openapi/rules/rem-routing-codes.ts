/**
 * Every response code that REM documents for payment routings (providers.md A.13, rem-payment-routing), the same for browser and server.
 * docs/rem-response-codes.md explains each; the browser's words for it go by its key.
 */
interface RoutingCodeEntry {
  readonly code: string;
  /** Final: REM has decided, and nothing more will become of the request. Not final: what became of it is open. */
  readonly isFinal: boolean;
  /** Of a code with several reasons: what REM's message says of this one, in lower case and without punctuation. */
  readonly says?: string;
}

const entries = {
  success: { code: '000', isFinal: true },
  duplicate_reference: { code: '203', isFinal: true },
  reference_not_found: { code: '204', isFinal: true },
  credentials_not_valid: { code: '254', isFinal: true },
  deactivation_failed: { code: '300', isFinal: false },
  amount_not_valid: { code: '400', isFinal: true, says: 'amount is not valid' },
  amount_empty: { code: '400', isFinal: true, says: 'amount is empty' },
  payment_method_not_valid: { code: '400', isFinal: true, says: 'invalid list payment method' },
  source_of_funds_not_valid: { code: '400', isFinal: true, says: 'invalid list source of fund' },
  expiry_not_valid: { code: '400', isFinal: true, says: 'format expiration' },
  product_not_configured: { code: '400', isFinal: true, says: 'invalid config product' },
  qr_maintenance: { code: '402', isFinal: true },
  too_many_requests: { code: '429', isFinal: true },
  general_error: { code: '901', isFinal: false },
} as const satisfies Record<string, RoutingCodeEntry>;

export type RoutingCodeKey = keyof typeof entries;

/** One response code of REM's routings; of 400, one of its six reasons. */
export interface RoutingCode extends RoutingCodeEntry {
  readonly key: RoutingCodeKey;
}

/** The catalogue, by code. */
export const routingCodes: readonly RoutingCode[] = (Object.keys(entries) as RoutingCodeKey[]).map((key) => ({
  key,
  ...entries[key],
}));

/**
 * The entry that a code of REM means; its message tells the reasons of one code apart, whatever its case and punctuation. Null for a code
 * that REM does not document for routings, and for a reason of a documented one that it does not document.
 */
export function routingCodeOf(code: string | number | null, message: string | null): RoutingCode | null {
  const wanted = plainCode(String(code ?? ''));
  const said = plain(message ?? '');
  return routingCodes.find((entry) => entry.code === wanted && (!entry.says || said.includes(entry.says))) ?? null;
}

/** REM's table writes 0 what its samples and all callers write "000" (providers.md C.7). */
function plainCode(code: string): string {
  const trimmed = code.trim();
  return /^0+$/.test(trimmed) ? '000' : trimmed;
}

function plain(message: string): string {
  return message
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
