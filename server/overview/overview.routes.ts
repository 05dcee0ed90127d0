import type { Db } from '../db/db.ts';
import { type Route, route } from '../http/route.ts';
import { getOverview } from './get-overview.ts';

export function overviewRoutes(deps: { db: Db; clock: () => Date }): Route[] {
  return [
    route({
      operationId: 'getOverview',
      method: 'get',
      path: '/api/:environment/overview',
      permission: 'payments.read',
      async handle({ environment, response }) {
        response.json(await getOverview(deps, environment));
      },
    }),
  ];
}
