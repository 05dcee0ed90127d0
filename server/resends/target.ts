import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { foundCallbacks } from '../callbacks/found-callbacks.ts';
import type { Db } from '../db/db.ts';
import { usableDestination } from '../destinations/usable-destination.ts';
import { type FieldError, problem } from '../http/problems.ts';
import { foundPayments } from '../payments/found-payments.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import type { Accounts } from '../providers/accounts.ts';
import type { Found, Judge } from './judged.sql.ts';
import type { ResendOrder } from './resend-order.ts';
import { judgedClasses } from './resendable.ts';

type Input = components['schemas']['ResendOrderInput'];

/** Providers publish no figure (providers.md A.1); a destination is the merchant's own. */
const mostPerMinuteAtProvider = 600;

/**
 * What decides what an order can send of all that is found. Throws invalid-request for an input that does not fit together, not-found
 * for an unknown destination, and destination-not-allowed for a paused one.
 */
export async function judgeOf(db: Db, accounts: Accounts, environment: EnvironmentName, input: Input): Promise<Judge> {
  const { paymentFilter, callbackFilter, via, destinationId, perMinute } = input;
  if (paymentFilter && callbackFilter)
    throw invalid('callbackFilter', 'not_allowed', 'an order has one filter, of payments or of callbacks');
  if (!paymentFilter && !callbackFilter)
    throw invalid('paymentFilter', 'required', 'say of which payments, or by callbackFilter which callbacks');
  if (via === 'provider') {
    if (callbackFilter)
      throw invalid('callbackFilter', 'not_allowed', 'a provider is asked about payments: give a paymentFilter');
    if (destinationId !== undefined)
      throw invalid('destinationId', 'not_allowed', 'no destination is sent to by the provider');
    if (perMinute > mostPerMinuteAtProvider)
      throw invalid(
        'perMinute',
        'too_large',
        `at most ${mostPerMinuteAtProvider} a minute at a provider`,
        mostPerMinuteAtProvider,
      );
    return { via, classes: judgedClasses(accounts, environment) };
  }
  if (destinationId === undefined) throw invalid('destinationId', 'required', 'say which destination');
  const { providers, kinds } = await usableDestination(db, environment, destinationId);
  return { via, destinationId, providers, kinds };
}

/** All that the filter of an input finds at an instant. Throws invalid-request for a day that no calendar has. */
export function foundBy(
  actor: Actor,
  environment: EnvironmentName,
  { paymentFilter, callbackFilter }: Partial<Pick<ResendOrder, 'paymentFilter' | 'callbackFilter'>>,
  now: Date,
): Found {
  const params: unknown[] = [];
  if (callbackFilter)
    return { of: 'callbacks', text: foundCallbacks({ environment, ...callbackFilter }, actor, params), params };
  const { kind: kinds, ...filter } = paymentFilter ?? {};
  const search = { environment, ...filter, ...(kinds && { kinds }) };
  return { of: 'payments', text: foundPayments(search, now, params), params };
}

function invalid(field: string, code: FieldError['code'], detail: string, limit?: number) {
  const error = { field, code, detail, ...(limit !== undefined && { limit }) };
  return problem('invalid-request', { detail: `${field}: ${detail}. Nothing was done.`, errors: [error] });
}
