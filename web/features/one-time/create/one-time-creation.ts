import { type CreateOneTimePaymentInput, createOneTimePayment } from '../../../api/create-payment.ts';
import type { CreateKind } from '../../../create/create-kind.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { remember } from '../../../ui/remembered.ts';
import { checkInput, missingIn, type OneTimeForm, placeOf, returnUrlKey, toInput } from './one-time-form.ts';
import { OneTimeGroups } from './one-time-groups.tsx';
import { oneTimeSentences } from './one-time-sentences.ts';

/** How a one-time payment is created. */
export const oneTimeCreation: CreateKind<OneTimeForm, CreateOneTimePaymentInput> = {
  kind: 'one-time',
  words: (words) => words.createOneTime,
  fields: [
    'method',
    'bank',
    'outlet',
    'wallet',
    'displayName',
    'suffixNumber',
    'returnUrl',
    'amountIdr',
    'description',
    'reference',
    'expiresAt',
    'minutes',
  ],
  toInput,
  check: checkInput,
  missing: missingIn,
  placeOf,
  create: (environment, input, idempotencyKey) => {
    if ('returnUrl' in input) remember(returnUrlKey, input.returnUrl);
    return createOneTimePayment(environment, input, idempotencyKey);
  },
  summarise: (words, _language, form, { environment, now }) => ({
    amountIdr: form.amountIdr,
    sentences: oneTimeSentences(words, form, now),
    warning: environment === 'production' ? words.createOneTime.production : null,
    submit: words.createOneTime.submit(form.amountIdr === null ? null : formatAmountIdr(form.amountIdr)),
  }),
  Groups: OneTimeGroups,
};
