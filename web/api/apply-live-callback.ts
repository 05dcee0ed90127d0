import type { QueryClient } from '@tanstack/react-query';
import type { CallbackPage, CallbackRow } from './callbacks.ts';
import { type EnvironmentName, keys } from './keys.ts';
import { putLiveRow } from './put-live-row.ts';

/** Puts a callback that was read, parked or sent on wherever its row is known; nothing moves. The open one is read again. */
export function applyLiveCallback(queryClient: QueryClient, environment: EnvironmentName, row: CallbackRow): void {
  putLiveRow<CallbackPage>(queryClient, keys.callbackPages(environment), (page) => {
    const index = page.items.findIndex(({ id }) => id === row.id);
    return index < 0 ? page : { ...page, items: page.items.with(index, row) };
  });
  void queryClient.invalidateQueries({ queryKey: keys.callback(environment, row.id) });
}
