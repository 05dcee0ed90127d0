import { loadContract } from '../../../openapi/check-contract.ts';
import type { Node } from '../../../openapi/contract-document.ts';
import type { FazzSecrets } from '../../config/secrets.ts';
import type { Exchange } from '../exchange.ts';
import { type CallKind, failureOf, neverAbsent, storable } from '../failure.ts';
import { mergeDeviations } from '../fields.ts';
import type { Absent, Answer, LinkOrder, LinkProvider, ProviderFailure } from '../provider.ts';
import { readFazzCallback, verifyFazzSignature } from './callbacks.ts';
import { createFazzClient } from './client.ts';
import { judgeFazz } from './errors.ts';
import { orderBody } from './order.ts';
import { type Translation, translateCancelled, translateLink } from './translate.ts';

type Outcome = Answer | Absent | ProviderFailure;

export interface FazzOptions {
  baseUrl: string;
  secrets: FazzSecrets;
  timeoutMs: number;
  clock: () => Date;
}

/** Fazz's payment links, which are known by Fazz's own id alone; referenceId makes a creation idempotent (F6). */
export function createFazzLinks({ baseUrl, secrets, timeoutMs, clock }: FazzOptions): LinkProvider {
  const client = createFazzClient({ baseUrl, secrets, timeoutMs });
  const contract = loadContract('fazz');

  async function ask(
    operationId: string,
    call: CallKind,
    sent: Promise<Exchange>,
    translate: (data: Node) => Translation | null,
  ): Promise<Outcome> {
    const answer = judgeFazz(await sent, clock());
    if (answer.kind === 'trouble') return failureOf(answer, call);
    const { raw, body, httpStatus } = answer;
    const translation = translate(answer.data);
    if (!translation) {
      const message = `JSON that says nothing of the link (HTTP ${httpStatus})`;
      return failureOf({ trouble: 'unreadable', message, raw }, call);
    }
    const { statement, deviations } = translation;
    const fromContract = contract.checkResponse(operationId, httpStatus, body);
    return { kind: 'answer', statement, raw: storable(raw), deviations: mergeDeviations(fromContract, deviations) };
  }

  async function create(order: LinkOrder): Promise<Answer | ProviderFailure> {
    if (order.provider !== 'fazz') return declined('the order is not for Fazz');
    const sent = client.createPaymentLink(orderBody(order));
    return neverAbsent(await ask('createPaymentLink', 'write', sent, translateLink));
  }

  const read = (id: string) => ask('getPaymentLink', 'read', client.getPaymentLink(id), translateLink);

  return {
    canResendCallback: false,
    createLink: create,
    async readLink({ providerPaymentId }) {
      return providerPaymentId === null ? idUnknown : read(providerPaymentId);
    },
    async deleteLink({ providerPaymentId: id }) {
      if (id === null) return idUnknown;
      const sent = client.createPaymentLinkTask(id, 'cancel');
      return ask('createPaymentLinkTask', 'write', sent, (task) => translateCancelled(task, id));
    },
    async resendCallback() {
      return declined('it has no way to send a callback again');
    },
    async resolveCreation(order) {
      const answer = await create(order);
      if (answer.kind !== 'declined') return answer;
      const { message, raw } = answer;
      return provesNothing.test(message) ? { kind: 'unknown_outcome', message, raw } : { kind: 'absent', raw };
    },
    async lookUpLink(value) {
      return /^paymentlink_\w+$/.test(value) ? read(value) : { kind: 'cannot_look_up' };
    },
    readCallback: readFazzCallback,
    verifyCallback: (headers, body) => verifyFazzSignature(secrets.signingSecret, headers, body),
  };
}

/**
 * A repeat returns the first result (F6), so one that is refused had none: the link was never made. Not so when the refusal
 * is about the reference, which may then be the link's own, or about the expiry, which was further ahead the first time.
 */
const provesNothing = /reference|duplicate|expir/i;

function declined(message: string): ProviderFailure {
  return { kind: 'declined', code: null, message, raw: null };
}

const idUnknown: ProviderFailure = {
  kind: 'unavailable',
  message: 'it can be asked only by its own id of the link, which is not known yet',
  retryAfterMs: null,
  raw: null,
};
