import type { ProviderTwin, Reply, Twin } from '../twin.ts';
import { linkTransaction } from './link-statement.ts';
import { remOffers, routingOffers } from './rem-offers.ts';
import { RemRejection } from './rem-rejection.ts';
import { asSaid, jsonReply, rejection } from './rem-replies.ts';
import { codedRejection, RoutingRejection, routingCodes, SimulationRefused } from './routing-rejection.ts';
import { routingCallback } from './routing-statement.ts';

const minuteMs = 60_000;

/** REM in the parts that the twin has in common. */
export const createRemTwin = (addressOf: Twin['addressOf']): ProviderTwin => ({
  offers: ({ kind, order }) => (kind === 'routing' ? routingOffers(order) : remOffers(order)),
  callbackBody: (charge, content, settings) =>
    JSON.stringify(
      charge.kind === 'routing'
        ? asSaid(routingCallback(charge, addressOf), content, settings, { field: 'payment_status', strange: 'ON_HOLD' })
        : asSaid(linkTransaction(charge), content, settings, { field: 'status', strange: 'on_hold' }),
    ),
  /** REM signs nothing (providers.md A.9). */
  callbackSignature: () => ({}),
  /** When a merchant has retries turned on: at once, then +1, +2, +13 and +47 minutes (providers.md A.9). */
  retryGapsMs: ({ remRetries }) => (remRetries ? [0, 1, 2, 13, 47].map((minutes) => minutes * minuteMs) : []),
  /** No source has the body of a 429, nor that it is JSON. */
  tooManyRequests: (retryAfterSeconds) => ({
    httpStatus: 429,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': String(retryAfterSeconds) },
    body: 'Too Many Requests',
    linkId: null,
  }),
  refusal,
  internalError: () => jsonReply(500, { status: { code: '500', message: 'Internal server error' } }),
  rejectionWith: (code) =>
    codedRejection(new RoutingRejection(routingCodes.find((each) => each === String(code)) ?? '901')),
});

function refusal(error: unknown): Reply | null {
  if (error instanceof RemRejection) return rejection(error.message);
  if (error instanceof RoutingRejection) return codedRejection(error);
  if (error instanceof SimulationRefused)
    return jsonReply(200, { error: { Code: '400', Message: error.message }, success: false });
  return null;
}
