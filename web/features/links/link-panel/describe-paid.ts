import type { Link } from '../../../api/links.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { dayOf, formatClockSecond, formatSecond } from '../../../format/time.ts';
import type { Catalogue } from '../../../words/words.tsx';

/** REM's unique code changes the amount of a bank transfer by up to three digits (providers.md A.3). */
const mostUniqueCodeIdr = 999;

type Paid = Pick<Link, 'amountIdr' | 'paidAmountIdr' | 'includeAdminFee' | 'isOpenAmount' | 'method'>;

/** Why another amount was paid than asked; null when it is the same or nothing is paid. */
export function explainPaid({ link }: Catalogue, paid: Paid): string | null {
  if (paid.paidAmountIdr === null || paid.paidAmountIdr === paid.amountIdr) return null;
  const isMore = paid.paidAmountIdr > paid.amountIdr;
  const differenceIdr = Math.abs(paid.paidAmountIdr - paid.amountIdr);
  const difference = formatAmountIdr(differenceIdr);
  if (paid.method === 'bank_transfer' && differenceIdr <= mostUniqueCodeIdr) return link.paidUniqueCode(difference);
  if (isMore) return paid.includeAdminFee ? link.paidWithFee(difference) : link.paidMore(difference);
  return paid.isOpenAmount ? link.paidLessOpen(difference) : link.paidLess(difference);
}

/** How we know that it is paid: "callback, confirmed by reading at 14:06:12". `now` is in ms. */
export function describeKnownFrom(words: Catalogue, known: NonNullable<Link['knownFrom']>, now: number): string {
  const { link, common } = words;
  const clock = (at: string) =>
    dayOf(at) === dayOf(now) ? formatClockSecond(at) : formatSecond(at, common.months, now);
  const source = link.known[known.source];
  if (known.confirmedAt === null) return link.knownUnconfirmed(source, clock(known.at));
  if (known.confirmedAt === known.at) return link.knownAt(source, clock(known.at));
  return link.knownAndConfirmed(source, clock(known.confirmedAt));
}
