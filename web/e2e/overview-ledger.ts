import type { Db } from '../../server/db/db.ts';
import type { Order } from '../../server/payments/belief.ts';
import type { PaymentKind } from '../../server/payments/payment.ts';
import type { Method, ProviderName } from '../../server/payments/statement.ts';
import { makeLink } from '../../server/testing/make-link.ts';

/** Friday, 20 November 2026, 14:02 in WIB. */
export const now = new Date('2026-11-20T07:02:09.000Z');

interface Made {
  kind?: PaymentKind;
  provider?: ProviderName;
  method: Method | null;
  amountIdr: number;
  /** RFC 3339 with WIB's offset, as a provider would write it. */
  paidAt: string;
  settlesAt?: string;
  order?: Order;
}

/** A payment that was created an hour before it was paid, and waits for settlement. */
export function makePaid(
  db: Db,
  { kind, provider, method, amountIdr, paidAt, settlesAt, order }: Made,
): Promise<string> {
  const said = { status: 'paid', method, paidAmountIdr: amountIdr, paidAt, settlement: 'waiting' } as const;
  return makeLink(db, {
    kind,
    provider,
    order: { amountIdr, ...order },
    createdAt: new Date(Date.parse(paidAt) - 3_600_000),
    said: { ...said, settlesAt: settlesAt ?? null },
  });
}

/** Payments whose figures are known, to both sides of each border of the overview: of the day, the week and the time of day. */
export async function fillOverview(db: Db): Promise<void> {
  const today = '2026-11-20T09:30:00+07:00';
  const tomorrow = '2026-11-21T15:00:00+07:00';
  const rem = { provider: 'rem', settlesAt: tomorrow } as const;
  const fazz = { provider: 'fazz' } as const;
  await makePaid(db, {
    ...rem,
    method: 'va',
    amountIdr: 1_250_000,
    paidAt: today,
    order: { customerName: 'Siti Rahayu' },
  });
  await makePaid(db, { ...rem, method: 'qris', amountIdr: 86_500, paidAt: '2026-11-20T00:00:00+07:00' });
  await makePaid(db, {
    ...rem,
    kind: 'routing',
    method: 'qris',
    amountIdr: 45_000,
    paidAt: '2026-11-20T14:02:00+07:00',
  });
  await makePaid(db, { ...fazz, kind: 'one-time', method: 'va', amountIdr: 700_000, paidAt: today });
  // Of this week: its first second, and the last one before today.
  await makePaid(db, { ...rem, method: 'va', amountIdr: 300_000, paidAt: '2026-11-16T00:00:00+07:00' });
  await makePaid(db, {
    ...rem,
    method: 'card',
    amountIdr: 2_000_000,
    paidAt: '2026-11-19T23:59:59+07:00',
    settlesAt: '2026-11-19T15:00:00+07:00',
  });
  // Of last week: before this time of day, after it, and on another day.
  await makePaid(db, { ...rem, method: 'va', amountIdr: 1_000_000, paidAt: '2026-11-13T14:02:00+07:00' });
  await makePaid(db, { ...rem, method: 'va', amountIdr: 9_000_000, paidAt: '2026-11-13T14:03:00+07:00' });
  await makePaid(db, {
    ...rem,
    kind: 'routing',
    method: 'qris',
    amountIdr: 60_000,
    paidAt: '2026-11-10T08:00:00+07:00',
  });
  // A creation whose outcome is unknown for long, and one that nobody has paid yet.
  await makeLink(db, { createdAt: new Date('2026-11-20T06:00:00Z') });
  await makeLink(db, { createdAt: new Date('2026-11-20T06:30:00Z'), said: { status: 'open' } });
}
