import { routingExpiryRange } from '../../../../openapi/rules/routing-rules.ts';
import type { FieldError } from '../../../api/problem.ts';
import { present, text } from '../../../create/draft.ts';
import { endOfMinutes, type MinutesForm } from '../../../create/minutes.ts';

/** What the form holds, everything as it was typed. */
export interface RoutingForm extends MinutesForm {
  /** Whole rupiah; null while empty. */
  amountIdr: number | null;
  /** Where the QR code is shown: by us, or on a page of REM. */
  where: 'here' | 'hosted';
  reference: string;
  partnerUserId: string;
  email: string;
}

export const emptyForm: RoutingForm = {
  amountIdr: null,
  where: 'here',
  reference: '',
  partnerUserId: '',
  email: '',
  minuteChoice: '30',
  minutes: '',
};

/** The form in the words of the API. Blanks at the ends go, empty fields are left out. */
export function toInput(form: RoutingForm, now: Date): object {
  const email = text(form.email);
  return present({
    amountIdr: form.amountIdr ?? undefined,
    hasHostedPage: form.where === 'hosted',
    reference: text(form.reference),
    partnerUserId: text(form.partnerUserId),
    emails: email && [email],
    expiresAt: endOfMinutes(form, routingExpiryRange(now), now)?.toISOString(),
  });
}

const places: Record<string, keyof RoutingForm> = { hasHostedPage: 'where', emails: 'email', expiresAt: 'minutes' };

/** Where in the form a field of the input stands. */
export function placeOf(_form: RoutingForm, { field }: FieldError): string {
  const [root = ''] = field.split('.');
  return places[root] ?? root;
}
