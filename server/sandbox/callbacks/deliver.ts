import { nowOf, type Twin } from '../twin.ts';
import type { Attempt, Delivery } from './delivery.ts';
import { postCallback } from './post-callback.ts';

/** Puts the next attempt of a pending delivery on the clock. A charge's second callback waits for the answer to its first. */
export function scheduleDelivery(twin: Twin, delivery: Delivery): void {
  if (delivery.state !== 'pending' || !delivery.nextAttemptAt) return;
  twin.clock.schedule(`deliver:${delivery.id}`, delivery.nextAttemptAt, () => {
    const chains = twin.underWay;
    const attempt = (chains.get(delivery.linkId) ?? Promise.resolve()).then(() => attemptDelivery(twin, delivery.id));
    chains.set(delivery.linkId, attempt);
    return attempt.finally(() => {
      if (chains.get(delivery.linkId) === attempt) chains.delete(delivery.linkId);
    });
  });
}

async function attemptDelivery(twin: Twin, id: string): Promise<void> {
  const delivery = twin.store.delivery(id);
  if (delivery?.state !== 'pending') return;
  const settings = twin.store.settings();
  const at = nowOf(twin);
  const result = await postCallback(
    settings.callbackUrls[delivery.provider],
    delivery.body,
    twin.providers[delivery.provider].callbackSignature(delivery.body, delivery.isSignedWrong ?? false),
    AbortSignal.any([AbortSignal.timeout(settings.callbackTimeoutMs), twin.stopping]),
  );
  // A reset has forgotten it meanwhile, or the twin stops: then the next start tries again.
  if (!twin.store.delivery(id) || twin.stopping.aborted) return;
  const next = afterAttempt(delivery, { at, ...result }, twin.providers[delivery.provider].retryGapsMs(settings));
  twin.store.putDelivery(next);
  if (next.state === 'failed')
    twin.log.warn({ reference: delivery.reference, ...result }, 'sandbox: a callback was not taken');
  scheduleDelivery(twin, next);
}

/** Only 200 counts as taken, at both providers (providers.md A.9, B.9). */
function afterAttempt(delivery: Delivery, attempt: Attempt, gapsMs: readonly number[]): Delivery {
  const attempts = [...delivery.attempts, attempt];
  if (attempt.httpStatus === 200) return { ...delivery, attempts, state: 'delivered', nextAttemptAt: null };
  const gapMs = gapsMs[delivery.attempts.length];
  if (gapMs === undefined) return { ...delivery, attempts, state: 'failed', nextAttemptAt: null };
  return { ...delivery, attempts, nextAttemptAt: new Date(Date.parse(attempt.at) + gapMs).toISOString() };
}
