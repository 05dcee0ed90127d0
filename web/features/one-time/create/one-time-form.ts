import type { FazzBank, OneTimeMethod, Outlet, Wallet } from '../../../../openapi/rules/channels.ts';
import { amountRange, checkOneTimeInput, oneTimeExpiryRange } from '../../../../openapi/rules/one-time-rules.ts';
import type { FieldError } from '../../../api/problem.ts';
import { present, text } from '../../../create/draft.ts';
import { endOf, expiresAtOf, type LifetimeForm, missingEnd } from '../../../create/lifetime.ts';
import { endOfMinutes, type MinutesForm, missingMinutes } from '../../../create/minutes.ts';

/** What the form holds: everything as it was typed, for whichever method is chosen. */
export interface OneTimeForm extends LifetimeForm, MinutesForm {
  method: OneTimeMethod;
  bank: FazzBank;
  outlet: Outlet;
  wallet: Wallet;
  displayName: string;
  suffixNumber: string;
  returnUrl: string;
  /** Whole rupiah; null while empty. */
  amountIdr: number | null;
  description: string;
  reference: string;
}

export const emptyForm: OneTimeForm = {
  method: 'va',
  bank: 'bca',
  outlet: 'alfamart',
  wallet: 'shopeepay',
  displayName: '',
  suffixNumber: '',
  returnUrl: '',
  amountIdr: null,
  description: '',
  reference: '',
  lifetime: '24h',
  expiresAt: '',
  minuteChoice: '30',
  minutes: '',
};

/** Under which the page after a payment is kept on this device: it is mostly the same, and nobody knows it by heart. */
export const returnUrlKey = 'return-url';

type Method = Pick<OneTimeForm, 'method'>;

/** Whether it lives for minutes and not for hours or days: an e-wallet keeps a payment for an hour at most (providers.md B.5). */
export const livesMinutes = ({ method }: Method): boolean => method === 'ewallet';

/** The bank, outlet or wallet that is chosen; a QRIS payment has none. */
export function channelOf({
  method,
  bank,
  outlet,
  wallet,
}: Pick<OneTimeForm, 'method' | 'bank' | 'outlet' | 'wallet'>): FazzBank | Outlet | Wallet | undefined {
  return { va: bank, retail_outlet: outlet, ewallet: wallet, qris: undefined }[method];
}

/** When the payment ends; null while that is not chosen. */
export function endIn(form: OneTimeForm, now: Date): Date | null {
  return livesMinutes(form) ? endOfMinutes(form, oneTimeExpiryRange(form.method, now), now) : endOf(form, now);
}

/** The form in the words of the API: what the chosen method asks for. Blanks at the ends go, empty fields are left out. */
export function toInput(form: OneTimeForm, now: Date): object {
  const { method } = form;
  return present({
    method,
    channel: channelOf(form),
    displayName: method === 'ewallet' ? undefined : text(form.displayName),
    suffixNumber: method === 'va' ? text(form.suffixNumber) : undefined,
    returnUrl: method === 'ewallet' ? text(form.returnUrl) : undefined,
    amountIdr: form.amountIdr ?? undefined,
    description: text(form.description),
    reference: text(form.reference),
    expiresAt: livesMinutes(form) ? endIn(form, now)?.toISOString() : expiresAtOf(form, now),
  });
}

/** An end that is still to be chosen. */
export function missingIn(form: OneTimeForm): FieldError[] {
  return livesMinutes(form) ? missingMinutes(form) : missingEnd(form);
}

/** Where in the form a field of the input stands. */
export function placeOf(form: OneTimeForm, { field }: FieldError): string {
  if (field === 'channel') return { va: 'bank', retail_outlet: 'outlet', ewallet: 'wallet', qris: field }[form.method];
  return field === 'expiresAt' && livesMinutes(form) ? 'minutes' : field;
}

/** The rules. An amount beyond what the contract takes by a method is told the limits of the bank or outlet, which may be narrower. */
export function checkInput(input: object, now: Date): FieldError[] {
  return checkOneTimeInput(input, now).map((error) => {
    const { method, channel } = input as Pick<OneTimeForm, 'method'> & { channel?: string };
    if (error.field !== 'amountIdr' || typeof error.limit !== 'number') return error;
    const { minIdr, maxIdr } = amountRange(method, channel);
    return { ...error, limit: error.code.startsWith('too_large') ? maxIdr : minIdr };
  });
}
