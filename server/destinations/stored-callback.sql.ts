import type { Db } from '../db/db.ts';
import type { PaymentKind } from '../payments/payment.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';

/** A stored callback, with the name of its payment where it has one. */
export interface StoredCallback {
  id: number;
  provider: ProviderName;
  body: Uint8Array;
  paymentId: string | null;
  kind: PaymentKind | null;
  reference: string | null;
  receivedAt: Date;
  /** Nobody has read it yet; then it goes into the queues. */
  isUnread: boolean;
  /** It reports money, nobody has signed it, and its provider has not said yet whether it is so. */
  isClaimed: boolean;
  isContradicted: boolean;
}

const saidOf = `from observations as said
  left join observations as original on said.verdict = 'duplicate' and original.id = (said.reason ->> 'observationId')::bigint
  where said.payment_id = callbacks.payment_id and said.callback_id = callbacks.id`;
/** Of rows named `callbacks`: unsigned, and what it says, or repeats, contradicts what its provider says otherwise. */
export const isContradicted = `exists (select 1 ${saidOf} and not said.is_proven
  and 'contradicts' in (said.verdict, original.verdict))`;
const storedColumns = `callbacks.id, callbacks.provider, callbacks.body, callbacks.payment_id as "paymentId", payments.kind,
  payments.reference, callbacks.received_at as "receivedAt", callbacks.state = 'received' as "isUnread",
  exists (select 1 ${saidOf} and 'claimed' in (said.verdict, original.verdict)) as "isClaimed",
  ${isContradicted} as "isContradicted"`;

export async function selectCallback(
  db: Db,
  environment: EnvironmentName,
  callbackId: string,
): Promise<StoredCallback | null> {
  const { rows } = await db.query<StoredCallback>(
    `select ${storedColumns} from callbacks left join payments on payments.id = callbacks.payment_id
     where callbacks.environment = $1 and callbacks.id = $2::bigint`,
    [environment, callbackId],
  );
  return rows[0] ?? null;
}

/** One that came too late to change anything, or said once more what another had said before. */
const isOvertaken = `exists (select 1 from observations
  left join observations as original on original.id = (observations.reason ->> 'observationId')::bigint
  where observations.payment_id = $1 and observations.callback_id = callbacks.id
    and (observations.verdict = 'stale' or observations.verdict = 'duplicate' and original.callback_id is not null))`;

/** The latest word about a payment: the callback that arrived last; those contradicted, and those overtaken, only for want of others. */
export async function selectLatestCallback(db: Db, paymentId: string): Promise<StoredCallback | null> {
  const { rows } = await db.query<StoredCallback>(
    `select ${storedColumns} from callbacks join payments on payments.id = callbacks.payment_id
     where callbacks.payment_id = $1
     order by ${isContradicted}, ${isOvertaken}, callbacks.id desc limit 1`,
    [paymentId],
  );
  return rows[0] ?? null;
}
