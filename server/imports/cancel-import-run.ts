import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { problem } from '../http/problems.ts';
import type { ImportDeps } from './import-deps.ts';
import { type ImportRun, presentImportRun } from './import-run.ts';
import { endRun, lockRun } from './imports.sql.ts';
import { rangeOf } from './range.ts';
import { recordRunAction } from './record-run-action.ts';
import { noSuchRun } from './refusals.ts';

/**
 * Ends a run; what it has imported stays, and of the page in hand nothing. A run that was cancelled before is given as it is.
 * Throws not-found, and import-not-allowed when it has ended by itself.
 */
export async function cancelImportRun(
  { db, clock }: Pick<ImportDeps, 'db' | 'clock'>,
  actor: Actor,
  { environment, id }: Pick<ImportRun, 'environment' | 'id'>,
): Promise<components['schemas']['ImportRun']> {
  const at = clock();
  return db.tx(async (tx) => {
    const run = await lockRun(tx, environment, id);
    if (!run) throw noSuchRun();
    if (run.state === 'cancelled') return presentImportRun(run, rangeOf(run));
    if (run.state !== 'running') throw problem('import-not-allowed', { detail: 'The import has ended already.' });
    const cancelled = await endRun(tx, id, 'cancelled', at, null);
    await recordRunAction(tx, actor, 'cancelImportRun', run, at);
    return presentImportRun(cancelled ?? run, rangeOf(run));
  });
}
