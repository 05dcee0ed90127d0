import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import { findLatestCallback } from '../destinations/find-latest-callback.ts';
import { type PaymentRequest, requirePayment } from '../kinds/require-payment.ts';
import { findCallbackRows } from './find-callback-rows.ts';

/**
 * Which callback is meant by the latest of a payment, so that a person sees it before it is sent to a destination; or why there
 * is none. Throws payment-unknown.
 */
export async function getLatestCallback(
  { db }: { db: Db },
  request: PaymentRequest,
): Promise<components['schemas']['LatestCallback']> {
  const { id } = await requirePayment(db, request);
  const latest = await findLatestCallback(db, id);
  if ('reason' in latest) return { callback: null, reason: latest.reason };
  const [row] = await findCallbackRows(db, [latest.id]);
  if (!row) throw new Error(`a callback was found and is not there: ${latest.id}`);
  return { callback: row, reason: null };
}
