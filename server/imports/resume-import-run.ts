import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { isDatabaseError } from '../db/db-error.ts';
import { problem } from '../http/problems.ts';
import type { ImportDeps } from './import-deps.ts';
import { type ImportRun, presentImportRun } from './import-run.ts';
import { lockRun, reopenRun } from './imports.sql.ts';
import { rangeOf } from './range.ts';
import { recordRunAction } from './record-run-action.ts';
import { anotherRuns, noSuchRun } from './refusals.ts';

/**
 * Goes on with a run that has stopped or was cancelled, where it left off. A run that goes on already is given as it is. Throws
 * not-found, and import-not-allowed when it is done or while another run of the environment goes on.
 */
export async function resumeImportRun(
  { db, clock }: Pick<ImportDeps, 'db' | 'clock'>,
  actor: Actor,
  { environment, id }: Pick<ImportRun, 'environment' | 'id'>,
): Promise<components['schemas']['ImportRun']> {
  const at = clock();
  try {
    return await db.tx(async (tx) => {
      const run = await lockRun(tx, environment, id);
      if (!run) throw noSuchRun();
      if (run.state === 'running') return presentImportRun(run, rangeOf(run));
      if (run.state === 'done') throw problem('import-not-allowed', { detail: 'The import is done.' });
      const resumed = await reopenRun(tx, id, at);
      await recordRunAction(tx, actor, 'resumeImportRun', run, at);
      return presentImportRun(resumed ?? run, rangeOf(run));
    });
  } catch (error) {
    // Index import_runs_running: one at a time.
    if (isDatabaseError(error) && error.code === '23505') throw anotherRuns();
    throw error;
  }
}
