import { isDatabaseError } from '../db/db-error.ts';
import { type ProblemError, problem } from '../http/problems.ts';

export const noSuchDestination = (): ProblemError =>
  problem('not-found', { detail: 'This environment has no destination with that id.' });

export const noSuchCallback = (): ProblemError =>
  problem('not-found', { detail: 'This environment has no callback with that id.' });

/** It does not go there as things stand; `detail` says the reason to scripts. */
export const destinationDoesNotAllow = (
  reason: 'destination_paused' | 'name_taken' | 'too_many_destinations' | 'secret_changed_too_often',
  detail: string,
): ProblemError => problem('destination-not-allowed', { reason, detail });

export const destinationIsPaused = (): ProblemError =>
  destinationDoesNotAllow('destination_paused', 'The destination is paused. Nothing was sent.');

/** What a failed insert or update means where the name was taken (index destinations_name); any other error as it is. */
export function nameIsTaken(error: unknown): unknown {
  if (!isDatabaseError(error) || error.code !== '23505') return error;
  return destinationDoesNotAllow(
    'name_taken',
    'Another destination of this environment has this name. Nothing was done.',
  );
}
