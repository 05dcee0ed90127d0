import type { DatabaseError } from './db.ts';

const SQLSTATE = /^[0-9A-Z]{5}$/;
const UNIQUE_VIOLATION = '23505';

/** Whether the engine itself refused a statement (then `code` is its SQLSTATE), unlike a lost connection or our own throw. */
export function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && SQLSTATE.test(error.code);
}

/** Whether a row collided with a unique index or primary key; with `constraint`, whether it was that one. */
export function isUniqueViolation(error: unknown, constraint?: string): error is DatabaseError {
  if (!isDatabaseError(error) || error.code !== UNIQUE_VIOLATION) return false;
  return constraint === undefined || error.constraint === constraint;
}

/** The engine is gone or could not be reached, so that a statement was not answered; one that writes may have been done. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';

  constructor(cause: unknown) {
    super(sentenceOf(cause), { cause });
  }
}

/** Of a host with several addresses each attempt has an error of its own. */
function sentenceOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(sentenceOf).join(', ');
  return cause instanceof Error ? cause.message : String(cause);
}

/** A statement error with its SQLSTATE, for errors that cross a thread or that we find ourselves. */
export class StatementError extends Error implements DatabaseError {
  readonly code: string;
  readonly constraint?: string;
  readonly detail?: string;

  constructor(said: { message: string; code: string; constraint?: string; detail?: string }) {
    super(said.message);
    this.name = 'StatementError';
    this.code = said.code;
    if (said.constraint !== undefined) this.constraint = said.constraint;
    if (said.detail !== undefined) this.detail = said.detail;
  }
}
