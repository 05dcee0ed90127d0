import { useQueryClient } from '@tanstack/react-query';
import { type EnvironmentName, keys } from '../../../api/keys.ts';
import type { LinkPage, LinkRow } from '../../../api/links.ts';

/** The row that the table shows of a link, so that amount, state and person stand at once while the rest loads. */
export function useKnownRow(environment: EnvironmentName, id: string): LinkRow | null {
  const pages = useQueryClient().getQueriesData<LinkPage>({ queryKey: keys.linkPages(environment) });
  for (const [, page] of pages) {
    const row = page?.items.find((item) => item.id === id);
    if (row) return row;
  }
  return null;
}
