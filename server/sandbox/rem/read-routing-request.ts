import { parseWibLocal } from '../wib.ts';
import { RoutingRejection } from './routing-rejection.ts';

const minuteMs = 60_000;
/** From 1 minute to 1 hour after the request; 30 minutes when left out (rem-payment-routing.txt). */
const expiry = { shortestMs: minuteMs, longestMs: 60 * minuteMs, defaultMs: 30 * minuteMs };

export interface RoutingRequest {
  /** Empty when REM is to make one. */
  partnerTrxId: string;
  partnerUserId: string | null;
  needsFrontend: boolean;
  email: string;
  amountIdr: number;
  expiresAt: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a routing body; what no document names is ignored, as live callers need. Throws RoutingRejection. */
export function routingFields(body: unknown): Fields {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new RoutingRejection('400', 'Invalid request body');
  return { ...body };
}

/** Reads create-transaction (providers.md A.10); null and empty count as left out. Throws RoutingRejection. */
export function readRoutingRequest(body: unknown, nowMs: number): RoutingRequest {
  const fields = routingFields(body);
  // QRIS is the one method and the one source of funds.
  const amountIdr = amount(fields);
  if (fields.list_enable_payment_method !== 'QRIS') throw new RoutingRejection('400', 'Invalid list payment method');
  if (fields.list_enable_sof !== 'QRIS') throw new RoutingRejection('400', 'Invalid list source of fund');
  return {
    partnerTrxId: textIn(fields, 'partner_trx_id'),
    partnerUserId: textIn(fields, 'partner_user_id') || null,
    needsFrontend: flag(fields, 'need_frontend'),
    amountIdr,
    email: email(fields),
    expiresAt: expiresAt(fields, nowMs),
  };
}

/** A text, trimmed; empty when it is null or left out. */
export function textIn(fields: Fields, name: string): string {
  const value = fields[name] ?? '';
  if (typeof value !== 'string') throw new RoutingRejection('400', `${name} must be a string`);
  return value.trim();
}

/** The document calls it a String and shows a boolean; both pass (providers.md C.8). */
function flag(fields: Fields, name: string): boolean {
  const value = fields[name];
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw new RoutingRejection('400', `${name} must be true or false`);
}

function amount({ receive_amount: value }: Fields): number {
  if (value === undefined || value === null || value === '') throw new RoutingRejection('400', 'Amount is empty');
  const isValid = typeof value === 'number' && Number.isSafeInteger(value) && value >= 10_000 && value <= 10_000_000;
  if (!isValid) throw new RoutingRejection('400', 'Amount is not valid');
  return value;
}

function email(fields: Fields): string {
  const value = textIn(fields, 'sender_email');
  if (value && !/^[^\s@;,]+@[^\s@;,]+$/.test(value)) throw new RoutingRejection('247');
  return value;
}

function expiresAt(fields: Fields, nowMs: number): string {
  const value = textIn(fields, 'trx_expiration_time');
  if (!value) return new Date(nowMs + expiry.defaultMs).toISOString();
  const at = parseWibLocal(value);
  const aheadMs = at ? Date.parse(at) - nowMs : 0;
  // The text has whole seconds only, so a full hour ahead may be less than a second more by now.
  if (at && aheadMs > expiry.shortestMs - 1_000 && aheadMs <= expiry.longestMs + 1_000) return at;
  throw new RoutingRejection('400', 'Format expiration is yyyy-MM-dd HH:mm:ss and must be between 1 minute and 1 hour');
}
