import { type Route, route } from '../http/route.ts';
import type { Worker } from '../jobs/worker.ts';
import { cancelImportRun } from './cancel-import-run.ts';
import type { ImportDeps } from './import-deps.ts';
import { listImportRuns } from './list-import-runs.ts';
import { resumeImportRun } from './resume-import-run.ts';
import { startImportRun } from './start-import-run.ts';

const runs = '/api/:environment/import-runs';

/** Imports of many payments at once; the worker is told when there is something to do. */
export function importRunRoutes(deps: ImportDeps, worker: Pick<Worker, 'nudge'>): Route[] {
  return [
    route({
      operationId: 'listImportRuns',
      method: 'get',
      path: runs,
      permission: 'payments.import',
      async handle({ environment, response }) {
        response.json(await listImportRuns(deps, environment));
      },
    }),
    route({
      operationId: 'startImportRun',
      method: 'post',
      path: runs,
      permission: 'payments.import',
      async handle({ actor, environment, headers, body, response }) {
        const request = { environment, idempotencyKey: headers['idempotency-key'], body };
        const { outcome, run } = await startImportRun(deps, actor, request);
        worker.nudge();
        response.status(outcome === 'started' ? 201 : 200).json(run);
      },
    }),
    route({
      operationId: 'cancelImportRun',
      method: 'post',
      path: `${runs}/:runId/cancel`,
      permission: 'payments.import',
      async handle({ actor, environment, params, response }) {
        response.json(await cancelImportRun(deps, actor, { environment, id: params.runId }));
      },
    }),
    route({
      operationId: 'resumeImportRun',
      method: 'post',
      path: `${runs}/:runId/resume`,
      permission: 'payments.import',
      async handle({ actor, environment, params, response }) {
        const run = await resumeImportRun(deps, actor, { environment, id: params.runId });
        worker.nudge();
        response.json(run);
      },
    }),
  ];
}
