import { mergeDeviations } from '../fields.ts';
import type { Answer, LinkOrder, PaymentPort } from '../provider.ts';
import type { Ask, Outcome } from './ask.ts';
import type { LinkStatusQuery, RemClient } from './client.ts';
import { linkBody } from './link-body.ts';
import { lookUpLink } from './look-up-link.ts';
import { deletedLink, mergeReads, translateCreated, translateDetails, translateStatus } from './translate-link.ts';

/**
 * REM's payment links. The status endpoint is the main read; GET alone says payment_link_id, and how a link was made.
 * `payUrl` is where REM's payer pages are, null when that is not known.
 */
export function createLinkPort(client: RemClient, ask: Ask, payUrl: string | null): PaymentPort<LinkOrder> {
  const readStatus = (query: LinkStatusQuery) =>
    ask('getPaymentLinkStatus', 'read', client.getPaymentLinkStatus(query), translateStatus);

  const readDetails = (id: string) =>
    ask('getPaymentLink', 'read', client.getPaymentLink(id), (data) => translateDetails(data, payUrl));

  /** Absent only when both endpoints say so: a link that one of them knows exists. */
  async function readBoth(reference: string): Promise<Outcome> {
    const status = await readStatus({ partner_tx_id: reference });
    if (status.kind === 'unavailable') return status;
    const details = await readDetails(reference);
    if (status.kind === 'answer') return details.kind === 'answer' ? mergeAnswers(status, details) : status;
    return status.kind === 'absent' || details.kind === 'answer' ? details : status;
  }

  return {
    async create(order) {
      if (order.provider !== 'rem')
        return { kind: 'declined', code: null, message: 'the order is not for REM', raw: null };
      const sent = client.createPaymentLink(linkBody(order));
      return ask.create('createPaymentLink', sent, (data, saysSuccess) => translateCreated(data, saysSuccess, payUrl));
    },
    read({ reference, providerPaymentId }) {
      return providerPaymentId === null ? readBoth(reference) : readStatus({ partner_tx_id: reference });
    },
    resolveCreation: ({ reference }) => readBoth(reference),
    lookUp: (value, by) => lookUpLink({ readStatus, readDetails, readBoth }, value, by),
    delete({ reference, providerPaymentId }) {
      const sent = client.deletePaymentLink(providerPaymentId ?? reference);
      return ask('deletePaymentLink', 'write', sent, (_, saysSuccess) =>
        saysSuccess ? { statement: deletedLink, deviations: [] } : null,
      );
    },
    resendCallback({ reference }) {
      const sent = client.getPaymentLinkStatus({ partner_tx_id: reference, send_callback: true });
      return ask('getPaymentLinkStatus', 'write', sent, translateStatus);
    },
    simulate: {},
    list: null,
  };
}

function mergeAnswers(status: Answer, details: Answer): Answer {
  return {
    kind: 'answer',
    statement: mergeReads(status.statement, details.statement),
    raw: `${status.raw}\n${details.raw}`,
    deviations: mergeDeviations(status.deviations, details.deviations),
  };
}
