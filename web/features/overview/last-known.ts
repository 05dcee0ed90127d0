import type { PaymentRow } from '../../api/payments.ts';

/** What last happened to a payment, of all that its row tells the time of. */
export interface LastKnown {
  what: 'created' | 'calledBack' | 'simulated' | 'settled' | 'contradicted';
  /** RFC 3339. */
  at: string;
}

/** The latest instant that a row knows, and what it was. */
export function lastKnown(row: PaymentRow): LastKnown {
  const { createdAt, calledBackAt, simulatedAt, settledAt, contradictedAt } = row;
  const known = [
    { what: 'created', at: createdAt },
    { what: 'simulated', at: simulatedAt },
    { what: 'calledBack', at: calledBackAt },
    { what: 'settled', at: settledAt },
    { what: 'contradicted', at: contradictedAt },
  ] as const;
  return known.reduce<LastKnown>(
    (last, { what, at }) => (at !== null && Date.parse(at) >= Date.parse(last.at) ? { what, at } : last),
    { what: 'created', at: createdAt },
  );
}
