import { randomBytes } from 'node:crypto';
import type { Content } from '../armings.ts';
import type { OneTimeCharge } from '../charges/charge.ts';
import { createCharge } from '../charges/create-charge.ts';
import { qrReply } from '../http/qr-image.ts';
import { nowOf, type Reply, type Twin } from '../twin.ts';
import { runTask } from './charge-task.ts';
import { oneTimeOffers } from './fazz-offers.ts';
import { FazzRefusal } from './fazz-refusal.ts';
import { fazzReply } from './fazz-replies.ts';
import { readListQuery, within } from './list-query.ts';
import { paymentResource } from './payment-document.ts';
import { methodIdPrefix } from './payment-methods.ts';
import { attributesOf, referenceIdOf } from './read-create-request.ts';
import { type PaymentRequest, readPaymentRequest } from './read-payment-request.ts';

/** POST /payments: 201 for a new payment; the same referenceId again gets the first one, whatever else it says (B.7). */
export function createPayment(twin: Twin, body: unknown, content: Content): Reply {
  const attributes = attributesOf(body);
  const reference = referenceIdOf(attributes);
  const [known] = twin.store.chargesOf('fazz', 'one-time', reference);
  if (known) return paymentReply(twin, 200, findPayment(twin, known.id), content);
  const request = readPaymentRequest(attributes, twin.clock.now().getTime());
  checkAmount(request);
  const { method, channel } = request.method;
  const { id } = createCharge(twin, {
    provider: 'fazz',
    id: `contract_${randomBytes(16).toString('hex')}`,
    reference,
    order: request.order,
    expiresAt: request.expiresAt,
    ofItsKind: {
      kind: 'one-time',
      methodId: `${methodIdPrefix(method, channel)}${randomBytes(16).toString('hex')}`,
      returnUrl: request.returnUrl,
    },
    fixedMethod: request.method,
  });
  return paymentReply(twin, 201, findPayment(twin, id), content);
}

/** Each method has limits of its own (providers.md B.5); what fails them has a code of its own. */
function checkAmount({ order, method }: PaymentRequest): void {
  const offer = oneTimeOffers.find(
    (each) => each.method === method.method && (each.channel === null || each.channel === method.channel),
  );
  const { minIdr = 1, maxIdr = 0 } = offer ?? {};
  if (order.amountIdr < minIdr) throw new FazzRefusal('TXN0002', `amount must be at least ${minIdr}`);
  if (order.amountIdr > maxIdr) throw new FazzRefusal('TXN0003', `amount must not exceed ${maxIdr}`);
}

/** GET /payments/{id}. */
export const getPayment = (twin: Twin, id: string, content: Content): Reply =>
  paymentReply(twin, 200, findPayment(twin, id), content);

/** GET /payments: one page, without counts or links, since none were seen (providers.md B.3, B.8). */
export function listPayments(twin: Twin, query: Readonly<Record<string, unknown>>, content: Content): Reply {
  const page = within(payments(twin), readListQuery(query));
  return fazzReply(200, { data: page.map((payment) => paymentResource(payment, twin.addressOf, content)) });
}

/** POST /payments/{id}/tasks, answered with 201 (providers.md B.3). */
export const createPaymentTask = (twin: Twin, id: string, body: unknown): Reply =>
  runTask(twin, findPayment(twin, id), body, { httpStatus: 201, targetType: 'payment' });

/** The image of a QRIS payment's code, for as long as it can be paid; Fazz serves it outside its API. */
export function qrImage(twin: Twin, methodId: string): Reply | null {
  const payment = payments(twin).find((each) => each.methodId === methodId && each.choice?.method === 'qris');
  if (!payment?.choice?.code || payment.expiresAt <= nowOf(twin)) return null;
  return qrReply(payment.choice.code, payment.id);
}

const paymentReply = (twin: Twin, httpStatus: number, payment: OneTimeCharge, content: Content) =>
  fazzReply(httpStatus, { data: paymentResource(payment, twin.addressOf, content) }, payment.id);

function findPayment(twin: Twin, id: string): OneTimeCharge {
  const charge = twin.store.charge(id);
  if (charge?.kind !== 'one-time') throw new FazzRefusal('004', 'payment not found', 404);
  return charge;
}

/** Oldest first. */
const payments = (twin: Twin) => twin.store.charges().flatMap((charge) => (charge.kind === 'one-time' ? charge : []));
