import { type RemBank, type RemMethod, remBanks, remMethods } from '../../../../openapi/rules/channels.ts';
import type { CreateLinkInput } from '../../../api/link-actions.ts';
import { endOf, type Lifetime } from './lifetime.ts';

export type Provider = CreateLinkInput['provider'];

/** What the form holds: everything as it was typed, for whichever provider is chosen. */
export interface LinkForm {
  provider: Provider;
  description: string;
  notes: string;
  reference: string;
  customerName: string;
  /** One to three; empty ones are passed over. */
  emails: string[];
  phone: string;
  /** Whole rupiah; null while empty. */
  amountIdr: number | null;
  amountKind: 'fixed' | 'open';
  feePayer: 'us' | 'customer';
  enabledMethods: RemMethod[];
  enabledBanks: RemBank[];
  displayName: string;
  lifetime: Lifetime;
  /** Value of a datetime-local input, in WIB; used when the lifetime is custom. */
  expiresAt: string;
}

export function emptyForm(provider: Provider): LinkForm {
  return {
    provider,
    description: '',
    notes: '',
    reference: '',
    customerName: '',
    emails: [''],
    phone: '',
    amountIdr: null,
    amountKind: 'fixed',
    feePayer: 'us',
    enabledMethods: [...remMethods],
    enabledBanks: [...remBanks],
    displayName: '',
    lifetime: '24h',
    expiresAt: '',
  };
}

/** What a form asks for before it is known to be right: the words of CreateLinkInput, with what is missing left out. */
export type Draft = Record<string, unknown> & { provider: Provider };

/** The form in the words of the API. Blanks at the ends go, empty fields are left out, phone numbers become digits. */
export function toInput(form: LinkForm, now: Date): Draft {
  const shared = {
    reference: text(form.reference),
    customerName: text(form.customerName),
    emails: optional(form.emails.map((email) => email.trim()).filter((email) => email !== '')),
    phone: text(form.phone.replace(/[\s()+.-]/g, '')),
    amountIdr: form.amountIdr ?? undefined,
    description: text(form.description),
    displayName: text(form.displayName),
    expiresAt: endOf(form, now)?.toISOString() ?? (form.expiresAt || undefined),
  };
  if (form.provider === 'fazz') return present({ provider: 'fazz', ...shared });
  const takesVa = form.enabledMethods.includes('va');
  return present({
    provider: 'rem',
    ...shared,
    notes: text(form.notes),
    isOpenAmount: form.amountKind === 'open',
    includeAdminFee: form.feePayer === 'customer',
    enabledMethods: remMethods.filter((method) => form.enabledMethods.includes(method)),
    enabledBanks: takesVa ? remBanks.filter((bank) => form.enabledBanks.includes(bank)) : undefined,
  });
}

/** Where in the form the n-th address of the input stands: empty ones are not sent. */
export function emailPlace(form: Pick<LinkForm, 'emails'>, index: number): number {
  const filled = form.emails.flatMap((email, place) => (email.trim() === '' ? [] : [place]));
  return filled[index] ?? 0;
}

const text = (value: string) => value.trim() || undefined;
const optional = (list: string[]) => (list.length > 0 ? list : undefined);

function present(values: Draft): Draft {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(entries), provider: values.provider };
}
