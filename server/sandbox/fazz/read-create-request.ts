import type { Order } from '../charges/charge.ts';
import { FazzRefusal } from './fazz-refusal.ts';

/** The most that any method of a link takes (providers.md B.5, virtual accounts). */
const largestAmountIdr = 100_000_000;

export interface CreateRequest {
  order: Order;
  expiresAt: string | null;
}

export type Attributes = Readonly<Record<string, unknown>>;

/** The attributes of a JSON:API body; unknown ones are tolerated (providers.md B.1). Throws FazzRefusal. */
export function attributesOf(body: unknown): Attributes {
  const attributes = record(record(body)?.data)?.attributes;
  const found = record(attributes);
  if (!found) throw new FazzRefusal('005', 'data.attributes is missing');
  return found;
}

/** referenceId: unique, and the idempotency key (providers.md B.7). */
export const referenceIdOf = (attributes: Attributes): string => required(attributes, 'referenceId', 255);

/** Reads the rest of a new link (providers.md B.2). Throws FazzRefusal. */
export function readCreateRequest(attributes: Attributes, nowMs: number): CreateRequest {
  const email = required(attributes, 'customerEmail', 254);
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new FazzRefusal('005', 'customerEmail is invalid');
  const options = record(attributes.paymentMethodOptions);
  return {
    order: {
      amountIdr: amountIn(attributes),
      isOpenAmount: false,
      includeAdminFee: false,
      customerName: required(attributes, 'customerName', 255),
      description: optional(attributes, 'description', 1_000),
      notes: null,
      email,
      phone: required(attributes, 'customerPhoneNumber', 30),
      displayName: optional(attributes, 'displayName', 255) ?? (options && optional(options, 'displayName', 255)),
      disabledMethods: [],
      enabledBanks: [],
    },
    expiresAt: expiryIn(attributes, nowMs),
  };
}

const isRecord = (value: unknown): value is Attributes =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const record = (value: unknown) => (isRecord(value) ? value : null);

/** Null counts as left out. */
export function optional(attributes: Attributes, name: string, maxLength: number): string | null {
  const value = attributes[name] ?? null;
  if (value === null) return null;
  if (typeof value !== 'string') throw new FazzRefusal('005', `${name} must be a string`);
  if (value.length > maxLength) throw new FazzRefusal('005', `${name} is longer than ${maxLength} characters`);
  return value;
}

export function required(attributes: Attributes, name: string, maxLength: number): string {
  const value = optional(attributes, name, maxLength);
  if (!value?.trim()) throw new FazzRefusal('005', `${name} is missing`);
  return value;
}

/** Whole rupiah; what a method really takes is checked with its limits. */
export function amountIn(attributes: Attributes): number {
  const { amount } = attributes;
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount))
    throw new FazzRefusal('005', 'amount must be an integer');
  if (amount < 1) throw new FazzRefusal('TXN0002', 'amount must be greater than 0');
  if (amount > largestAmountIdr) throw new FazzRefusal('TXN0003', `amount must not exceed ${largestAmountIdr}`);
  return amount;
}

/** ISO 8601 with an offset, in the future; null counts as left out (caller 10). */
export function expiryIn(attributes: Attributes, nowMs: number): string | null {
  const value = optional(attributes, 'expiredAt', 40);
  if (value === null) return null;
  const isFormed = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(value);
  const ms = Date.parse(value);
  if (!isFormed || Number.isNaN(ms)) throw new FazzRefusal('005', 'expiredAt must be ISO 8601 with an offset');
  if (ms <= nowMs) throw new FazzRefusal('005', 'expiredAt must be in the future');
  return new Date(ms).toISOString();
}
