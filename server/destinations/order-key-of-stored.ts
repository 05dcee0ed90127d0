import type { EnvironmentName } from '../payments/statement.ts';
import type { Accounts } from '../providers/accounts.ts';
import { orderKey } from './order-key.ts';
import type { StoredCallback } from './stored-callback.sql.ts';

/** The order key of a callback that is in our store; of one without a payment here it is read once more what it is about. */
export function orderKeyOfStored(accounts: Accounts, environment: EnvironmentName, callback: StoredCallback): string {
  const { id, provider, body, kind, reference } = callback;
  if (kind !== null) return orderKey(id, { provider, kind, reference });
  const reading = accounts.get(environment, provider)?.readCallback(body);
  if (reading?.kind !== 'statement') return orderKey(id, { provider, kind, reference });
  return orderKey(id, { provider, kind: reading.about, reference: reading.reference ?? reading.providerPaymentId });
}
