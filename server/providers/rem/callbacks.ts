import { loadContract } from '../../../openapi/check-contract.ts';
import type { Node } from '../../../openapi/contract-document.ts';
import { mergeDeviations, readFields } from '../fields.ts';
import type { CallbackReading } from '../provider.ts';
import { openEnvelope } from './envelope.ts';
import { translateStatus } from './translate-link.ts';
import { translateRoutingStatus } from './translate-routing.ts';

const translators = { link: translateStatus, routing: translateRoutingStatus };
const webhooks = { link: 'paymentLinkCallback', routing: 'paymentRoutingCallback' };

/** Reads the raw body of a callback about a payment link or a routing (providers.md A.8, A.12). REM signs nothing. */
export function readRemCallback(body: Uint8Array): CallbackReading {
  let message: unknown;
  try {
    message = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return { kind: 'unreadable', reason: 'The body is not JSON.' };
  }
  const opened = openEnvelope(message);
  const about = opened.kind === 'data' ? kindOf(opened.data) : 'none';
  if (about === 'both') return { kind: 'unreadable', reason: 'It names both a payment link and a routing.' };
  const translation = opened.kind === 'data' && about !== 'none' ? translators[about](opened.data) : null;
  const { reference = null, providerPaymentId = null } = translation?.statement ?? {};
  if (!translation || about === 'none' || (reference === null && providerPaymentId === null))
    return { kind: 'unreadable', reason: 'It names no payment link and no routing.' };
  const { statement, deviations } = translation;
  const fromContract = loadContract('rem').checkWebhook(webhooks[about], message);
  return {
    kind: 'statement',
    about,
    reference,
    providerPaymentId,
    statement,
    deviations: mergeDeviations(fromContract, deviations),
  };
}

/**
 * A link is known by `partner_tx_id`, a routing by `partner_trx_id` or REM's `trx_id`. When both are named, the field decides
 * in which the status stands; when that is in both or in neither, nobody can say whose payment it is.
 */
function kindOf(data: Node): 'link' | 'routing' | 'both' | 'none' {
  const fields = readFields(data, 'wib');
  const has = (name: string) => fields.text(name) !== null;
  const isLink = has('partner_tx_id');
  const isRouting = has('partner_trx_id') || has('trx_id');
  if (isLink && isRouting) {
    if (has('status') === has('payment_status')) return 'both';
    return has('status') ? 'link' : 'routing';
  }
  return isLink ? 'link' : isRouting ? 'routing' : 'none';
}
