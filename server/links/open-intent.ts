import { ulid } from 'ulid';
import { expiryRange } from '../../openapi/rules/link-rules.ts';
import { recordAction } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { problem } from '../http/problems.ts';
import { firstCheckAt } from '../jobs/check-schedule.ts';
import { findByIdempotencyKey } from '../payments/find-payment.ts';
import { insertPayment } from '../payments/open-intent.ts';
import type { Payment } from '../payments/payment.ts';
import type { LinkOrder } from '../providers/provider.ts';
import type { CreateLinkRequest } from './create-link.ts';
import type { LinkDeps } from './link-deps.ts';
import { mintReference } from './mint-reference.ts';

/** An intent that is committed, and nobody has been called yet. */
export interface Intent {
  isNew: true;
  payment: Payment;
  order: LinkOrder;
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
export async function openIntent(
  deps: LinkDeps,
  actor: Actor,
  { environment, idempotencyKey, body }: CreateLinkRequest,
  digest: string,
  now: Date,
): Promise<Intent | Earlier> {
  for (let attempt = 0; attempt < mintAttempts; attempt++) {
    const order: LinkOrder = {
      ...body,
      reference: body.reference ?? mintReference(now),
      // Fixed here, because Fazz must be sent the very same order again when its answer is lost.
      expiresAt: body.expiresAt ?? expiryRange(body.provider, now).defaultAt.toISOString(),
    };
    const intent = await deps.db.tx(async (tx): Promise<Intent | null> => {
      const { payment, inserted } = await insertPayment(tx, {
        id: `pay_${ulid(now.getTime()).toLowerCase()}`,
        environment,
        kind: 'link',
        provider: body.provider,
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
        action: 'createLink',
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
  const detail = `The reference ${reference} belongs to another link.`;
  return problem('reference-taken', { detail, errors: [{ field: 'reference', code: 'not_unique', detail }] });
}
