import type { EnvironmentName } from '../api/keys.ts';

/** Every address of the console. `search` is a query string with its question mark, or empty. */
export const paths = {
  signIn: (next?: string) => (next && next !== '/' ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  links: (environment: EnvironmentName, search = '') => `/${environment}/links${search}`,
  link: (environment: EnvironmentName, id: string, search = '') => `/${environment}/links/${id}${search}`,
  createLink: (environment: EnvironmentName) => `/${environment}/links/new`,
};

/** Where to go after signing in: only ever a place of this console, whatever stands in the address. */
export function placeAfterSignIn(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/';
}
