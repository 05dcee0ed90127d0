import type { Payment } from '../../api/payments.ts';
import { formatAmountIdr } from '../../format/money.ts';
import { dayOf } from '../../format/time.ts';
import type { Catalogue } from '../../words/words.tsx';
import { describeMoment } from './describe-moment.ts';

/** REM's unique code changes the amount of a bank transfer by up to three digits (providers.md A.3). */
const mostUniqueCodeIdr = 999;

type Paid = Pick<Payment, 'amountIdr' | 'paidAmountIdr' | 'includeAdminFee' | 'isOpenAmount' | 'method'>;

/** Why another amount was paid than asked; null when it is the same or nothing is paid. */
export function explainPaid({ payment }: Catalogue, paid: Paid): string | null {
  if (paid.paidAmountIdr === null || paid.paidAmountIdr === paid.amountIdr) return null;
  const isMore = paid.paidAmountIdr > paid.amountIdr;
  const differenceIdr = Math.abs(paid.paidAmountIdr - paid.amountIdr);
  const difference = formatAmountIdr(differenceIdr);
  if (paid.method === 'bank_transfer' && differenceIdr <= mostUniqueCodeIdr) return payment.paidUniqueCode(difference);
  if (isMore) return paid.includeAdminFee ? payment.paidWithFee(difference) : payment.paidMore(difference);
  return paid.isOpenAmount ? payment.paidLessOpen(difference) : payment.paidLess(difference);
}

/** How we know that it is paid: "callback, confirmed by reading at 14:06:12". `now` is in ms. */
export function describeKnownFrom(words: Catalogue, known: NonNullable<Payment['knownFrom']>, now: number): string {
  const { payment } = words;
  const clock = (at: string) => describeMoment(words, at, { day: dayOf(now), now });
  const source = payment.known[known.source];
  if (known.confirmedAt === null) return payment.knownUnconfirmed(source, clock(known.at));
  if (known.confirmedAt === known.at) return payment.knownAt(source, clock(known.at));
  return payment.knownAndConfirmed(source, clock(known.confirmedAt));
}
