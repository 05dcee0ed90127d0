import { routingExpiryRange } from '../../../../openapi/rules/routing-rules.ts';
import { endOfMinutes } from '../../../create/minutes.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { formatMinute } from '../../../format/time.ts';
import type { Catalogue } from '../../../words/words.tsx';
import type { RoutingForm } from './routing-form.ts';

/** What the customer will get, in sentences that follow the form as it is filled in. */
export function routingSentences({ common, createRouting }: Catalogue, form: RoutingForm, now: Date): string[] {
  const { summary } = createRouting;
  const isHosted = form.where === 'hosted';
  const amount = form.amountIdr === null ? summary.noAmount : formatAmountIdr(form.amountIdr);
  const end = endOfMinutes(form, routingExpiryRange(now), now);
  const until = end === null ? '' : summary.until(formatMinute(end.toISOString(), common.months, now.getTime()));
  return [
    `${isHosted ? summary.hosted(amount) : summary.here(amount)}${until}.`,
    summary.once,
    isHosted ? summary.hostedSent : summary.hereSent,
  ];
}
