import { queryOptions, useQuery } from '@tanstack/react-query';
import type { components } from '../../openapi/generated/console.ts';
import { api, unwrap } from './client.ts';
import { forgetEarlyAnswers } from './early.ts';
import { keys } from './keys.ts';

export type Session = components['schemas']['Session'];
export type SignInInput = components['schemas']['SignInInput'];
export type EnvironmentAccess = components['schemas']['EnvironmentAccess'];
export type Permission = components['schemas']['Permission'];
export type Role = components['schemas']['Role'];

/** Who is signed in. Throws `not-signed-in` when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: ({ signal }) => unwrap(api.GET('/api/session', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The session of a screen behind the sign-in; the router's loader has made sure that it is there. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('useSession is used outside the signed-in part of the application');
  return data;
}

/** Throws `wrong-credentials` or `too-many-attempts` (with retryAfterSeconds). */
export function signIn(input: SignInInput): Promise<Session> {
  forgetEarlyAnswers();
  return unwrap(api.POST('/api/session', { body: input }));
}

export async function signOut(): Promise<void> {
  await unwrap(api.DELETE('/api/session'));
}
