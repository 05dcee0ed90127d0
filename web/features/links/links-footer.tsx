import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { LinkSearch } from '../../api/keys.ts';
import { type LinkPage, linkTotalsQuery } from '../../api/links.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { Button } from '../../ui/button.tsx';
import { describeProblem } from '../../words/describe-problem.ts';
import { useWords } from '../../words/words.tsx';
import { DEFAULT_SORT, filtersOf } from './link-search.ts';
import styles from './links-footer.module.css';

interface LinksFooterProps {
  page: UseQueryResult<LinkPage>;
  search: LinkSearch;
  onChange: (change: Partial<LinkSearch>) => void;
}

/** What of how many is shown, in which order, and the way to the other pages; when reloading failed, that. */
export function LinksFooter({ page, search, onChange }: LinksFooterProps) {
  const words = useWords();
  const { links, common } = words;
  const { name: environment } = useEnvironment();
  // The totals are asked for beside the title; here they are only read.
  const totals = useQuery({ ...linkTotalsQuery(environment, filtersOf(search)), enabled: false }).data;
  if (!page.data || page.data.items.length === 0) return null;
  const { items, nextCursor, previousCursor } = page.data;
  const sort = search.sort ?? DEFAULT_SORT;
  const byTime = sort.endsWith('createdAt');
  const total = totals ? links.totals(totals.count, totals.countIsExact) : null;
  return (
    <div className={styles.foot}>
      {page.isError ? (
        <span className={styles.failed} role="alert">
          {links.reloadFailed} {describeProblem(words, page.error).title}.{' '}
          <button type="button" className={styles.retry} onClick={() => page.refetch()}>
            {common.retry}
          </button>
        </span>
      ) : (
        <span>
          {links.shown(items.length, total)} · {links.orders[sort]}
        </span>
      )}
      <nav className={styles.pages} aria-label={links.paging}>
        {previousCursor !== null && (
          <Button size="small" onClick={() => onChange({ cursor: previousCursor })}>
            {byTime && sort === DEFAULT_SORT ? links.newer : links.previous}
          </Button>
        )}
        {nextCursor !== null && (
          <Button size="small" onClick={() => onChange({ cursor: nextCursor })}>
            {byTime && sort === DEFAULT_SORT ? links.older : links.next}
          </Button>
        )}
      </nav>
    </div>
  );
}
