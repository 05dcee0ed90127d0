import type { EnvironmentName } from '../../../api/keys.ts';
import { endOf } from '../../../create/lifetime.ts';
import { joined } from '../../../format/list.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { formatMinute } from '../../../format/time.ts';
import { methodInSentence } from '../../../payments/panel/describe-method.ts';
import type { Catalogue, Language } from '../../../words/words.tsx';
import { offeredMethods } from './describe-offer.ts';
import type { LinkForm } from './link-form.ts';

/** What the customer will get, in a sentence or three that follow the form as it is filled in. */
export function customerSentences(words: Catalogue, language: Language, form: LinkForm, now: Date): string[] {
  const { summary } = words.createLink;
  const methods = form.provider === 'rem' ? offeredMethods(form) : null;
  const addresses = joined(language, 'conjunction', filledEmails(form));
  const isFeeOnTop = form.provider === 'rem' && form.feePayer === 'customer';
  const sentences = [
    payingSentence(words, language, form, now),
    isFeeOnTop ? summary.feeOnTop : null,
    methods?.length === 0 && form.enabledMethods.length > 0 ? summary.noMethod : null,
    addresses ? summary.sent(words.common.providers[form.provider], addresses) : summary.notSent,
  ];
  return sentences.filter((sentence) => sentence !== null);
}

function payingSentence(words: Catalogue, language: Language, form: LinkForm, now: Date): string {
  const { summary } = words.createLink;
  const methods = form.provider === 'rem' ? offeredMethods(form) : [];
  const by = methods.map((method) => methodInSentence(words, method, null));
  const end = endOf(form, now);
  const parts = [
    summary.pays(form.customerName.trim() || summary.somebody, amountWords(words, form)),
    form.description.trim() && summary.forWhat(form.description.trim()),
    by.length > 0 && summary.by(joined(language, 'disjunction', by)),
    end && summary.until(formatMinute(end.toISOString(), words.common.months, now.getTime())),
  ];
  return `${parts.filter(Boolean).join('')}.`;
}

function amountWords({ createLink }: Catalogue, { provider, amountIdr, amountKind }: LinkForm): string {
  if (amountIdr === null) return createLink.summary.noAmount;
  const amount = formatAmountIdr(amountIdr);
  return provider === 'rem' && amountKind === 'open' ? createLink.summary.upTo(amount) : amount;
}

/** In production: that a real customer is reached, and where; null anywhere else. */
export function productionWarning(
  words: Catalogue,
  language: Language,
  environment: EnvironmentName,
  form: Pick<LinkForm, 'emails'>,
): string | null {
  if (environment !== 'production') return null;
  const addresses = joined(language, 'conjunction', filledEmails(form));
  return addresses ? words.createLink.productionEmails(addresses) : words.createLink.production;
}

const filledEmails = ({ emails }: Pick<LinkForm, 'emails'>) =>
  emails.map((email) => email.trim()).filter((email) => email !== '');
