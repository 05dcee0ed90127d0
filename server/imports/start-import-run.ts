import { ulid } from 'ulid';
import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { problem } from '../http/problems.ts';
import { portOf } from '../kinds/port-of.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import type { ImportDeps } from './import-deps.ts';
import { type ImportRun, presentImportRun } from './import-run.ts';
import { insertRun, selectRunByKey } from './imports.sql.ts';
import { checkRange, rangeOf } from './range.ts';
import { recordRunAction } from './record-run-action.ts';
import { anotherRuns } from './refusals.ts';
import { beginAt } from './walk.ts';

type Schemas = components['schemas'];

export interface StartRequest {
  environment: EnvironmentName;
  idempotencyKey: string;
  body: Schemas['StartImportRunInput'];
}

export interface StartedRun {
  /** repeated: this key was used before, and this is its run. */
  outcome: 'started' | 'repeated';
  run: Schemas['ImportRun'];
}

/** The one provider that lists its payments (providers.md B.8; A.15 of REM). */
const provider = 'fazz';

/**
 * Begins an import of a range of days; the worker does it. One Idempotency-Key makes one run. Throws invalid-request,
 * provider-not-configured, idempotency-key-reused, and import-not-allowed while another run of the environment goes on.
 */
export async function startImportRun(deps: ImportDeps, actor: Actor, request: StartRequest): Promise<StartedRun> {
  const { environment, idempotencyKey, body } = request;
  // Before any rule: a retry is answered alike.
  const earlier = await selectRunByKey(deps.db, environment, idempotencyKey);
  if (earlier) return repeat(earlier, body);
  portOf(deps.accounts, { environment, provider, kind: 'one-time' });
  const startedAt = deps.clock();
  const range = checkRange(body, startedAt);
  return deps.db.tx(async (tx) => {
    const run = await insertRun(tx, {
      id: `run_${ulid(startedAt.getTime()).toLowerCase()}`,
      environment,
      provider,
      from: body.from,
      to: body.to,
      startedBy: actor.staffId,
      startedAt,
      idempotencyKey,
      place: beginAt(range.startsAt),
    });
    if (!run) {
      const same = await selectRunByKey(tx, environment, idempotencyKey);
      if (same) return repeat(same, body);
      throw anotherRuns();
    }
    await recordRunAction(tx, actor, 'startImportRun', run, startedAt);
    return { outcome: 'started', run: presentImportRun(run, range) };
  });
}

function repeat(run: ImportRun, { from, to }: StartRequest['body']): StartedRun {
  if (run.from !== from || run.to !== to)
    throw problem('idempotency-key-reused', {
      detail: 'This Idempotency-Key belongs to an import of other days. Use a new key for a new import.',
    });
  return { outcome: 'repeated', run: presentImportRun(run, rangeOf(run)) };
}
