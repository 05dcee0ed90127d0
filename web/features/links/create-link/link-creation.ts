import { checkLinkInput } from '../../../../openapi/rules/link-rules.ts';
import { type CreateLinkInput, createLink } from '../../../api/create-payment.ts';
import type { FieldError } from '../../../api/problem.ts';
import type { CreateKind } from '../../../create/create-kind.ts';
import { missingEnd } from '../../../create/lifetime.ts';
import { joined } from '../../../format/list.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { customerSentences, productionWarning } from './customer-sentence.ts';
import { emailPlace, type LinkForm, repeatedPlace, toInput } from './link-form.ts';
import { LinkGroups } from './link-groups.tsx';

/** How a payment link is created. */
export const linkCreation: CreateKind<LinkForm, CreateLinkInput> = {
  kind: 'link',
  words: (words) => words.createLink,
  fields: [
    'provider',
    'description',
    'notes',
    'reference',
    'customerName',
    'emails',
    'phone',
    'amountIdr',
    'enabledMethods',
    'enabledBanks',
    'displayName',
    'expiresAt',
  ],
  toInput,
  check: checkLinkInput,
  missing: missingEnd,
  placeOf,
  create: createLink,
  summarise: (words, language, form, { environment, now }) => {
    const amount = form.amountIdr === null ? null : formatAmountIdr(form.amountIdr);
    const isSent = environment === 'production' && form.emails.some((email) => email.trim() !== '');
    return {
      amountIdr: form.amountIdr,
      sentences: customerSentences(words, language, form, now),
      warning: productionWarning(words, language, environment, form),
      submit: isSent && amount ? words.createLink.submitAndSend(amount) : words.createLink.submit(amount),
    };
  },
  Groups: LinkGroups,
  sentTo: ({ common, createLink: own }, language, { provider, emails, contactMasked }) => {
    if (emails.length === 0 || contactMasked) return null;
    return own.result.sentTo(common.providers[provider], joined(language, 'conjunction', emails));
  },
};

function placeOf(form: LinkForm, { field, code }: FieldError): string {
  const [root, index] = field.split('.');
  if (root !== 'emails') return root ?? field;
  return `emails.${code === 'not_unique' ? repeatedPlace(form) : emailPlace(form, Number(index ?? 0))}`;
}
