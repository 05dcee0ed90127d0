import type { CallbackRow } from '../../../api/callbacks.ts';
import type { Tone } from '../../../ui/status-chip.tsx';
import type { Catalogue } from '../../../words/words.tsx';

export const verdictTones = {
  applied: 'grey',
  claimed: 'violet',
  duplicate: 'grey',
  stale: 'grey',
  contradicts: 'red',
} as const satisfies Record<NonNullable<CallbackRow['verdict']>, Tone>;

export const deliveryTones = {
  none: 'grey',
  waiting: 'blue',
  delivered: 'green',
  failing: 'red',
} as const satisfies Record<CallbackRow['delivery'], Tone>;

/** Why a person must look at a callback, in a few words; null when nobody has to. */
export function needsPersonWords({ callbacks }: Catalogue, row: CallbackRow): string | null {
  if (row.state === 'parked')
    return row.parkedReason ? callbacks.parkedReasons[row.parkedReason] : callbacks.states.parked;
  return row.verdict === 'contradicts' ? callbacks.verdicts.contradicts : null;
}
