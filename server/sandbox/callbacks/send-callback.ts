import { randomUUID } from 'node:crypto';
import { callbackOccasion, takeContent, takeScenario } from '../armings.ts';
import type { Charge } from '../charges/charge.ts';
import { nowOf, type Twin } from '../twin.ts';
import { scheduleDelivery } from './deliver.ts';
import type { Delivery, DeliveryState } from './delivery.ts';

/**
 * Makes the callback of a payment or a settlement and sends it at once, unless a scenario has it sent twice, later or
 * never. After a settlement's callback go those that were held back for it.
 */
export function sendCallback(twin: Twin, charge: Charge, reason: 'payment' | 'settlement'): void {
  const occasion = callbackOccasion(charge);
  const body = callbackBody(twin, charge);
  const scenario = takeScenario(twin.store, occasion, ['sending'])?.scenario;
  const isHeld = scenario === 'callback_reordered' && reason === 'payment' && charge.settlement === 'waiting';
  const state = scenario === 'callback_never' ? 'suppressed' : isHeld ? 'held' : 'pending';
  addDelivery(twin, charge, reason, body, state, scenario === 'wrong_signature');
  if (scenario === 'callback_duplicated') addDelivery(twin, charge, 'duplicate', body, 'pending');
  if (reason === 'settlement') releaseHeld(twin, charge);
}

/** Sends a callback about something that never happened: the body of a charge that is not what the provider knows. */
export function sendForgedCallback(twin: Twin, claimed: Charge): void {
  addDelivery(twin, claimed, 'forged', callbackBody(twin, claimed), 'pending');
}

function callbackBody(twin: Twin, charge: Charge): string {
  const content = takeContent(twin.store, callbackOccasion(charge));
  return twin.providers[charge.provider].callbackBody(charge, content, twin.store.settings());
}

/** Sends the latest callback of this charge once more, the same bytes; does nothing when there was none. */
export function resendCallback(twin: Twin, charge: Charge): void {
  const isOwn = (each: Delivery) => each.linkId === charge.id && each.state !== 'held' && each.reason !== 'forged';
  const latest = twin.store.deliveries().findLast(isOwn);
  if (!latest) return;
  const scenario = takeScenario(twin.store, callbackOccasion(charge), ['sending'])?.scenario;
  const state = scenario === 'callback_never' ? 'suppressed' : 'pending';
  addDelivery(twin, charge, 'resend', latest.body, state, scenario === 'wrong_signature');
}

function addDelivery(
  twin: Twin,
  charge: Charge,
  reason: Delivery['reason'],
  body: string,
  state: Extract<DeliveryState, 'pending' | 'held' | 'suppressed'>,
  isSignedWrong = false,
): void {
  const createdAt = nowOf(twin);
  const delivery: Delivery = {
    id: randomUUID(),
    provider: charge.provider,
    linkId: charge.id,
    reference: charge.reference,
    reason,
    body,
    state,
    isSignedWrong,
    createdAt,
    nextAttemptAt: state === 'pending' ? createdAt : null,
    attempts: [],
  };
  twin.store.putDelivery(delivery);
  scheduleDelivery(twin, delivery);
}

function releaseHeld(twin: Twin, charge: Charge): void {
  for (const delivery of twin.store.deliveries()) {
    if (delivery.linkId !== charge.id || delivery.state !== 'held') continue;
    const released: Delivery = { ...delivery, state: 'pending', nextAttemptAt: nowOf(twin) };
    twin.store.putDelivery(released);
    scheduleDelivery(twin, released);
  }
}
