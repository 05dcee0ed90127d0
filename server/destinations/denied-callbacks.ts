import { isDenied } from './stored-callback.sql.ts';

/**
 * Whether the provider denied what a callback says, as a condition of another room's statement, in which rows of callbacks are
 * named `callbacks`.
 */
export function deniedCallbacks(): string {
  return isDenied;
}
