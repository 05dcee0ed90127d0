import { useQueries } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { LinkSearch } from '../../api/keys.ts';
import { linkTotalsQuery } from '../../api/links.ts';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/words.tsx';
import { partWords } from './filter-words.ts';
import { activeParts, dropOf, filtersOf, withoutEmpty } from './link-search.ts';
import styles from './links-message.module.css';
import { LookUp } from './look-up.tsx';
import { looksLikeReference } from './looks-like-reference.ts';

interface EmptyLinksProps {
  search: LinkSearch;
  onChange: (change: Partial<LinkSearch>) => void;
}

/** Says why the list is empty: which filter emptied it and what dropping it would show, or that there is nothing yet. */
export function EmptyLinks({ search, onChange }: EmptyLinksProps) {
  const words = useWords();
  const { links } = words;
  const { name: environment, may } = useEnvironment();
  const navigate = useNavigate();
  const filters = filtersOf(search);
  const parts = activeParts(filters);
  const without = useQueries({
    queries: parts.map((part) => linkTotalsQuery(environment, withoutEmpty({ ...filters, ...dropOf(part) }))),
  });

  if (search.cursor !== undefined) {
    return (
      <div className={styles.message}>
        <h2>{links.pageGone}</h2>
        <Button onClick={() => onChange({ cursor: undefined })}>{links.toFirstPage}</Button>
      </div>
    );
  }
  if (parts.length === 0) {
    return (
      <div className={styles.message}>
        <h2>{links.emptyTitle}</h2>
        <p>{links.emptyDetail}</p>
        {may('links.create') && <Button onClick={() => navigate(paths.createLink(environment))}>{links.create}</Button>}
      </div>
    );
  }
  const [only] = parts;
  return (
    <div className={styles.message}>
      <h2>{links.noMatchTitle}</h2>
      <p>
        {parts.length === 1 && only ? links.noMatchOne(partWords(words, filters, only, Date.now())) : links.noMatchMany}
      </p>
      <ul className={styles.drops}>
        {parts.map((part, index) => {
          const totals = without[index]?.data;
          return (
            <li key={part}>
              <Button size="small" onClick={() => onChange(dropOf(part))}>
                {links.without(partWords(words, filters, part, Date.now()))}
              </Button>
              {totals &&
                (totals.count === 0
                  ? links.wouldShowNone
                  : links.wouldShow(links.totals(totals.count, totals.countIsExact)))}
            </li>
          );
        })}
      </ul>
      {search.q !== undefined && may('links.import') && looksLikeReference(search.q) && (
        <LookUp key={search.q} value={search.q} />
      )}
    </div>
  );
}
