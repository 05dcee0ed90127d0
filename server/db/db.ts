/**
 * The one seam between our SQL and the two engines that run it (PGlite, PostgreSQL). Values come out alike from both:
 * int8 as number (whole rupiah stay below 2^53), timestamptz as Date, date as text, bytea as Uint8Array, jsonb parsed.
 */
export interface Db {
  /**
   * Runs one statement. Parameters are $1, $2, …; a plain object is passed as JSON text, an array needs its cast in the
   * statement (`$1::text[]`, `$1::jsonb`). `affected` is 0 for a select.
   */
  query<Row extends object = Record<string, never>>(text: string, params?: readonly unknown[]): Promise<Rows<Row>>;
  /** Runs several statements without parameters (migrations). */
  exec(text: string): Promise<void>;
  /**
   * Runs `work` in one transaction; a throw rolls back. Inside, `tx.tx` joins the transaction that is open; when it throws,
   * the whole is rolled back, also if the throw is caught. Using the db itself inside `work` is refused: use `tx`.
   */
  tx<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /**
   * Calls `onPayload` for each NOTIFY on the channel, after its commit; resolves to a function that stops. After a lost
   * connection it is called once with '': something may have been missed, look yourself.
   */
  listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface Rows<Row> {
  rows: Row[];
  /** Rows that an insert, update or delete touched. */
  affected: number;
}

/** What an engine throws for a failed statement: `code` is the SQLSTATE, '23505' for a unique violation. */
export interface DatabaseError extends Error {
  code: string;
  constraint?: string;
}
