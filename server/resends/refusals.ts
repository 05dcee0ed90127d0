import { isDatabaseError } from '../db/db-error.ts';
import { type ProblemError, problem } from '../http/problems.ts';

export const noSuchOrder = (): ProblemError =>
  problem('not-found', { detail: 'This environment has no order to resend with that id.' });

/** In its present state the order does not go there; `detail` says why. */
export const orderDoesNotAllow = (detail: string): ProblemError => problem('resend-not-allowed', { detail });

/** What a failed update means where another order to the same target runs (index resend_orders_running); any other error as it is. */
export function anotherRuns(error: unknown): unknown {
  if (!isDatabaseError(error) || error.code !== '23505') return error;
  return orderDoesNotAllow(
    'Another order to the same provider or destination is running. Wait for its end, or pause or cancel it.',
  );
}
