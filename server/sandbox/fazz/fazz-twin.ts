import { createHmac } from 'node:crypto';
import { demoAccount } from '../demo-account.ts';
import type { ProviderTwin, Twin } from '../twin.ts';
import { fazzOffers } from './fazz-offers.ts';
import { errorDocument, FazzRefusal } from './fazz-refusal.ts';
import { fazzReply, refusalReply } from './fazz-replies.ts';
import { linkDocument } from './link-document.ts';

const attemptsInAll = 20;
const gapGrowthMs = 5 * 60_000;

/** First after 5 minutes, each gap 5 minutes longer, 20 attempts in all (providers.md B.9). */
const retryGapsMs = Array.from({ length: attemptsInAll - 1 }, (_, index) => (index + 1) * gapGrowthMs);

/** Fazz in the parts that the twin has in common. */
export const createFazzTwin = (payerUrl: Twin['payerUrl']): ProviderTwin => ({
  offers: (link) => fazzOffers(link.order),
  callbackBody: (link, content) => JSON.stringify(linkDocument(link, payerUrl(link.id), content)),
  /** HMAC-SHA256 of the raw body, lower-case hex, under both names that are known (providers.md B.9, C.22). */
  callbackSignature(body) {
    const signature = createHmac('sha256', demoAccount.fazz.signingSecret).update(body).digest('hex');
    return { 'Xfers-Signature': signature, 'X-Xfers-Signature': signature };
  },
  retryGapsMs: () => retryGapsMs,
  refusal: (error) => (error instanceof FazzRefusal ? refusalReply(error) : null),
  tooManyRequests(retryAfterSeconds) {
    const reply = fazzReply(429, errorDocument('010', 'too many requests'));
    return { ...reply, headers: { ...reply.headers, 'retry-after': String(retryAfterSeconds) } };
  },
  internalError: () => fazzReply(500, errorDocument('001', 'something went wrong')),
});
