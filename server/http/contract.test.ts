import { afterAll, beforeAll, expect, it } from 'vitest';
import { sessionRoutes } from '../auth/session.routes.ts';
import { createSessions } from '../auth/sessions.ts';
import { startTestApp, type TestApp } from '../testing/start-test-app.ts';
import { contractOperations } from './contract.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ startWorkers: false });
});
afterAll(() => app.close());

it('every route is an operation of the contract, at its address and with its permission, and none is missing', () => {
  const byId = (one: { operationId: string }, other: { operationId: string }) =>
    one.operationId.localeCompare(other.operationId);
  const { deps } = app;
  const sessions = createSessions(deps);
  const routes = [...sessionRoutes({ ...deps, sessions }), ...app.routes].map(
    ({ operationId, method, path, permission }) => ({ operationId, method, path, permission }),
  );
  const outsideOfRoutes = ['receiveCallback', 'getHealth', 'getReadiness'];
  const operations = contractOperations()
    .filter(({ operationId }) => !outsideOfRoutes.includes(operationId))
    .map(({ operationId, method, path, permission }) => ({ operationId, method, path, permission }));
  expect(routes.toSorted(byId)).toEqual(operations.toSorted(byId));
});

it('the operations beside the routes answer too', async () => {
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  const callback = await fetch(`${app.url}/callbacks/rem/sandbox/wrong-token`, { method: 'POST', body: '{}' });
  expect(await callback.json()).toMatchObject({ status: 404, type: '/problems/callback-unknown' });
});
