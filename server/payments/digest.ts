import { createHash } from 'node:crypto';
import type { Statement } from './statement.ts';

/**
 * SHA-256 (hex) of what a statement says, whoever said it: equal digests say the same thing of the same moment. REM's
 * settlement callback repeats the tx_ref_number of the payment callback, so no provider id can take its place.
 */
export function digestOf(statement: Statement): string {
  const said = Object.entries(statement)
    .filter(([, value]) => value !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
