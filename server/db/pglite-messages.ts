import type { RawResult } from './db-over-engine.ts';

/** What the main thread starts the worker with. */
export interface WorkerStart {
  /** The directory of the database, durable; null keeps it in memory (tests). */
  directory: string | null;
  /** A dump of a data directory (uncompressed tar) to start an in-memory database from. */
  templateFile: string | null;
}

export type WorkerRequest =
  | { id: number; kind: 'query'; text: string; params: (string | null)[] }
  | { id: number; kind: 'exec'; text: string }
  | { id: number; kind: 'dump'; file: string }
  | { id: number; kind: 'close' };

/** A request as it is asked, before the thread numbers it. */
export type Unnumbered<Request> = Request extends WorkerRequest ? Omit<Request, 'id'> : never;

export interface Failure {
  message: string;
  /** The SQLSTATE; null when it was no statement that failed. */
  code: string | null;
  constraint: string | null;
  detail: string | null;
}

export type WorkerAnswer =
  | { kind: 'ready' }
  | { kind: 'refused'; message: string }
  | { kind: 'done'; id: number; result: RawResult | null }
  | { kind: 'failed'; id: number; failure: Failure }
  /** The engine can't be trusted any more; the thread ends itself. Nothing is acknowledged after this. */
  | { kind: 'broken'; message: string }
  | { kind: 'notified'; channel: string; payload: string };
