import { randomUUID } from 'node:crypto';
import type { Content } from '../armings.ts';
import { resendCallback } from '../callbacks/send-callback.ts';
import type { RoutingCharge } from '../charges/charge.ts';
import { chooseMethod } from '../charges/choose-method.ts';
import { createCharge } from '../charges/create-charge.ts';
import { payCharge, wholeAmount } from '../charges/pay-charge.ts';
import { mayHappen } from '../charges/transitions.ts';
import { qrReply } from '../http/qr-image.ts';
import { nowOf, type Reply, type Twin } from '../twin.ts';
import { readRoutingRequest, routingFields, textIn } from './read-routing-request.ts';
import { asSaid, jsonReply } from './rem-replies.ts';
import { RoutingRejection, SimulationRefused } from './routing-rejection.ts';
import { routingAsMade, routingStatus } from './routing-statement.ts';

/** create-transaction: the same partner_trx_id again is refused with 203, paid or not (rem-payment-routing.txt). */
export function createPaymentRouting(twin: Twin, body: unknown, content: Content): Reply {
  const request = readRoutingRequest(body, twin.clock.now().getTime());
  const reference = request.partnerTrxId || randomUUID();
  if (twin.store.chargesOf('rem', 'routing', reference).length > 0) throw new RoutingRejection('203');
  const routing = createCharge(twin, {
    provider: 'rem',
    id: randomUUID(),
    reference,
    order: {
      amountIdr: request.amountIdr,
      isOpenAmount: false,
      includeAdminFee: false,
      customerName: '',
      description: null,
      notes: null,
      email: request.email || null,
      phone: null,
      displayName: null,
      disabledMethods: [],
      enabledBanks: [],
    },
    expiresAt: request.expiresAt,
    ofItsKind: {
      kind: 'routing',
      partnerUserId: request.partnerUserId,
      hasHostedPage: request.needsFrontend,
      imageId: randomUUID(),
    },
    fixedMethod: request.needsFrontend ? null : { method: 'qris', channel: null },
  });
  if (routing.kind !== 'routing') throw new Error('a routing was made, and is none');
  const answer = routingAsMade(routing, twin.addressOf);
  return jsonReply(200, asSaid(answer, content, twin.store.settings()), routing.id);
}

/** check-status by exactly one of the two numbers; send_callback has the latest callback sent again. */
export function checkPaymentRoutingStatus(twin: Twin, body: unknown, content: Content): Reply {
  const fields = routingFields(body);
  const routing = findByNumbers(twin, body);
  if (!routing) throw new RoutingRejection('204');
  if (fields.send_callback === true || fields.send_callback === 'true') resendCallback(twin, routing);
  const status = { field: 'payment_status', strange: 'ON_HOLD' } as const;
  const answer = asSaid(routingStatus(routing, twin.addressOf), content, twin.store.settings(), status);
  return jsonReply(200, answer, routing.id);
}

/** simulate-callback: the QR was paid. Whoever names it trx_id gets the answer that such a client reads (providers.md C.11). */
export function simulatePaymentRoutingCallback(twin: Twin, body: unknown): Reply {
  const routing = findRouting(twin, simulatedId(body));
  if (!routing) throw new SimulationRefused('Payment routing not found');
  const at = nowOf(twin);
  const chosen = mayHappen(routing, 'choose')
    ? chooseMethod(twin, routing, { method: 'qris', channel: null }, at)
    : routing;
  if (!mayHappen(chosen, 'pay')) throw new SimulationRefused('Transaction is not waiting for payment');
  payCharge(twin, chosen, wholeAmount, at);
  const isDocumented = Boolean(textIn(routingFields(body), 'payment_routing_id'));
  const answer = isDocumented ? { error: null, success: true } : { status: { code: '000', message: 'Success' } };
  return jsonReply(200, answer, routing.id);
}

/** The QR as an image, for as long as the transaction is valid; no credentials are asked for. */
export function getQrisImage(twin: Twin, imageId: string): Reply {
  const routing = findByImage(twin, imageId);
  const isValid = routing?.choice?.code && routing.expiresAt > nowOf(twin);
  if (!isValid) return { httpStatus: 404, headers: { 'content-type': 'text/plain' }, body: 'Not Found', linkId: null };
  return qrReply(routing.choice?.code ?? '', routing.id);
}

/** REM's id as the documents or one live client name it; empty when there is none. */
export function simulatedId(body: unknown): string {
  const fields = routingFields(body);
  return textIn(fields, 'payment_routing_id') || textIn(fields, 'trx_id');
}

export function findRouting(twin: Twin, id: string): RoutingCharge | null {
  const charge = twin.store.charge(id);
  return charge?.kind === 'routing' ? charge : null;
}

export const findByImage = (twin: Twin, imageId: string) =>
  routings(twin).find((routing) => routing.imageId === imageId) ?? null;

/** The routing that check-status asks for; throws RoutingRejection unless exactly one number is given. */
export function findByNumbers(twin: Twin, body: unknown): RoutingCharge | null {
  const fields = routingFields(body);
  const partnerTrxId = textIn(fields, 'partner_trx_id');
  const receipt = textIn(fields, 'payment_reference_number');
  if (Boolean(partnerTrxId) === Boolean(receipt))
    throw new RoutingRejection('400', 'Either partner_trx_id or payment_reference_number must be given, not both');
  if (receipt) return routings(twin).find(({ payment }) => payment?.paymentReferenceNumber === receipt) ?? null;
  const [routing] = twin.store.chargesOf('rem', 'routing', partnerTrxId);
  return routing?.kind === 'routing' ? routing : null;
}

const routings = (twin: Twin) => twin.store.charges().flatMap((charge) => (charge.kind === 'routing' ? charge : []));
