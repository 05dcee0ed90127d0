import { createHmac } from 'node:crypto';
import type { Content } from '../armings.ts';
import type { Charge } from '../charges/charge.ts';
import { demoAccount } from '../demo-account.ts';
import type { ProviderTwin, Twin } from '../twin.ts';
import { fazzOffers, oneTimeOffers } from './fazz-offers.ts';
import { errorDocument, FazzRefusal } from './fazz-refusal.ts';
import { fazzReply, refusalReply } from './fazz-replies.ts';
import { linkResource } from './link-document.ts';
import { paymentResource } from './payment-document.ts';

const attemptsInAll = 20;
const gapGrowthMs = 5 * 60_000;

/** First after 5 minutes, each gap 5 minutes longer, 20 attempts in all (providers.md B.9). */
const retryGapsMs = Array.from({ length: attemptsInAll - 1 }, (_, index) => (index + 1) * gapGrowthMs);

/** Fazz in the parts that the twin has in common. */
export const createFazzTwin = (addressOf: Twin['addressOf']): ProviderTwin => ({
  offers: ({ kind, order }) => (kind === 'one-time' ? oneTimeOffers : fazzOffers(order)),
  callbackBody: (charge, content) => JSON.stringify({ data: resource(charge, addressOf, content) }),
  /** HMAC-SHA256 of the raw body, lower-case hex, under both names that are known (providers.md B.9, C.22). */
  callbackSignature(body, isWrong) {
    const secret = isWrong ? 'ss_of_somebody_else' : demoAccount.fazz.signingSecret;
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    return { 'Xfers-Signature': signature, 'X-Xfers-Signature': signature };
  },
  retryGapsMs: () => retryGapsMs,
  refusal: (error) => (error instanceof FazzRefusal ? refusalReply(error) : null),
  tooManyRequests(retryAfterSeconds) {
    const reply = fazzReply(429, errorDocument('010', 'too many requests'));
    return { ...reply, headers: { ...reply.headers, 'retry-after': String(retryAfterSeconds) } };
  },
  internalError: () => fazzReply(500, errorDocument('001', 'something went wrong')),
  /** Numbered codes are REM's; the scenario is not for Fazz. */
  rejectionWith: () => fazzReply(500, errorDocument('000', 'unknown error')),
});

function resource(charge: Charge, addressOf: Twin['addressOf'], content: Content): object {
  if (charge.kind === 'routing') throw new Error('Fazz has no routings');
  return charge.kind === 'link'
    ? linkResource(charge, addressOf, content)
    : paymentResource(charge, addressOf, content);
}
