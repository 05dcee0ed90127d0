import { ulid } from 'ulid';
import { recordAction } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { problem } from '../http/problems.ts';
import { findByIdempotencyKey } from '../payments/find-payment.ts';
import { insertPayment } from '../payments/intents.ts';
import type { Payment, PaymentKind } from '../payments/payment.ts';
import type { Orders } from '../providers/provider.ts';
import { firstCheckAt } from './check-schedule.ts';
import type { CreateRequest } from './create-payment.ts';
import type { Kind } from './kind.ts';
import { mintReference } from './mint-reference.ts';
import type { PaymentDeps } from './payment-deps.ts';

/** An intent that is committed, and nobody has been called yet. */
export interface Intent<K extends PaymentKind> {
  isNew: true;
  payment: Payment;
  order: Orders[K];
  auditId: number;
}

/** Somebody else's payment under the same Idempotency-Key. */
interface Earlier {
  isNew: false;
  payment: Payment;
  requestDigest: string | null;
}

/** A minted reference has 40 random bits: that one is taken is possible, that five are is a fault. */
const mintAttempts = 5;

/**
 * Writes what we are about to ask a provider for, with its audit entry, in one transaction. Gives the earlier payment when
 * the Idempotency-Key has one. Throws reference-taken when a person's own reference is in use.
 */
export async function openIntent<K extends PaymentKind>(
  deps: PaymentDeps,
  kind: Kind<K>,
  actor: Actor,
  { environment, idempotencyKey, body }: CreateRequest<K>,
  digest: string,
  now: Date,
): Promise<Intent<K> | Earlier> {
  for (let attempt = 0; attempt < mintAttempts; attempt++) {
    const order = kind.toOrder(body, body.reference ?? mintReference(now), now);
    const intent = await deps.db.tx(async (tx): Promise<Intent<K> | null> => {
      const { payment, inserted } = await insertPayment(tx, {
        id: `pay_${ulid(now.getTime()).toLowerCase()}`,
        environment,
        kind: kind.kind,
        provider: kind.providerOf(body),
        reference: order.reference,
        order,
        createdAt: now,
        createdBy: actor.staffId,
        idempotencyKey,
        requestDigest: digest,
        checkAfter: firstCheckAt(now, deps.config.answerWithinMs),
      });
      if (!inserted) return null;
      const auditId = await recordAction(tx, actor, {
        action: kind.createAction,
        environment,
        paymentId: payment.id,
        outcome: 'pending',
        at: now,
      });
      return { isNew: true, payment, order, auditId };
    });
    if (intent) return intent;

    const earlier = await findByIdempotencyKey(deps.db, environment, idempotencyKey);
    if (earlier) return { isNew: false, ...earlier };
    if (body.reference !== undefined) throw referenceTaken(body.reference);
  }
  throw new Error(`no free reference in ${mintAttempts} attempts`);
}

function referenceTaken(reference: string) {
  const detail = `The reference ${reference} belongs to another payment.`;
  return problem('reference-taken', { detail, errors: [{ field: 'reference', code: 'not_unique', detail }] });
}
