import { isContradicted } from './stored-callback.sql.ts';

/**
 * Whether nobody has signed a callback and it contradicts what its provider says otherwise, as a condition of another room's
 * statement, in which rows of callbacks are named `callbacks`.
 */
export function contradictedCallbacks(): string {
  return isContradicted;
}
