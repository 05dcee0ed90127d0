import type { CallbackFilters, EnvironmentName, PaymentFilters } from '../../api/keys.ts';
import type { ResendOrder, ResendOrderInput } from '../../api/resends.ts';
import { paths } from '../../app/paths.ts';
import * as callbackSearch from '../../payments/callbacks/callback-search.ts';
import * as paymentSearch from '../../payments/filters/payment-search.ts';
import { writeParams } from '../../table/search-params.ts';

/** What is sent again: the latest callback about each payment that a filter finds, or each callback that one finds. */
export type Selection = { of: 'payments'; filter: PaymentFilters } | { of: 'callbacks'; filter: CallbackFilters };

/** What an address asks for; what it holds beyond filters is passed over. */
export function readSelection(of: Selection['of'], query: string): Selection {
  const params = new URLSearchParams(query);
  if (of === 'callbacks') return { of, filter: callbackSearch.filtersOf(callbackSearch.readCallbackSearch(params)) };
  return { of, filter: paymentSearch.filtersOf(paymentSearch.readPaymentSearch(params)) };
}

/** What an order holds. */
export function selectionOf({ paymentFilter, callbackFilter }: ResendOrder): Selection {
  if (callbackFilter) return { of: 'callbacks', filter: callbackFilter };
  return { of: 'payments', filter: paymentFilter ?? {} };
}

/** As the server is asked. */
export function filterInput({ of, filter }: Selection): Pick<ResendOrderInput, 'paymentFilter' | 'callbackFilter'> {
  return of === 'callbacks' ? { callbackFilter: filter } : { paymentFilter: filter };
}

/** The list that shows it. */
export function listPath(environment: EnvironmentName, { of, filter }: Selection): string {
  const query = writeParams(filter);
  return of === 'callbacks' ? paths.callbacks(environment, query) : paths.list(environment, 'payments', query);
}
