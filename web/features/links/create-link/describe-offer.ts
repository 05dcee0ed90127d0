import { channelName, type RemBank, type RemMethod } from '../../../../openapi/rules/channels.ts';
import { type MethodOffer, methodsFor } from '../../../../openapi/rules/link-rules.ts';
import type { methodRange } from '../../../../openapi/rules/method-range.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import type { Catalogue } from '../../../words/words.tsx';
import type { LinkForm } from './link-form.ts';

type Amount = Pick<LinkForm, 'amountIdr' | 'amountKind'>;

/** Why an amount keeps a method from being offered: "QRIS is not offered above Rp 10.000.000"; null when it does not. */
export function whyNotMethod(words: Catalogue, method: RemMethod, form: Amount): string | null {
  return sentence(words, words.common.methods[method], offer(form, method));
}

/** The same for the virtual account of one bank. */
export function whyNotBank(words: Catalogue, bank: RemBank, form: Amount): string | null {
  return sentence(words, channelName(bank), offer(form, 'va', bank));
}

/** The same for several banks, those with one limit together: "Not offered above Rp 50.000.000: BCA, Mandiri". */
export function whyNotBanks({ createLink }: Catalogue, banks: readonly RemBank[], form: Amount): string[] {
  const names = new Map<string, string[]>();
  for (const bank of banks) {
    const missed = offer(form, 'va', bank)?.missed;
    if (!missed) continue;
    const { code, limitIdr } = missed;
    const limit = formatAmountIdr(limitIdr);
    const why = code === 'too_large_for_method' ? createLink.noneAbove(limit) : createLink.noneBelow(limit);
    names.set(why, [...(names.get(why) ?? []), channelName(bank)]);
  }
  return [...names].map(([why, banksOfIt]) => `${why}: ${banksOfIt.join(', ')}`);
}

/** The methods that the payer will be offered: chosen, and taking the amount. */
export function offeredMethods(form: Amount & Pick<LinkForm, 'enabledMethods' | 'enabledBanks'>): RemMethod[] {
  if (form.amountIdr === null) return form.enabledMethods;
  const offers = methodsFor(form.amountIdr, form.enabledMethods, form.enabledBanks, form.amountKind === 'open');
  return offers.filter(({ isOffered }) => isOffered).map(({ method }) => method);
}

/** "Rp 10.000 to Rp 10.000.000", or "from Rp 15.000" where there is no maximum. */
export function describeRange(words: Catalogue, { minIdr, maxIdr }: ReturnType<typeof methodRange>): string {
  const least = formatAmountIdr(minIdr);
  return maxIdr === null ? words.create.atLeast(least) : words.create.range(least, formatAmountIdr(maxIdr));
}

function offer({ amountIdr, amountKind }: Amount, method: RemMethod, bank?: RemBank): MethodOffer | undefined {
  if (amountIdr === null) return undefined;
  return methodsFor(amountIdr, [method], bank && [bank], amountKind === 'open')[0];
}

function sentence({ createLink }: Catalogue, what: string, offered: MethodOffer | undefined): string | null {
  if (!offered?.missed) return null;
  const { code, limitIdr } = offered.missed;
  const limit = formatAmountIdr(limitIdr);
  return code === 'too_large_for_method' ? createLink.notAbove(what, limit) : createLink.notBelow(what, limit);
}
