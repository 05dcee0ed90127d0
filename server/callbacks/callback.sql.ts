import type { Db } from '../db/db.ts';
import { type EnvironmentName, type Statement, silent, type VerdictReason } from '../payments/statement.ts';
import type { CallbackFields } from './callback-row.ts';
import { rowColumns } from './search-callbacks.sql.ts';

export interface WholeCallback extends CallbackFields {
  sourceAddress: string | null;
  headers: Record<string, string | string[]>;
  body: Uint8Array;
  parkedDetail: string | null;
  deviations: string[];
  reason: VerdictReason | null;
  /** What it said, as the ledger holds it; null when it is in no ledger. */
  statement: Statement | null;
  observationId: number | null;
}

export async function selectCallback(
  db: Db,
  environment: EnvironmentName,
  callbackId: string,
): Promise<WholeCallback | null> {
  const { rows } = await db.query<WholeCallback>(
    `select ${rowColumns}, callbacks.source_address as "sourceAddress", callbacks.headers, callbacks.body,
       callbacks.parked_detail as "parkedDetail", callbacks.deviations, observed.reason, observed.statement,
       observed.id as "observationId"
     from callbacks left join observations as observed on observed.callback_id = callbacks.id
     where callbacks.environment = $1 and callbacks.id = $2::bigint limit 1`,
    [environment, callbackId],
  );
  const [row] = rows;
  return row ? { ...row, statement: row.statement && { ...silent, ...row.statement } } : null;
}

/** A statement about a payment, and when it was made: a callback when it arrived. */
export interface DatedStatement {
  statement: Statement;
  at: Date;
}

/** What the callback before this one said about the same payment. */
export async function selectStatementBefore(
  db: Db,
  paymentId: string,
  observationId: number,
): Promise<DatedStatement | null> {
  return selectStatement(db, `where payment_id = $1 and source = 'callback' and id < $2 order by id desc limit 1`, [
    paymentId,
    observationId,
  ]);
}

/**
 * What was last read of a payment at its provider. The answer to the creation is no reading: it says `open` for ever, also of
 * what is paid by now. A reading without a result says nothing to compare with.
 */
export async function selectLatestReading(db: Db, paymentId: string): Promise<DatedStatement | null> {
  return selectStatement(
    db,
    `where payment_id = $1 and source in ('read', 'sweep', 'import') and statement ->> 'status' is not null
     order by id desc limit 1`,
    [paymentId],
  );
}

async function selectStatement(db: Db, where: string, params: unknown[]): Promise<DatedStatement | null> {
  const { rows } = await db.query<DatedStatement>(
    `select statement, coalesce((select received_at from callbacks where callbacks.id = callback_id), observed_at) as at
     from observations ${where}`,
    params,
  );
  return rows[0] ? { at: rows[0].at, statement: { ...silent, ...rows[0].statement } } : null;
}
