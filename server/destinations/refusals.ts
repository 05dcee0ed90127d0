import { isDatabaseError } from '../db/db-error.ts';
import { type ProblemError, problem } from '../http/problems.ts';

export const noSuchDestination = (): ProblemError =>
  problem('not-found', { detail: 'This environment has no destination with that id.' });

export const noSuchCallback = (): ProblemError =>
  problem('not-found', { detail: 'This environment has no callback with that id.' });

export const destinationIsPaused = (): ProblemError =>
  problem('destination-not-allowed', { detail: 'The destination is paused. Nothing was sent.' });

/** What a failed insert or update means where the name was taken (index destinations_name); any other error as it is. */
export function nameIsTaken(error: unknown): unknown {
  if (!isDatabaseError(error) || error.code !== '23505') return error;
  const detail = 'Another destination of this environment has this name. Nothing was done.';
  return problem('destination-not-allowed', { detail });
}
