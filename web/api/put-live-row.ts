import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Changes every cached page below a key by a row that arrived live. A page that is under way was perhaps read before the row
 * was, so it is changed once more when it is there: what is newer was heard later, for each change is told.
 * `change` returns the very same page where it has nothing to change.
 */
export function putLiveRow<Page>(queryClient: QueryClient, pagesKey: QueryKey, change: (page: Page) => Page): void {
  for (const query of queryClient.getQueryCache().findAll({ queryKey: pagesKey })) {
    const put = () => {
      queryClient.setQueryData<Page>(
        query.queryKey,
        (page) => {
          const next = page && change(page);
          return next === page ? undefined : next;
        },
        // One new row makes no fresh page: one that waits to be read again goes on waiting.
        { updatedAt: query.state.isInvalidated ? 0 : query.state.dataUpdatedAt },
      );
    };
    if (query.state.fetchStatus !== 'idle') query.promise?.then(put, put);
    put();
  }
}
