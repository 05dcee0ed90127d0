import { bindTo } from '../db/bind-to.ts';
import { arrivalOf, type CallbackConditions, conditionsOf } from './callback-filter.sql.ts';

/** Whole rows, in no order. */
export function foundStatement(search: CallbackConditions, params: unknown[]): string {
  const bind = bindTo(params);
  const isFrom = `callbacks.provider = any(${bind(search.providers)}::text[])`;
  const conditions = [...arrivalOf(search, bind), isFrom, ...conditionsOf(search, bind, { isNear: false })];
  return `select callbacks.* from callbacks where ${conditions.join(' and ')}`;
}
