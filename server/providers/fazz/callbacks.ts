import { createHmac, timingSafeEqual } from 'node:crypto';
import { loadContract } from '../../../openapi/check-contract.ts';
import { isNode, type Node } from '../../../openapi/contract-document.ts';
import { mergeDeviations } from '../fields.ts';
import type { CallbackReading } from '../provider.ts';
import { translateLink } from './translate-link.ts';
import { translatePayment } from './translate-payment.ts';

/**
 * Reads the raw body of a callback: `{data:{id,type,attributes}}`, or un-wrapped as older samples have it. Links and
 * one-time payments share one callback address (fazz.yaml).
 */
export function readFazzCallback(body: Uint8Array): CallbackReading {
  let message: unknown;
  try {
    message = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return { kind: 'unreadable', reason: 'The body is not JSON.' };
  }
  const resource = isNode(message) && isNode(message.data) ? message.data : message;
  const about = isNode(resource) ? aboutOf(resource) : null;
  const translation = isNode(resource) && about ? translators[about](resource) : null;
  if (!about || !translation)
    return { kind: 'unreadable', reason: 'It names no payment link and no one-time payment.' };
  const { statement, deviations } = translation;
  const fromContract = loadContract('fazz').checkWebhook(webhooks[about], message);
  return {
    kind: 'statement',
    about,
    reference: statement.reference,
    providerPaymentId: statement.providerPaymentId,
    statement,
    deviations: mergeDeviations(fromContract, deviations),
  };
}

const translators = { link: translateLink, 'one-time': translatePayment };
const webhooks = { link: 'paymentLinkCallback', 'one-time': 'paymentCallback' };

/** By the id, with which Fazz would be asked; where that has no known beginning, by `type` (providers.md B.9). */
function aboutOf({ id, type }: Node): 'link' | 'one-time' | null {
  if (typeof id === 'string' && id.startsWith('paymentlink_')) return 'link';
  if (typeof id === 'string' && id.startsWith('contract_')) return 'one-time';
  if (type === 'payment_links') return 'link';
  return type === 'payment' ? 'one-time' : null;
}

/** Xfers-Signature is the documented name, the other one that of newer notes (providers.md B.9). */
const signatureHeaders = ['xfers-signature', 'x-xfers-signature'];

/** Whether a header holds the hex HMAC-SHA256 of the raw body under the signing secret; compared in constant time. */
export function verifyFazzSignature(
  signingSecret: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: Uint8Array,
): boolean {
  if (signingSecret === '') return false;
  const expected = createHmac('sha256', signingSecret).update(body).digest();
  return Object.entries(headers)
    .filter(([name]) => signatureHeaders.includes(name.toLowerCase()))
    .some(([, value]) => {
      const [, hex] = /^(?:sha256=)?([0-9a-f]{64})$/i.exec(String(value).trim()) ?? [];
      return hex !== undefined && timingSafeEqual(Buffer.from(hex, 'hex'), expected);
    });
}
