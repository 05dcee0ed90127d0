import { type Route, route } from '../http/route.ts';
import type { Worker } from '../jobs/worker.ts';
import { createDestination } from './create-destination.ts';
import { deleteDestination } from './delete-destination.ts';
import { deliverCallback } from './deliver-callback.ts';
import type { DestinationDeps } from './destination-deps.ts';
import { listDestinations } from './list-destinations.ts';
import { pauseDestination } from './pause-destination.ts';
import { resumeDestination } from './resume-destination.ts';
import { rotateDestinationSecret } from './rotate-destination-secret.ts';
import { updateDestination } from './update-destination.ts';

const destinations = '/api/:environment/destinations';
const destination = `${destinations}/:destinationId`;

/** Where callbacks are sent on to, and one of them once more; the worker is told when something is due. */
export function destinationRoutes(deps: DestinationDeps, worker: Pick<Worker, 'nudge'>): Route[] {
  return [
    route({
      operationId: 'listDestinations',
      method: 'get',
      path: destinations,
      permission: 'callbacks.read',
      async handle({ actor, environment, response }) {
        response.json(await listDestinations(deps, actor, environment));
      },
    }),
    route({
      operationId: 'createDestination',
      method: 'post',
      path: destinations,
      permission: 'destinations.manage',
      async handle({ actor, environment, body, response }) {
        response.status(201).json(await createDestination(deps, actor, { environment, body }));
      },
    }),
    route({
      operationId: 'updateDestination',
      method: 'put',
      path: destination,
      permission: 'destinations.manage',
      async handle({ actor, environment, params, body, response }) {
        const updated = await updateDestination(deps, actor, { environment, id: params.destinationId, body });
        worker.nudge();
        response.json(updated);
      },
    }),
    route({
      operationId: 'deleteDestination',
      method: 'delete',
      path: destination,
      permission: 'destinations.manage',
      async handle({ actor, environment, params, response }) {
        await deleteDestination(deps, actor, { environment, id: params.destinationId });
        response.status(204).end();
      },
    }),
    route({
      operationId: 'pauseDestination',
      method: 'post',
      path: `${destination}/pause`,
      permission: 'destinations.manage',
      async handle({ actor, environment, params, response }) {
        response.json(await pauseDestination(deps, actor, { environment, id: params.destinationId }));
      },
    }),
    route({
      operationId: 'resumeDestination',
      method: 'post',
      path: `${destination}/resume`,
      permission: 'destinations.manage',
      async handle({ actor, environment, params, response }) {
        const resumed = await resumeDestination(deps, actor, { environment, id: params.destinationId });
        worker.nudge();
        response.json(resumed);
      },
    }),
    route({
      operationId: 'rotateDestinationSecret',
      method: 'post',
      path: `${destination}/rotate-secret`,
      permission: 'destinations.manage',
      async handle({ actor, environment, params, response }) {
        response.json(await rotateDestinationSecret(deps, actor, { environment, id: params.destinationId }));
      },
    }),
    route({
      operationId: 'deliverCallback',
      method: 'post',
      path: '/api/:environment/callbacks/:callbackId/deliver',
      permission: 'callbacks.deliver',
      async handle({ actor, environment, params, body, response }) {
        const { callbackId } = params;
        const queued = await deliverCallback(deps, actor, { environment, callbackId, ...body });
        worker.nudge();
        response.status(202).json(queued);
      },
    }),
  ];
}
