import type { Db } from '../db/db.ts';
import { type Route, route } from '../http/route.ts';
import type { LiveHub } from './live-hub.ts';
import { streamEvents } from './stream-events.ts';

/** Changes of payments as they happen, as server-sent events. */
export function liveRoutes({ db }: { db: Db }, hub: LiveHub): Route[] {
  return [
    route({
      operationId: 'streamEvents',
      method: 'get',
      path: '/api/:environment/events',
      permission: 'payments.read',
      async handle({ environment, session, headers, response }) {
        const cursor = headers['last-event-id'];
        const viewer = {
          environment,
          cursor: cursor === undefined ? null : Number(cursor),
          stillValid: () => session.stillValid(),
        };
        await streamEvents({ db, hub }, viewer, response);
      },
    }),
  ];
}
