import { type RemBank, type RemMethod, remBanks, remMethods } from '../../../../openapi/rules/channels.ts';
import type { CreateLinkInput } from '../../../api/create-payment.ts';
import { present, text } from '../../../create/draft.ts';
import { expiresAtOf, type LifetimeForm } from '../../../create/lifetime.ts';

export type Provider = CreateLinkInput['provider'];

/** What the form holds: everything as it was typed, for whichever provider is chosen. */
export interface LinkForm extends LifetimeForm {
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

/** The form in the words of the API. Blanks at the ends go, empty fields are left out, phone numbers become digits. */
export function toInput(form: LinkForm, now: Date): object {
  const shared = {
    reference: text(form.reference),
    customerName: text(form.customerName),
    emails: optional(form.emails.map((email) => email.trim()).filter((email) => email !== '')),
    phone: text(form.phone.replace(/[\s()+.-]/g, '')),
    amountIdr: form.amountIdr ?? undefined,
    description: text(form.description),
    displayName: text(form.displayName),
    expiresAt: expiresAtOf(form, now),
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

/** Where the second of two same addresses stands. */
export function repeatedPlace({ emails }: Pick<LinkForm, 'emails'>): number {
  const plain = emails.map((email) => email.trim());
  return Math.max(
    0,
    plain.findIndex((email, place) => email !== '' && plain.indexOf(email) < place),
  );
}

const optional = (list: string[]) => (list.length > 0 ? list : undefined);
