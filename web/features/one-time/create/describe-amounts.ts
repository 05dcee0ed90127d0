import { channelName } from '../../../../openapi/rules/channels.ts';
import { amountRange } from '../../../../openapi/rules/one-time-rules.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import type { Catalogue } from '../../../words/words.tsx';
import { channelOf, type OneTimeForm } from './one-time-form.ts';

/** What a wallet takes of a customer whose identity it has not verified (providers.md B.5). */
const unverifiedIdr = 2_000_000;

/** The amounts that the chosen method takes, at the chosen outlet: "Alfamart: Rp 15.000 to Rp 2.500.000". */
export function describeAmounts(
  { create, createOneTime }: Catalogue,
  form: Pick<OneTimeForm, 'method' | 'bank' | 'outlet' | 'wallet'>,
): string {
  const channel = channelOf(form);
  const { minIdr, maxIdr } = amountRange(form.method, channel);
  const [least, most] = [formatAmountIdr(minIdr), formatAmountIdr(maxIdr)];
  if (form.method === 'ewallet') return createOneTime.walletLimit(most, formatAmountIdr(unverifiedIdr));
  if (form.method === 'retail_outlet') return createOneTime.rangeFor(channelName(form.outlet), least, most);
  return create.range(least, most);
}
