import { type Route, route } from '../http/route.ts';
import { getCallbackHealth } from './callback-health.ts';
import { getCallback } from './get-callback.ts';
import { getLatestCallback } from './get-latest-callback.ts';
import { processCallback } from './process-callback.ts';
import type { ReadingDeps } from './read-into-ledger.ts';
import { searchCallbacks } from './search-callbacks.ts';

const callback = '/api/:environment/callbacks/:callbackId';

/** What people ask about callbacks; providers send them elsewhere (callbacks.routes.ts). */
export function callbackApiRoutes(deps: ReadingDeps): Route[] {
  return [
    route({
      operationId: 'searchCallbacks',
      method: 'get',
      path: '/api/:environment/callbacks',
      permission: 'callbacks.read',
      async handle({ actor, environment, query, response }) {
        response.json(await searchCallbacks(deps, actor, { environment, ...query }));
      },
    }),
    route({
      operationId: 'getCallback',
      method: 'get',
      path: callback,
      permission: 'callbacks.read',
      async handle({ actor, environment, params, response }) {
        response.json(await getCallback(deps, actor, { environment, callbackId: params.callbackId }));
      },
    }),
    route({
      operationId: 'getLatestCallback',
      method: 'get',
      path: '/api/:environment/payments/:id/latest-callback',
      permission: 'callbacks.read',
      async handle({ environment, params, response }) {
        response.json(await getLatestCallback(deps, { environment, id: params.id }));
      },
    }),
    route({
      operationId: 'processCallback',
      method: 'post',
      path: `${callback}/process`,
      permission: 'callbacks.process',
      async handle({ actor, environment, params, response }) {
        response.json(await processCallback(deps, actor, { environment, callbackId: params.callbackId }));
      },
    }),
    route({
      operationId: 'getCallbackHealth',
      method: 'get',
      path: '/api/:environment/callback-health',
      permission: 'callbacks.read',
      async handle({ actor, environment, response }) {
        response.json(await getCallbackHealth(deps, actor, environment));
      },
    }),
  ];
}
