import { type Belief, type BelievedField, believedFields } from './belief.ts';
import type { Statement } from './statement.ts';

export interface Change {
  field: string;
  from: string | number | boolean | null;
  to: string | number | boolean | null;
}

/** Fields that follow from others shown beside them. */
const unlisted: ReadonlySet<BelievedField> = new Set(['ended', 'knownSource', 'knownAt']);

/** Whether anything that we believe differs, shown or not. */
export function differs(before: Belief, after: Belief): boolean {
  return believedFields.some((field) => plain(before[field]) !== plain(after[field]));
}

/** What differs between two beliefs, for the timeline: instants as RFC 3339, lists joined by commas, amounts in rupiah. */
export function changesBetween(before: Belief, after: Belief): Change[] {
  return believedFields
    .filter((field) => !unlisted.has(field))
    .map((field) => ({ field, from: plain(before[field]), to: plain(after[field]) }))
    .filter(({ from, to }) => from !== to);
}

/** Whether everything that a statement says of the payer's way to pay is what we believe anyway. */
export function saysOnlyWhatIsBelieved(statement: Statement, belief: Belief): boolean {
  const said: [string | number | Date | null, Belief[BelievedField]][] = [
    [statement.url, belief.url],
    [statement.appUrl, belief.appUrl],
    [statement.qrImageUrl, belief.qrImageUrl],
    [statement.accountNumber, belief.accountNumber],
    [statement.paymentCode, belief.paymentCode],
    [statement.feeSen, belief.feeSen],
    [statement.method, belief.method],
    [statement.channel, belief.channel],
    [statement.txRefNumber, belief.txRefNumber],
    [statement.paymentReferenceNumber, belief.paymentReferenceNumber],
    [statement.payerName, belief.payerName],
    [statement.payerPhone, belief.payerPhone],
    [statement.payerNote, belief.payerNote],
  ];
  return said.every(([words, believed]) => words === null || words === believed);
}

function plain(value: Belief[BelievedField]): string | number | boolean | null {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(', ');
  return value;
}
