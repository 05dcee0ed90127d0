import { isDatabaseError } from '../db/db-error.ts';
import { type ProblemError, problem } from '../http/problems.ts';

export const noSuchOrder = (): ProblemError =>
  problem('not-found', { detail: 'This environment has no order to resend with that id.' });

/** It does not go there as things stand; `detail` says the reason to scripts. */
export const orderDoesNotAllow = (
  reason: 'order_moved_on' | 'another_order_runs' | 'nothing_to_send' | 'too_many_items',
  detail: string,
): ProblemError => problem('resend-not-allowed', { reason, detail });

/** What a failed update means where another order to the same target runs (index resend_orders_running); any other error as it is. */
export function anotherRuns(error: unknown): unknown {
  if (!isDatabaseError(error) || error.code !== '23505') return error;
  return orderDoesNotAllow(
    'another_order_runs',
    'Another order to the same provider or destination is running. Wait for its end, or pause or cancel it.',
  );
}
