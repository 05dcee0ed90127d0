import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../openapi/generated/console.ts';
import { api, unwrap } from './client.ts';
import { type EnvironmentName, keys } from './keys.ts';

export type ImportRun = components['schemas']['ImportRun'];
export type StartImportRunInput = components['schemas']['StartImportRunInput'];

/** A run moves on by a page every second or so; no event tells of it. */
const WHILE_RUNNING_MS = 1_500;
/** Somebody else may start one. */
const OTHERWISE_MS = 30_000;

/** The imports of an environment, newest first, read again often while one runs. */
export function importRunsQuery(environment: EnvironmentName) {
  return queryOptions({
    queryKey: keys.importRuns(environment),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/{environment}/import-runs', { params: { path: { environment } }, signal })),
    refetchInterval: ({ state }) =>
      state.data?.items.some((run) => run.state === 'running') ? WHILE_RUNNING_MS : OTHERWISE_MS,
  });
}

/** Begins to import a range of days; the same key never begins a second run. Throws invalid-request and import-not-allowed. */
export function startImportRun(
  environment: EnvironmentName,
  input: StartImportRunInput,
  idempotencyKey: string,
): Promise<ImportRun> {
  const params = { path: { environment }, header: { 'Idempotency-Key': idempotencyKey } };
  return unwrap(api.POST('/api/{environment}/import-runs', { params, body: input }));
}

/** Ends a run; what it has imported stays. */
export function cancelImportRun(environment: EnvironmentName, runId: string): Promise<ImportRun> {
  return unwrap(
    api.POST('/api/{environment}/import-runs/{runId}/cancel', { params: { path: { environment, runId } } }),
  );
}

/** Goes on where a run was stopped or cancelled. */
export function resumeImportRun(environment: EnvironmentName, runId: string): Promise<ImportRun> {
  return unwrap(
    api.POST('/api/{environment}/import-runs/{runId}/resume', { params: { path: { environment, runId } } }),
  );
}
