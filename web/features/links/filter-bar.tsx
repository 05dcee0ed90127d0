import { useRef } from 'react';
import type { LinkFilters, LinkSearch } from '../../api/keys.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useWords } from '../../words/words.tsx';
import styles from './filter-bar.module.css';
import { FilterChip } from './filter-chip.tsx';
import { activeParts, dropOf, type FilterPart } from './link-search.ts';

/** In the order in which a person narrows: where it stands, then what kind it is, then when. */
const chips: readonly Exclude<FilterPart, 'q'>[] = ['status', 'settlement', 'provider', 'method', 'created'];

interface FilterBarProps {
  search: LinkSearch;
  onChange: (change: Partial<LinkFilters>, options?: { replace: boolean }) => void;
}

/** What narrows the list: words and chips. `/` goes to the words. */
export function FilterBar({ search, onChange }: FilterBarProps) {
  const { links } = useWords();
  const field = useRef<HTMLInputElement>(null);
  useShortcut('/', () => field.current?.focus());
  const parts = activeParts(search);
  const clear = () => onChange(Object.assign({}, ...parts.map(dropOf)));
  return (
    <search className={styles.bar} aria-label={links.filters}>
      <div className={styles.words}>
        <SearchField
          ref={field}
          value={search.q ?? ''}
          onChange={(q) => onChange({ q: q || undefined }, { replace: true })}
          label={links.filterLabel}
          placeholder={links.filter}
          keyShortcut="/"
        />
      </div>
      {chips.map((part) => (
        <FilterChip key={part} part={part} filters={search} onChange={onChange} />
      ))}
      {parts.length > 1 && (
        <button type="button" className={styles.clear} onClick={clear}>
          {links.clearFilters}
        </button>
      )}
    </search>
  );
}
