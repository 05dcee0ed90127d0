import { channelName } from '../../../../openapi/rules/channels.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { formatMinute } from '../../../format/time.ts';
import type { Catalogue } from '../../../words/words.tsx';
import { channelOf, endIn, type OneTimeForm } from './one-time-form.ts';

/** What the customer will get, in sentences that follow the form as it is filled in. */
export function oneTimeSentences(words: Catalogue, form: OneTimeForm, now: Date): string[] {
  const { summary } = words.createOneTime;
  const returnUrl = form.method === 'ewallet' ? form.returnUrl.trim() : '';
  return [
    `${paying(words, form)}${until(words, form, now)}.`,
    ...(returnUrl ? [summary.afterwards(returnUrl)] : []),
    summary.notSent,
  ];
}

function paying({ createOneTime }: Catalogue, form: OneTimeForm): string {
  const { summary } = createOneTime;
  const amount = form.amountIdr === null ? summary.noAmount : formatAmountIdr(form.amountIdr);
  const channel = channelName(channelOf(form) ?? '');
  const name = form.displayName.trim();
  return {
    va: () => `${summary.va(amount, channel)}${name && summary.named(name)}`,
    qris: () => `${summary.qris(amount)}${name && summary.to(name)}`,
    retail_outlet: () => summary.retail_outlet(amount, channel),
    ewallet: () => summary.ewallet(amount, channel),
  }[form.method]();
}

function until({ common, createOneTime }: Catalogue, form: OneTimeForm, now: Date): string {
  const end = endIn(form, now);
  return end === null ? '' : createOneTime.summary.until(formatMinute(end.toISOString(), common.months, now.getTime()));
}
