import type { Content } from '../armings.ts';
import type { ProviderTwin } from '../twin.ts';
import { linkTransaction } from './link-statement.ts';
import { remOffers } from './rem-offers.ts';
import { RemRejection } from './rem-rejection.ts';
import { jsonReply, rejection, strangeFields } from './rem-replies.ts';

const minuteMs = 60_000;

/** REM in the parts that the twin has in common. */
export const remTwin: ProviderTwin = {
  offers: (link) => remOffers(link.order),
  callbackBody: (link, content: Content) =>
    JSON.stringify({ ...linkTransaction(link), ...strangeFields(content, 'on_hold') }),
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
  refusal: (error) => (error instanceof RemRejection ? rejection(error.message) : null),
  internalError: () => jsonReply(500, { status: { code: '500', message: 'Internal server error' } }),
};
