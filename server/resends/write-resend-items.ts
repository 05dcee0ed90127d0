import type { Db } from '../db/db.ts';
import { type ItemRow, selectItems } from './resend-items.sql.ts';
import type { ResendOrder } from './resend-order.ts';

const rowsAtOnce = 2_000;
const header = 'number,payment,reference,outcome,detail,at (WIB),callback';

/** All items of an order as lines of CSV, in portions, in the order of sending: an order of any size takes little memory. */
export async function* writeResendItems({ db }: { db: Db }, { id }: Pick<ResendOrder, 'id'>): AsyncGenerator<string> {
  yield `${header}\r\n`;
  for (let from = 0; ; ) {
    const items = await selectItems(db, id, { from, direction: 'next', limit: rowsAtOnce });
    const last = items.at(-1);
    if (!last) return;
    yield items.map(line).join('');
    from = last.number;
  }
}

function line({ number, paymentId, callbackId, reference, outcome, detail, at }: ItemRow): string {
  const texts = [number, paymentId, reference, outcome, detail, at && wib(at), callbackId];
  return `${texts.map((text) => cell(String(text ?? ''))).join(',')}\r\n`;
}

/** RFC 4180. What a spreadsheet would take for a formula is led by an apostrophe: some texts are of other people. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function wib(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().replace('Z', '+07:00');
}
