import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import { findPayment } from '../payments/find-payment.ts';
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
  const rows = await Promise.all(
    kept.map(async (event): Promise<RowEvent[]> => {
      const payment = await findPayment(db, event.environment, 'link', event.paymentId);
      return payment ? [{ ...event, row: presentLinkRow(payment) }] : [];
    }),
  );
  return rows.flat();
}
