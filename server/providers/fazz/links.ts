import { isNode } from '../../../openapi/contract-document.ts';
import type { Answer, LinkOrder, PaymentPort, ProviderFailure } from '../provider.ts';
import { type Ask, declined, idUnknown, toAnswer } from './ask.ts';
import type { FazzClient } from './client.ts';
import { linkBody } from './link-body.ts';
import { aboutExpiry, aboutReference } from './refusals.ts';
import { createTasks } from './tasks.ts';
import { translateLink } from './translate-link.ts';

/** Fazz's payment links, which are known by Fazz's own id alone; referenceId makes a creation idempotent (F6). */
export function createLinkPort(client: FazzClient, ask: Ask): PaymentPort<LinkOrder> {
  const translate = (data: unknown) => (isNode(data) ? translateLink(data) : null);

  async function create(order: LinkOrder): Promise<Answer | ProviderFailure> {
    if (order.provider !== 'fazz') return declined('the order is not for Fazz');
    const sent = client.createPaymentLink(linkBody(order));
    return toAnswer(await ask.plain('createPaymentLink', 'write', sent, translate));
  }

  const read = async (id: string) =>
    toAnswer(await ask('getPaymentLink', 'read', client.getPaymentLink(id), translate));

  return {
    create,
    async read({ providerPaymentId }) {
      return providerPaymentId === null ? idUnknown : read(providerPaymentId);
    },
    async resolveCreation(order) {
      const answer = await create(order);
      if (answer.kind !== 'declined') return answer;
      const { message, raw } = answer;
      // A repeat returns the first result (F6), so one that is refused had none: the link was never made.
      return aboutReference.test(message) || aboutExpiry.test(message)
        ? { kind: 'unknown_outcome', message, raw }
        : { kind: 'absent', raw };
    },
    async lookUp(value, by = 'providerPaymentId') {
      return by === 'providerPaymentId' && /^paymentlink_\w+$/.test(value) ? read(value) : { kind: 'cannot_look_up' };
    },
    resendCallback: null,
    list: null,
    ...createTasks(ask, 'createPaymentLinkTask', client.createPaymentLinkTask),
  };
}
