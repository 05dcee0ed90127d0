import { checkRoutingInput } from '../../../../openapi/rules/routing-rules.ts';
import { type CreateRoutingInput, createRouting } from '../../../api/create-payment.ts';
import type { CreateKind } from '../../../create/create-kind.ts';
import { missingMinutes } from '../../../create/minutes.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { placeOf, type RoutingForm, toInput } from './routing-form.ts';
import { RoutingGroups } from './routing-groups.tsx';
import { routingSentences } from './routing-sentences.ts';

/** How a QRIS routing is created. */
export const routingCreation: CreateKind<RoutingForm, CreateRoutingInput> = {
  kind: 'routing',
  words: (words) => words.createRouting,
  fields: ['amountIdr', 'where', 'reference', 'partnerUserId', 'email', 'minutes'],
  toInput,
  check: checkRoutingInput,
  missing: missingMinutes,
  placeOf,
  create: createRouting,
  summarise: (words, _language, form, { environment, now }) => ({
    amountIdr: form.amountIdr,
    sentences: routingSentences(words, form, now),
    warning: environment === 'production' ? words.createRouting.production : null,
    submit: words.createRouting.submit(form.amountIdr === null ? null : formatAmountIdr(form.amountIdr)),
  }),
  Groups: RoutingGroups,
};
