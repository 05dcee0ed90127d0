import type { Order } from '../charges/charge.ts';
import type { MethodChoice } from '../charges/choose-method.ts';
import { FazzRefusal } from './fazz-refusal.ts';
import { methodTypes, oneTimeBanks, outlets, staticOnlyBanks, wallets } from './payment-methods.ts';
import { type Attributes, amountIn, expiryIn, optional, record, required } from './read-create-request.ts';

const minuteMs = 60_000;

export interface PaymentRequest {
  order: Order;
  method: MethodChoice;
  /** E-wallets only. */
  returnUrl: string | null;
  expiresAt: string;
}

/** Reads a new payment (providers.md B.3). Whether the method takes the amount is checked with its limits. Throws FazzRefusal. */
export function readPaymentRequest(attributes: Attributes, nowMs: number): PaymentRequest {
  const { paymentMethodType, currency } = attributes;
  const type = methodTypes.find((each) => each.type === paymentMethodType);
  if (!type)
    throw new FazzRefusal('005', `paymentMethodType must be ${methodTypes.map((each) => each.type).join(', ')}`);
  if ((currency ?? 'IDR') !== 'IDR') throw new FazzRefusal('005', 'currency must be IDR');
  const options = record(attributes.paymentMethodOptions);
  if (!options) throw new FazzRefusal('005', 'paymentMethodOptions is missing');
  const isWallet = type.method === 'ewallet';
  return {
    order: {
      amountIdr: amountIn(attributes),
      isOpenAmount: false,
      includeAdminFee: false,
      customerName: '',
      description: optional(attributes, 'description', 1_000),
      notes: null,
      email: null,
      phone: null,
      displayName: isWallet ? null : required(options, 'displayName', 255),
      disabledMethods: [],
      enabledBanks: [],
    },
    method: { method: type.method, channel: channelOf(type.type, options) },
    returnUrl: isWallet ? webAddress(options, 'afterSettlementReturnUrl') : null,
    expiresAt: expiryWithin(expiryIn(attributes, nowMs), type.expiry, nowMs),
  };
}

function channelOf(type: (typeof methodTypes)[number]['type'], options: Attributes): string | null {
  if (type === 'qris') return null;
  if (type === 'retail_outlet') return wordAmong(options, 'retailOutletName', outlets);
  if (type === 'e-wallet') return wordAmong(options, 'providerCode', wallets);
  const staticOnly = staticOnlyBanks.find((bank) => bank === options.bankShortCode);
  if (staticOnly) throw new FazzRefusal('003', `${staticOnly} has static accounts only`);
  const bank = wordAmong(options, 'bankShortCode', oneTimeBanks);
  checkSuffix(optional(options, 'suffixNo', 30), bank);
  return bank;
}

/** Which banks take a suffix and how long is not documented: one that does not, and eight digits, are our own. */
function checkSuffix(suffixNo: string | null, bank: string): void {
  if (!suffixNo) return;
  if (!/^\d+$/.test(suffixNo)) throw new FazzRefusal('005', 'suffixNo must all be numbers');
  if (bank === 'sahabat_sampoerna') throw new FazzRefusal('TXN0006', 'suffixNo is not supported for this bank');
  if (suffixNo.length > 8) throw new FazzRefusal('TXN0007', 'suffixNo must have at most 8 digits');
}

/** One of the words, as our channel code. */
function wordAmong(options: Attributes, name: string, words: readonly string[]): string {
  const word = required(options, name, 50);
  if (!words.includes(word)) throw new FazzRefusal('005', `${name} must be one of ${words.join(', ')}`);
  return word.toLowerCase();
}

function webAddress(options: Attributes, name: string): string {
  const text = required(options, name, 2_000);
  if (!URL.canParse(text)) throw new FazzRefusal('005', `${name} must be an address`);
  return text;
}

function expiryWithin(
  wished: string | null,
  { minMinutes, maxMinutes, defaultMinutes }: (typeof methodTypes)[number]['expiry'],
  nowMs: number,
): string {
  if (!wished) return new Date(nowMs + defaultMinutes * minuteMs).toISOString();
  // Requests have whole seconds and take a moment to arrive.
  const aheadMs = Date.parse(wished) - nowMs;
  if (minMinutes !== null && aheadMs < minMinutes * minuteMs - 5_000)
    throw new FazzRefusal('005', `expiredAt must be at least ${minMinutes} minutes ahead`);
  if (maxMinutes !== null && aheadMs > maxMinutes * minuteMs + 1_000)
    throw new FazzRefusal('005', `expiredAt must be at most ${maxMinutes} minutes ahead`);
  return wished;
}
