import { loadContract } from '../../../openapi/check-contract.ts';
import { isNode } from '../../../openapi/contract-document.ts';
import { mergeDeviations } from '../fields.ts';
import type { CallbackReading } from '../provider.ts';
import { openEnvelope } from './envelope.ts';
import { translateStatus } from './translate.ts';

/** Reads the raw body of a payment link callback (providers.md A.8). REM signs nothing. */
export function readRemCallback(body: Uint8Array): CallbackReading {
  let message: unknown;
  try {
    message = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return { kind: 'unreadable', reason: 'The body is not JSON.' };
  }
  if (isNode(message) && 'partner_trx_id' in message)
    return { kind: 'unreadable', reason: 'It is about a payment routing, which this version does not keep.' };
  const opened = openEnvelope(message);
  const translation = opened.kind === 'data' ? translateStatus(opened.data) : null;
  const reference = translation?.statement.reference ?? null;
  if (!translation || reference === null) return { kind: 'unreadable', reason: 'It names no payment link.' };
  const { statement, deviations } = translation;
  const fromContract = loadContract('rem').checkWebhook('paymentLinkCallback', message);
  return {
    kind: 'statement',
    reference,
    providerPaymentId: statement.providerPaymentId,
    statement,
    deviations: mergeDeviations(fromContract, deviations),
  };
}
