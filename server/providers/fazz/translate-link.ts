/** From Fazz's payment link documents to statements; nothing beyond this folder knows Fazz's words. */
import { isNode, type Node } from '../../../openapi/contract-document.ts';
import { type Statement, silent } from '../../payments/statement.ts';
import { readFields } from '../fields.ts';
import type { Translation } from './ask.ts';
import { readProgress } from './statuses.ts';

/** `{id, type, attributes}` of a payment link; null when it has no id or no attributes. */
export function translateLink(resource: Node): Translation | null {
  const identity = readFields(resource, 'unreadable');
  const providerPaymentId = identity.id('id');
  if (providerPaymentId === null || !isNode(resource.attributes)) return null;
  const fields = readFields(resource.attributes, 'unreadable');
  const options = isNode(resource.attributes.paymentMethodOptions) ? resource.attributes.paymentMethodOptions : {};
  const email = fields.text('customerEmail');
  // The provider's own sandbox answers "1" for the address (fazz.yaml).
  const hasPlaceholder = fields.text('paymentLinkUrl') === '1';
  const statement: Statement = {
    ...silent,
    ...readProgress(fields),
    providerPaymentId,
    reference: fields.text('referenceId'),
    url: hasPlaceholder ? null : fields.url('paymentLinkUrl'),
    customerName: fields.text('customerName'),
    description: fields.text('description'),
    emails: email === null ? null : [email],
    phone: fields.text('customerPhoneNumber'),
    displayName: fields.text('displayName') ?? readFields(options, 'unreadable').text('displayName'),
    createdAt: fields.instant('createdAt'),
    expiresAt: fields.instant('expiredAt'),
  };
  return { statement, deviations: [...identity.deviations, ...fields.deviations] };
}
