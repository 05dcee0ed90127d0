import type { EnvironmentName, PaymentKind } from '../api/keys.ts';

/** The lists of payments: one of each kind, and the one of all kinds. */
export type Place = 'payments' | 'links' | 'routings' | 'one-time';

export const placeOf: Record<PaymentKind, Place> = { link: 'links', routing: 'routings', 'one-time': 'one-time' };

/** Every address of the console. `search` is a query string with its question mark, or empty. */
export const paths = {
  signIn: (next?: string) => (next && next !== '/' ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  overview: (environment: EnvironmentName) => `/${environment}`,
  list: (environment: EnvironmentName, place: Place, search = '') => `/${environment}/${place}${search}`,
  payment: (environment: EnvironmentName, place: Place, id: string, search = '') =>
    `/${environment}/${place}/${id}${search}`,
  create: (environment: EnvironmentName, kind: PaymentKind) => `/${environment}/${placeOf[kind]}/new`,
  callbacks: (environment: EnvironmentName, search = '') => `/${environment}/callbacks${search}`,
  callback: (environment: EnvironmentName, id: string, search = '') => `/${environment}/callbacks/${id}${search}`,
  destinations: (environment: EnvironmentName) => `/${environment}/destinations`,
  resends: (environment: EnvironmentName) => `/${environment}/resends`,
  /** `search` is that of the payments whose callbacks are to be sent again. */
  newResend: (environment: EnvironmentName, search: string) => `/${environment}/resends/new${search}`,
  /** `search` is that of the callbacks that are to be sent again. */
  newResendOfCallbacks: (environment: EnvironmentName, search: string) =>
    `/${environment}/resends/new/callbacks${search}`,
  resend: (environment: EnvironmentName, id: string) => `/${environment}/resends/${id}`,
  imports: (environment: EnvironmentName) => `/${environment}/imports`,
  codes: (environment: EnvironmentName, key = '') => `/${environment}/codes${key && `#${key}`}`,
};

/** Where to go after signing in: only ever a place of this console, whatever stands in the address. */
export function placeAfterSignIn(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/';
}
