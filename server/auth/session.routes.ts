import { requestIdOf } from '../http/request-id.ts';
import { type Route, route } from '../http/route.ts';
import { cookieOptions, sessionCookie, tokenOf } from './session-cookie.ts';
import { type Environments, sessionDocument } from './session-document.ts';
import { type Sessions, sessionLifeMs } from './sessions.ts';
import { type SignInDeps, signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

export interface SessionRoutesDeps extends SignInDeps {
  sessions: Sessions;
  accounts: Environments;
  config: { publicUrl: string };
}

/** /api/session: sign in, who am I, sign out. */
export function sessionRoutes(deps: SessionRoutesDeps): Route[] {
  const cookie = cookieOptions(deps.config);
  return [
    route({
      operationId: 'signIn',
      method: 'post',
      path: '/api/session',
      permission: 'public',
      handle: async ({ body, request, response }) => {
        const { token, session } = await signIn(deps, {
          ...body,
          sourceAddress: request.ip ?? '',
          previousToken: tokenOf(request),
          requestId: requestIdOf(request),
        });
        response.cookie(sessionCookie, token, { ...cookie, maxAge: sessionLifeMs });
        response.json(sessionDocument(session, deps.accounts));
      },
    }),
    route({
      operationId: 'getSession',
      method: 'get',
      path: '/api/session',
      permission: 'signed-in',
      handle: async ({ session, response }) => {
        response.json(sessionDocument(session, deps.accounts));
      },
    }),
    route({
      operationId: 'signOut',
      method: 'delete',
      path: '/api/session',
      permission: 'signed-in',
      handle: async ({ actor, session, response }) => {
        await signOut(deps, actor, session.token);
        response.clearCookie(sessionCookie, cookie);
        response.status(204).end();
      },
    }),
  ];
}
