import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import { findLatestCallback } from '../destinations/find-latest-callback.ts';
import { type PaymentRequest, requirePayment } from '../kinds/require-payment.ts';
import { findCallbackRows } from './find-callback-rows.ts';

/**
 * Which callback is meant by the latest of a payment, so that a person sees it before it is sent to a destination. Null when
 * none can be sent. Throws payment-unknown.
 */
export async function getLatestCallback(
  { db }: { db: Db },
  request: PaymentRequest,
): Promise<components['schemas']['LatestCallback']> {
  const { id } = await requirePayment(db, request);
  const latest = await findLatestCallback(db, id);
  const [row] = latest ? await findCallbackRows(db, [latest.id]) : [];
  return { callback: row ?? null };
}
