import type { components } from '../../openapi/generated/console.ts';
import { findCallbackRows } from '../callbacks/find-callback-rows.ts';
import type { Db } from '../db/db.ts';
import { findPayments } from '../payments/find-payment.ts';
import { presentPaymentRow } from '../payments/present-payment.ts';
import type { LiveEvent } from './live.sql.ts';

type Schemas = components['schemas'];

/** An event with what a table shows of its subject now: contacts are not in it, so it is the same for everybody. */
export type RowEvent = LiveEvent &
  ({ name: 'payment'; row: Schemas['PaymentRow'] } | { name: 'callback'; row: Schemas['CallbackRow'] });

/** Adds to each event its payment or callback as it is now; one that changed several times comes once, at its newest event. */
export async function withRows(db: Db, events: LiveEvent[]): Promise<RowEvent[]> {
  const newest = new Map(events.map((event) => [subjectOf(event), event]));
  const kept = events.filter((event) => newest.get(subjectOf(event)) === event);
  const payments = await paymentRows(
    db,
    kept.flatMap(({ paymentId }) => paymentId ?? []),
  );
  const callbacks = await callbackRows(
    db,
    kept.flatMap(({ callbackId }) => callbackId ?? []),
  );
  return kept.flatMap((event): RowEvent[] => {
    const payment = event.paymentId === null ? undefined : payments.get(event.paymentId);
    if (payment) return [{ ...event, name: 'payment', row: payment }];
    const callback = event.callbackId === null ? undefined : callbacks.get(String(event.callbackId));
    return callback ? [{ ...event, name: 'callback', row: callback }] : [];
  });
}

const subjectOf = ({ paymentId, callbackId }: LiveEvent): string => paymentId ?? `callback ${callbackId}`;

async function paymentRows(db: Db, ids: string[]): Promise<Map<string, Schemas['PaymentRow']>> {
  if (ids.length === 0) return new Map();
  const payments = await findPayments(db, ids);
  return new Map(payments.map((payment) => [payment.id, presentPaymentRow(payment)]));
}

async function callbackRows(db: Db, ids: number[]): Promise<Map<string, Schemas['CallbackRow']>> {
  if (ids.length === 0) return new Map();
  return new Map((await findCallbackRows(db, ids)).map((row) => [row.id, row]));
}
