import type { Request } from 'express';
import type { Actor } from '../auth/actor.ts';
import { may } from '../auth/permissions.ts';
import { tokenOf } from '../auth/session-cookie.ts';
import type { Environments } from '../auth/session-document.ts';
import type { Session, Sessions } from '../auth/sessions.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { problem } from './problems.ts';
import { requestIdOf } from './request-id.ts';
import type { Route } from './route.ts';

/** Who sent a request, and where it acts. */
export interface SignedIn {
  actor: Actor;
  session: Session & {
    token: string;
    /** Turns false by sign-out, expiry and disabling; a stream asks every few seconds and ends. It counts as no use. */
    stillValid(): Promise<boolean>;
  };
  environment: EnvironmentName | null;
}

export interface AdmitDeps {
  sessions: Sessions;
  accounts: Environments;
}

/**
 * Lets a request through to a route that needs a session: session, then environment, then permission.
 * @throws not-signed-in, environment-unknown, forbidden
 */
export async function admit(
  { sessions, accounts }: AdmitDeps,
  { permission }: Pick<Route, 'permission'>,
  request: Request,
): Promise<SignedIn> {
  const token = tokenOf(request);
  const session = token === null ? null : await sessions.use(token);
  if (token === null || session === null) {
    throw problem('not-signed-in', { detail: 'There is no session, or it has ended. Nothing was done.' });
  }
  const environment = environmentOf(request, accounts);
  if (permission !== 'signed-in' && permission !== 'public') {
    if (environment === null) throw new Error(`${permission} is asked for where no environment is`);
    if (!may(session.role, permission, environment)) {
      const detail = `The role ${session.role} may not do this in ${environment} (${permission}). Nothing was done.`;
      throw problem('forbidden', { detail });
    }
  }
  const { staffId, name, role } = session;
  return {
    actor: { staffId, name, role, requestId: requestIdOf(request) },
    session: { ...session, token, stillValid: () => sessions.isAlive(token) },
    environment,
  };
}

function environmentOf(request: Request, accounts: Environments): EnvironmentName | null {
  const given = request.params.environment;
  if (given === undefined) return null;
  const known = accounts.environments().find(({ name }) => name === given);
  if (known === undefined) {
    const names = accounts.environments().map(({ name }) => name);
    throw problem('environment-unknown', { detail: `This server runs: ${names.join(', ')}. Nothing was done.` });
  }
  return known.name;
}
