import { formatMinute } from '../../format/time.ts';
import type { Catalogue } from '../../words/words.tsx';
import type { PayState } from './pay-state.ts';

/** Why a payment cannot be paid any more, and what follows: "It has expired", "Its time was over at …". */
export function describeOver(
  { share, common }: Catalogue,
  state: Exclude<PayState, 'payable'>,
  expiresAt: string | null,
): { title: string; detail: string } {
  const title = share.over[state];
  if (state === 'paid') return { title, detail: share.overDetail.paid };
  if (state === 'expired' && expiresAt !== null)
    return { title, detail: share.overDetail.expired(formatMinute(expiresAt, common.months, Date.now())) };
  return { title, detail: share.overDetail.other };
}
