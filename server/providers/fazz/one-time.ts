import { isNode } from '../../../openapi/contract-document.ts';
import { isChannel } from '../../../openapi/rules/channels.ts';
import type { Statement } from '../../payments/statement.ts';
import type { Answer, OneTimeOrder, PaymentPort, ProviderFailure } from '../provider.ts';
import { type Ask, declined, type Outcome, toAnswer } from './ask.ts';
import type { FazzClient } from './client.ts';
import { findPayment, listPayments } from './find-payments.ts';
import { paymentBody } from './payment-body.ts';
import { aboutExpiry, aboutReference } from './refusals.ts';
import { createTasks } from './tasks.ts';
import { translatePayment } from './translate-payment.ts';

/** Fazz's one-time payments. Unlike links they can be listed, and so be found by their reference too. */
export function createOneTimePort(client: FazzClient, ask: Ask): PaymentPort<OneTimeOrder> {
  const translate = (data: unknown) => (isNode(data) ? translatePayment(data) : null);
  const read = async (id: string) => toAnswer(await ask('getPayment', 'read', client.getPayment(id), translate));
  const find = (reference: string) => findPayment(client, ask, reference);

  async function send(order: OneTimeOrder): Promise<Answer | ProviderFailure> {
    const sent = client.createPayment(paymentBody(order));
    return toAnswer(await ask.plain('createPayment', 'write', sent, translate));
  }

  return {
    async create(order) {
      const answer = await send(order);
      if (answer.kind !== 'answer' || !isAnother(order, answer.statement)) return answer;
      return declined('it has another payment under this reference', answer.raw);
    },
    async read({ reference, providerPaymentId }) {
      return providerPaymentId === null ? find(reference) : read(providerPaymentId);
    },
    /** By the same creation once more, which gives the first result (B.7); where that is refused, by the list. */
    async resolveCreation(order) {
      const repeated = await send(order);
      const answer =
        repeated.kind === 'declined' ? await afterRefusal(repeated, () => find(order.reference)) : repeated;
      return answer.kind === 'answer' && isAnother(order, answer.statement)
        ? { kind: 'absent', raw: answer.raw }
        : answer;
    },
    async lookUp(value, by) {
      if (by === 'providerPaymentId' || (by === undefined && isPaymentId.test(value)))
        return isPaymentId.test(value) ? read(value) : { kind: 'cannot_look_up' };
      return by === 'paymentReferenceNumber' ? { kind: 'cannot_look_up' } : find(value);
    },
    resendCallback: null,
    list: (request) => listPayments(client, ask, request),
    ...createTasks(ask, 'createPaymentTask', client.createPaymentTask),
  };
}

const isPaymentId = /^contract_\w+$/;

/**
 * A repeat that is refused had no first result (B.7): never made. Not so when the refusal is about the reference or the
 * expiry; then the list is asked, whose silence proves nothing where the reference is said to be taken.
 */
async function afterRefusal(
  { message, raw }: ProviderFailure & { kind: 'declined' },
  find: () => Promise<Outcome>,
): Promise<Outcome> {
  const isTaken = aboutReference.test(message);
  if (!isTaken && !aboutExpiry.test(message)) return { kind: 'absent', raw };
  const found = await find();
  return found.kind === 'absent' && isTaken ? { kind: 'unknown_outcome', message, raw } : found;
}

/**
 * Whether Fazz shows us something else under our reference: it answers a repeated referenceId with the first payment,
 * whoever made it and whatever the repeat says (B.7). Of a paid one the amount may be what was paid.
 */
function isAnother(order: OneTimeOrder, said: Statement): boolean {
  const ourChannel = 'channel' in order ? order.channel : null;
  const isOtherMethod = said.method !== null && said.method !== order.method;
  const isOtherChannel = said.channel !== null && isChannel(said.channel) && said.channel !== ourChannel;
  const isOtherAmount = said.amountIdr !== null && said.amountIdr !== order.amountIdr && said.status !== 'paid';
  return isOtherMethod || isOtherChannel || isOtherAmount;
}
