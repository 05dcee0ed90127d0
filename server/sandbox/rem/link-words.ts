import type { components } from '../../../openapi/generated/rem.ts';
import type { ChargeStatus, Choice, Method } from '../charges/charge.ts';
import { bankCodes } from './rem-offers.ts';

type Schemas = components['schemas'];

/** REM's words in status and callback (providers.md A.4). */
export const statusWords: Record<ChargeStatus, Schemas['LinkStatus']> = {
  created: 'created',
  waiting_payment: 'waiting_payment',
  processing: 'charge_in_progress',
  paid: 'complete',
  failed: 'failed',
  expired: 'expired',
  closed: 'closed',
};

/** The same in GET, which writes them in upper case (providers.md C.4). */
export const upperStatusWords: Record<ChargeStatus, Schemas['LinkStatusUpper']> = {
  created: 'CREATED',
  waiting_payment: 'WAITING_PAYMENT',
  processing: 'CHARGE_IN_PROGRESS',
  paid: 'COMPLETE',
  failed: 'FAILED',
  expired: 'EXPIRED',
  closed: 'CLOSED',
};

const methodWords: Partial<Record<Method, Schemas['PaymentMethod']>> = {
  va: 'VA',
  qris: 'QRIS',
  ewallet: 'EWALLET',
  card: 'CC',
  bank_transfer: 'BANK_TRANSFER',
};

/** payment_method and sender_bank: bank code, `<wallet>_ewallet`, or the name of the application that paid a QRIS code. */
export function methodFields(choice: Choice | null) {
  if (!choice) return { payment_method: null, sender_bank: null };
  return { payment_method: methodWords[choice.method] ?? null, sender_bank: senderBank(choice) };
}

function senderBank({ method, channel }: Choice): string | null {
  if (method === 'ewallet') return `${channel}_ewallet`;
  if (method === 'va' || method === 'bank_transfer')
    return Object.entries(bankCodes).find(([, bank]) => bank === channel)?.[0] ?? null;
  return channel;
}
