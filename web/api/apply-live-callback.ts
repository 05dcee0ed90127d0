import type { QueryClient } from '@tanstack/react-query';
import type { CallbackPage, CallbackRow } from './callbacks.ts';
import { type EnvironmentName, keys } from './keys.ts';

/** Puts a callback that was read, parked or sent on wherever its row is known; nothing moves. The open one is read again. */
export function applyLiveCallback(queryClient: QueryClient, environment: EnvironmentName, row: CallbackRow): void {
  for (const { queryKey, state } of queryClient
    .getQueryCache()
    .findAll({ queryKey: keys.callbackPages(environment) })) {
    queryClient.setQueryData<CallbackPage>(
      queryKey,
      (page) => {
        const index = page?.items.findIndex(({ id }) => id === row.id) ?? -1;
        return page && index >= 0 ? { ...page, items: page.items.with(index, row) } : undefined;
      },
      // One new row makes no fresh page: one that waits to be read again goes on waiting.
      { updatedAt: state.isInvalidated ? 0 : state.dataUpdatedAt },
    );
  }
  void queryClient.invalidateQueries({ queryKey: keys.callback(environment, row.id) });
}
