import { type Settlement, type Statement, silent } from '../../payments/statement.ts';
import type { Fields } from '../fields.ts';

interface Status extends Pick<Statement, 'status' | 'isFinal'> {
  settlement: Settlement | null;
}

/** providers.md B.2, B.4: paid is received and not yet withdrawable, completed is available. */
const statuses: Readonly<Record<string, Status>> = {
  draft: { status: 'open', isFinal: false, settlement: null },
  pending: { status: 'open', isFinal: false, settlement: null },
  processing: { status: 'processing', isFinal: false, settlement: null },
  paid: { status: 'paid', isFinal: false, settlement: 'waiting' },
  completed: { status: 'paid', isFinal: false, settlement: 'settled' },
  expired: { status: 'expired', isFinal: true, settlement: null },
  failed: { status: 'failed', isFinal: true, settlement: null },
  cancelled: { status: 'deleted', isFinal: true, settlement: null },
};

/** What the attributes of a link or a payment say of how far it is and of its amount; a word unknown to us is a deviation. */
export function readProgress(attributes: Fields) {
  const { status, isFinal, settlement } = attributes.word('status', statuses) ?? silent;
  const amountIdr = attributes.amountIdr('amount');
  return {
    status,
    isFinal,
    settlement,
    providerStatus: attributes.text('status'),
    failure: status === 'failed' ? { code: 'payment_failed', detail: null, providerCode: null } : null,
    amountIdr,
    // Fazz names no paid amount; it is paid whole or not at all.
    paidAmountIdr: status === 'paid' ? amountIdr : null,
  } as const satisfies Partial<Statement>;
}
