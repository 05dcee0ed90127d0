import { randomUUID } from 'node:crypto';
import { callbackOccasion, takeContent, takeScenario } from '../armings.ts';
import type { Link } from '../links/link.ts';
import { nowOf, type Twin } from '../twin.ts';
import { scheduleDelivery } from './deliver.ts';
import type { Delivery, DeliveryState } from './delivery.ts';

/**
 * Makes the callback of a payment or a settlement and sends it at once, unless a scenario has it sent twice, later or
 * never. After a settlement's callback go those that were held back for it.
 */
export function sendCallback(twin: Twin, link: Link, reason: 'payment' | 'settlement'): void {
  const occasion = callbackOccasion(link);
  const body = twin.providers[link.provider].callbackBody(link, takeContent(twin.store, occasion));
  const scenario = takeScenario(twin.store, occasion, ['sending'])?.scenario;
  const isHeld = scenario === 'callback_reordered' && reason === 'payment' && link.settlement === 'waiting';
  const state = scenario === 'callback_never' ? 'suppressed' : isHeld ? 'held' : 'pending';
  addDelivery(twin, link, reason, body, state);
  if (scenario === 'callback_duplicated') addDelivery(twin, link, 'duplicate', body, 'pending');
  if (reason === 'settlement') releaseHeld(twin, link);
}

/** Sends the latest callback of this link once more, the same bytes; does nothing when there was none. */
export function resendCallback(twin: Twin, link: Link): void {
  const latest = twin.store.deliveries().findLast((each) => each.linkId === link.id && each.state !== 'held');
  if (!latest) return;
  const isKeptBack = takeScenario(twin.store, callbackOccasion(link), ['sending'])?.scenario === 'callback_never';
  addDelivery(twin, link, 'resend', latest.body, isKeptBack ? 'suppressed' : 'pending');
}

function addDelivery(
  twin: Twin,
  link: Link,
  reason: Delivery['reason'],
  body: string,
  state: Extract<DeliveryState, 'pending' | 'held' | 'suppressed'>,
): void {
  const createdAt = nowOf(twin);
  const delivery: Delivery = {
    id: randomUUID(),
    provider: link.provider,
    linkId: link.id,
    reference: link.reference,
    reason,
    body,
    state,
    createdAt,
    nextAttemptAt: state === 'pending' ? createdAt : null,
    attempts: [],
  };
  twin.store.putDelivery(delivery);
  scheduleDelivery(twin, delivery);
}

function releaseHeld(twin: Twin, link: Link): void {
  for (const delivery of twin.store.deliveries()) {
    if (delivery.linkId !== link.id || delivery.state !== 'held') continue;
    const released: Delivery = { ...delivery, state: 'pending', nextAttemptAt: nowOf(twin) };
    twin.store.putDelivery(released);
    scheduleDelivery(twin, released);
  }
}
