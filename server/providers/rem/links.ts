import { loadContract } from '../../../openapi/check-contract.ts';
import type { Node } from '../../../openapi/contract-document.ts';
import type { RemSecrets } from '../../config/secrets.ts';
import type { Exchange } from '../exchange.ts';
import { type CallKind, failureOf, neverAbsent, storable } from '../failure.ts';
import { mergeDeviations } from '../fields.ts';
import type { Absent, Answer, LinkProvider, ProviderFailure } from '../provider.ts';
import { readRemCallback } from './callbacks.ts';
import { createRemClient, type StatusQuery } from './client.ts';
import { judgeRem } from './errors.ts';
import { lookUpRemLink } from './look-up.ts';
import { orderBody } from './order.ts';
import {
  deletedLink,
  mergeReads,
  type Translation,
  translateCreated,
  translateDetails,
  translateStatus,
} from './translate.ts';

type Outcome = Answer | Absent | ProviderFailure;

export interface RemOptions {
  baseUrl: string;
  /** Where REM's payer pages are; null when that is not known. */
  payUrl: string | null;
  secrets: RemSecrets;
  timeoutMs: number;
  clock: () => Date;
}

/** REM's payment links. The status endpoint is the main read; GET alone says payment_link_id, and how a link was made. */
export function createRemLinks({ baseUrl, payUrl, secrets, timeoutMs, clock }: RemOptions): LinkProvider {
  const client = createRemClient({ baseUrl, secrets, timeoutMs });
  const contract = loadContract('rem');

  async function ask(
    operationId: string,
    call: CallKind,
    sent: Promise<Exchange>,
    translate: (data: Node, saysSuccess: boolean) => Translation | null,
  ): Promise<Outcome> {
    const answer = judgeRem(await sent, clock());
    if (answer.kind === 'trouble') return failureOf(answer, call);
    const { raw, body, httpStatus } = answer;
    const translation = translate(answer.data, answer.saysSuccess);
    if (!translation) {
      const message = `JSON that says nothing of a link (HTTP ${httpStatus})`;
      return failureOf({ trouble: 'unreadable', message, raw }, call);
    }
    const { statement, deviations } = translation;
    const fromContract = contract.checkResponse(operationId, httpStatus, body);
    return { kind: 'answer', statement, raw: storable(raw), deviations: mergeDeviations(fromContract, deviations) };
  }

  const readStatus = (query: StatusQuery) =>
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
    canResendCallback: true,
    async createLink(order) {
      if (order.provider !== 'rem')
        return { kind: 'declined', code: null, message: 'the order is not for REM', raw: null };
      const sent = client.createPaymentLink(orderBody(order));
      return neverAbsent(
        await ask('createPaymentLink', 'write', sent, (data, saysSuccess) =>
          translateCreated(data, saysSuccess, payUrl),
        ),
      );
    },
    readLink({ reference, providerPaymentId }) {
      return providerPaymentId === null ? readBoth(reference) : readStatus({ partner_tx_id: reference });
    },
    deleteLink({ reference, providerPaymentId }) {
      const sent = client.deletePaymentLink(providerPaymentId ?? reference);
      return ask('deletePaymentLink', 'write', sent, (_, saysSuccess) =>
        saysSuccess ? { statement: deletedLink, deviations: [] } : null,
      );
    },
    resendCallback({ reference }) {
      const sent = client.getPaymentLinkStatus({ partner_tx_id: reference, send_callback: true });
      return ask('getPaymentLinkStatus', 'write', sent, translateStatus);
    },
    resolveCreation: ({ reference }) => readBoth(reference),
    lookUpLink: (value) => lookUpRemLink({ readStatus, readBoth }, value),
    readCallback: readRemCallback,
    verifyCallback: () => true,
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
