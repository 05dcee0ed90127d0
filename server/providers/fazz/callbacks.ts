import { createHmac, timingSafeEqual } from 'node:crypto';
import { loadContract } from '../../../openapi/check-contract.ts';
import { isNode } from '../../../openapi/contract-document.ts';
import { mergeDeviations } from '../fields.ts';
import type { CallbackReading } from '../provider.ts';
import { translateLink } from './translate.ts';

/** Reads the raw body of a payment link callback: `{data:{id,type,attributes}}`, or un-wrapped as older samples have it. */
export function readFazzCallback(body: Uint8Array): CallbackReading {
  let message: unknown;
  try {
    message = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return { kind: 'unreadable', reason: 'The body is not JSON.' };
  }
  const resource = isNode(message) && isNode(message.data) ? message.data : message;
  if (!isNode(resource)) return { kind: 'unreadable', reason: 'It names no payment link.' };
  // Links and one-time payments share one callback address (fazz.yaml).
  if (resource.type === 'payment' || /^contract_/.test(String(resource.id)))
    return { kind: 'unreadable', reason: 'It is about a one-time payment, which this version does not keep.' };
  const translation = translateLink(resource);
  if (!translation) return { kind: 'unreadable', reason: 'It names no payment link.' };
  const { statement, deviations } = translation;
  const fromContract = loadContract('fazz').checkWebhook('paymentLinkCallback', message);
  return {
    kind: 'statement',
    reference: statement.reference,
    providerPaymentId: statement.providerPaymentId,
    statement,
    deviations: mergeDeviations(fromContract, deviations),
  };
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
