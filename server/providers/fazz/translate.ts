/** From Fazz's payment link documents to statements; nothing beyond this folder knows Fazz's words. */
import { isNode, type Node } from '../../../openapi/contract-document.ts';
import { type Settlement, type Statement, silent } from '../../payments/statement.ts';
import { readFields } from '../fields.ts';

export interface Translation {
  statement: Statement;
  deviations: readonly string[];
}

interface Status extends Pick<Statement, 'status' | 'isFinal'> {
  settlement: Settlement | null;
}

/** providers.md B.2: paid is received and not yet withdrawable, completed is available. */
const statuses: Readonly<Record<string, Status>> = {
  draft: { status: 'open', isFinal: false, settlement: null },
  pending: { status: 'open', isFinal: false, settlement: null },
  paid: { status: 'paid', isFinal: false, settlement: 'waiting' },
  completed: { status: 'paid', isFinal: false, settlement: 'settled' },
  expired: { status: 'expired', isFinal: true, settlement: null },
  failed: { status: 'failed', isFinal: true, settlement: null },
  cancelled: { status: 'deleted', isFinal: true, settlement: null },
};

/** `{id, type, attributes}` of a payment link; null when it has no id or no attributes. */
export function translateLink(resource: Node): Translation | null {
  const identity = readFields(resource, 'unreadable');
  const providerPaymentId = identity.id('id');
  if (providerPaymentId === null || !isNode(resource.attributes)) return null;
  const fields = readFields(resource.attributes, 'unreadable');
  const options = isNode(resource.attributes.paymentMethodOptions) ? resource.attributes.paymentMethodOptions : {};
  const { status, isFinal, settlement } = fields.word('status', statuses) ?? nothingKnown;
  const amountIdr = fields.amountIdr('amount');
  const email = fields.text('customerEmail');
  // The provider's own sandbox answers "1" for the address (fazz.yaml).
  const hasPlaceholder = fields.text('paymentLinkUrl') === '1';
  const statement: Statement = {
    ...silent,
    status,
    isFinal,
    settlement,
    providerStatus: fields.text('status'),
    failure: status === 'failed' ? { code: 'payment_failed', detail: null } : null,
    providerPaymentId,
    reference: fields.text('referenceId'),
    url: hasPlaceholder ? null : fields.url('paymentLinkUrl'),
    amountIdr,
    // Fazz names no paid amount; its links are paid whole or not at all.
    paidAmountIdr: status === 'paid' ? amountIdr : null,
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

const nothingKnown: Status = { status: null, isFinal: false, settlement: null };

/** The answer to the task `cancel`; null when it speaks of something else. */
export function translateCancelled(task: Node, id: string): Translation | null {
  const attributes = isNode(task.attributes) ? task.attributes : {};
  if (attributes.action !== 'cancel' || attributes.targetId !== id) return null;
  const statement: Statement = { ...silent, status: 'deleted', isFinal: true, providerPaymentId: id };
  return { statement, deviations: [] };
}
