import type { Order } from '../charges/charge.ts';
import { parseWibLocal } from '../wib.ts';
import { bankCodes, disabledWords, remOffers } from './rem-offers.ts';
import { RemRejection } from './rem-rejection.ts';

/** The longest life of a link: 31 days and 23 hours (providers.md A.3). */
const longestLifeMs = (31 * 24 + 23) * 60 * 60 * 1000;

export interface CreateRequest {
  /** Empty when REM is to make one. */
  partnerTxId: string;
  order: Order;
  expiresAt: string | null;
}

/**
 * Reads create-v2's body: as strict as providers.md A.3, as tolerant as live callers need (nulls and empty strings for
 * what is optional, blanks in lists, fields that no document has). Throws RemRejection.
 */
export function readCreateRequest(body: unknown, nowMs: number): CreateRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new RemRejection('Invalid request body');
  const fields: Readonly<Record<string, unknown>> = { ...body };
  const isOpenAmount = flag(fields, 'is_open');
  const partnerTxId = alphanumeric(fields, 'partner_tx_id', false);
  if (!isOpenAmount && !partnerTxId) throw new RemRejection('partner_tx_id is required when is_open is false');
  const order: Order = {
    amountIdr: amount(fields),
    isOpenAmount,
    includeAdminFee: flag(fields, 'include_admin_fee'),
    customerName: senderName(fields),
    description: alphanumeric(fields, 'description'),
    notes: alphanumeric(fields, 'notes'),
    email: emails(fields),
    phone: phone(fields),
    displayName: alphanumeric(fields, 'va_display_name') || null,
    disabledMethods: list(fields, 'list_disabled_payment_methods', disabledWords),
    enabledBanks: list(fields, 'list_enabled_banks', bankCodes),
  };
  checkPayable(order);
  return { partnerTxId, order, expiresAt: expiration(fields, nowMs) };
}

type Fields = Readonly<Record<string, unknown>>;

function flag(fields: Fields, name: string): boolean {
  const value = fields[name];
  if (typeof value !== 'boolean') throw new RemRejection(`${name} is required and must be boolean`);
  return value;
}

/** Left out and null count as empty. */
function text(fields: Fields, name: string): string {
  const value = fields[name] ?? '';
  if (typeof value !== 'string') throw new RemRejection(`${name} must be a string`);
  return value;
}

function alphanumeric(fields: Fields, name: string, allowsSpaces = true): string {
  const value = text(fields, name);
  const isAllowed = (allowsSpaces ? /^[A-Za-z0-9 ]*$/ : /^[A-Za-z0-9]*$/).test(value);
  if (!isAllowed) throw new RemRejection(`${name} must be alphanumeric`);
  return value;
}

function senderName(fields: Fields): string {
  const name = text(fields, 'sender_name');
  if (!name.trim()) throw new RemRejection('sender_name is required');
  if (!/^[A-Za-z ]+$/.test(name)) throw new RemRejection('sender_name must be letters and spaces');
  return name;
}

function amount(fields: Fields): number {
  const { amount } = fields;
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount)) throw new RemRejection('amount invalid');
  if (amount < 10_000) throw new RemRejection('amount must be at least 10000');
  return amount;
}

function emails(fields: Fields): string {
  const value = text(fields, 'email');
  const addresses = value.split(';').flatMap((address) => address.trim() || []);
  if (addresses.length > 3) throw new RemRejection('email takes at most 3 addresses');
  if (!addresses.every((address) => /^[^\s@;,]+@[^\s@;,]+$/.test(address))) throw new RemRejection('email invalid');
  return addresses.join(';');
}

/** Documented as numeric and sent as text; both pass (providers.md A.3). */
function phone(fields: Fields): string {
  const { phone_number: value } = fields;
  const digits = typeof value === 'number' ? String(value) : text(fields, 'phone_number');
  if (!/^\d*$/.test(digits)) throw new RemRejection('phone_number must be digits');
  return digits;
}

function list(fields: Fields, name: string, known: Readonly<Record<string, unknown>>): string[] {
  const value = text(fields, name);
  const words = value.split(',').flatMap((word) => word.trim() || []);
  if (!words.every((word) => Object.hasOwn(known, word))) throw new RemRejection(`${name} invalid`);
  return words;
}

/** At least one method must be able to take the amount; the others are simply not offered. */
function checkPayable(order: Order): void {
  const offers = (amountIdr: number) => remOffers({ ...order, amountIdr, isOpenAmount: true });
  if (offers(Number.MAX_SAFE_INTEGER).length === 0)
    throw new RemRejection('At least one payment method must be enabled');
  if (offers(order.amountIdr).length === 0) {
    const leastIdr = Math.min(...offers(Number.MAX_SAFE_INTEGER).map(({ minIdr }) => minIdr));
    throw new RemRejection(`amount must be at least ${leastIdr} for the enabled payment methods`);
  }
  if (remOffers(order).length === 0) throw new RemRejection('amount is too large for the enabled payment methods');
}

function expiration(fields: Fields, nowMs: number): string | null {
  const value = text(fields, 'expiration');
  if (!value) return null;
  const expiresAt = parseWibLocal(value);
  if (!expiresAt) throw new RemRejection('expiration must be yyyy-MM-dd HH:mm:ss');
  const aheadMs = Date.parse(expiresAt) - nowMs;
  if (aheadMs <= 0) throw new RemRejection('expiration must be in the future');
  if (aheadMs > longestLifeMs) throw new RemRejection('expiration must be within 31 days and 23 hours');
  return expiresAt;
}
