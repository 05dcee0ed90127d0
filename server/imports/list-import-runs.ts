import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { presentImportRun } from './import-run.ts';
import { selectRuns } from './imports.sql.ts';
import { rangeOf } from './range.ts';

const most = 50;

/** The imports of an environment, newest first, at most 50. */
export async function listImportRuns(
  { db }: { db: Db },
  environment: EnvironmentName,
): Promise<components['schemas']['ImportRuns']> {
  const runs = await selectRuns(db, environment, most);
  return { items: runs.map((run) => presentImportRun(run, rangeOf(run))) };
}
