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
