import type { Actor } from '../auth/actor.ts';
import { foundStatement } from './found-callbacks.sql.ts';
import { type CallbackFilter, conditionsOf } from './search-callbacks.ts';

/**
 * All callbacks that a search of this person finds, not one page of them, as a part of another room's statement, in which it
 * stands in brackets as a table. Its parameters are added to `params`. Throws invalid-request for a day that no calendar has.
 */
export function foundCallbacks(filter: CallbackFilter, actor: Pick<Actor, 'role'>, params: unknown[]): string {
  return foundStatement(conditionsOf(filter, actor), params);
}
