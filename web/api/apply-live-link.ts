import type { QueryClient } from '@tanstack/react-query';
import { type EnvironmentName, keys } from './keys.ts';
import type { Link, LinkPage, LinkRow } from './links.ts';

/** The page with the row in its place renewed; the same page when it does not hold the row, or holds a newer one. */
export function withRow(page: LinkPage, row: LinkRow): LinkPage {
  const index = page.items.findIndex(({ id, version }) => id === row.id && version < row.version);
  return index < 0 ? page : { ...page, items: page.items.with(index, row) };
}

/** Puts a change that arrived live wherever the row is known; nothing moves. The open link and its timeline are read again. */
export function applyLiveLink(queryClient: QueryClient, environment: EnvironmentName, row: LinkRow): void {
  for (const { queryKey, state } of queryClient.getQueryCache().findAll({ queryKey: keys.linkPages(environment) })) {
    queryClient.setQueryData<LinkPage>(
      queryKey,
      (page) => {
        const next = page && withRow(page, row);
        return next === page ? undefined : next;
      },
      // One new row makes no fresh page: one that waits to be read again goes on waiting.
      { updatedAt: state.isInvalidated ? 0 : state.dataUpdatedAt },
    );
  }
  queryClient.setQueryData<Link>(keys.link(environment, row.id), (link) =>
    link && link.version < row.version ? { ...link, ...row } : link,
  );
  void queryClient.invalidateQueries({ queryKey: keys.link(environment, row.id) });
}
