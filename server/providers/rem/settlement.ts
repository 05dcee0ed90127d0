import type { Settlement } from '../../payments/statement.ts';
import type { Fields } from '../fields.ts';

const settlements: Readonly<Record<string, Settlement>> = { waiting: 'waiting', success: 'settled' };

/**
 * How far the money of a link or a routing is (providers.md A.4, A.11). Only money that came can settle; settled in real time,
 * it needs no word of its own.
 */
export function readSettlement(fields: Fields, isPaid: boolean): Settlement | null {
  const settlement = fields.word('settlement_status', settlements);
  if (!isPaid) {
    if (settlement !== null) fields.note('settlement_status came without a payment and was not used.');
    return null;
  }
  const isRealtime = fields.text('settlement_type')?.toLowerCase() === 'realtime';
  const isSilent = fields.text('settlement_status') === null;
  return settlement ?? (isRealtime && isSilent ? 'settled' : null);
}
