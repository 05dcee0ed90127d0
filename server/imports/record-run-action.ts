import { recordAction } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import type { ImportRun } from './import-run.ts';

/** Writes that a person started, cancelled or resumed a run, in the transaction of doing it. */
export async function recordRunAction(
  tx: Db,
  actor: Actor,
  action: 'startImportRun' | 'cancelImportRun' | 'resumeImportRun',
  { id, environment, from, to }: ImportRun,
  at: Date,
): Promise<void> {
  const detail = { runId: id, from, to };
  await recordAction(tx, actor, { action, environment, paymentId: null, outcome: 'done', detail, at });
}
