import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import { findPayments } from '../payments/find-payment.ts';
import { presentLinkRow } from '../payments/present-link.ts';
import type { LiveEvent } from './live.sql.ts';

/** An event with what a table shows of its link now: contacts are not in it, so it is the same for everybody. */
export interface RowEvent extends LiveEvent {
  row: components['schemas']['LinkRow'];
}

/** Adds to each event its link as it is now; a payment that changed several times comes once, at its newest event. */
export async function withRows(db: Db, events: LiveEvent[]): Promise<RowEvent[]> {
  const newest = new Map(events.map((event) => [event.paymentId, event]));
  const kept = events.filter((event) => newest.get(event.paymentId) === event);
  const payments = await findPayments(db, 'link', [...newest.keys()]);
  const rows = new Map(payments.map((payment) => [payment.id, presentLinkRow(payment)]));
  return kept.flatMap((event) => {
    const row = rows.get(event.paymentId);
    return row ? [{ ...event, row }] : [];
  });
}
