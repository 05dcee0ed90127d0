import { useRef } from 'react';
import type { PaymentFilters, PaymentSearch } from '../../api/keys.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useWords } from '../../words/words.tsx';
import styles from './filter-bar.module.css';
import { PaymentFilterChip } from './filter-chip.tsx';
import { activeParts, dropOf, type FilterChipPart } from './payment-search.ts';

interface FilterBarProps {
  /** In the order in which a person narrows. */
  offered: readonly FilterChipPart[];
  search: PaymentSearch;
  onChange: (change: Partial<PaymentFilters>, options?: { replace: boolean }) => void;
}

/** What narrows the list: words and chips; a filter that is set is there, offered or not. `/` goes to the words. */
export function FilterBar({ offered, search, onChange }: FilterBarProps) {
  const { payments } = useWords();
  const field = useRef<HTMLInputElement>(null);
  useShortcut('/', () => field.current?.focus());
  const parts = activeParts(search);
  const others = parts.filter((part) => part !== 'q').filter((part) => !offered.includes(part));
  const clear = () => onChange(Object.assign({}, ...parts.map(dropOf)));
  return (
    <search className={styles.bar} aria-label={payments.filters}>
      <div className={styles.words}>
        <SearchField
          ref={field}
          value={search.q ?? ''}
          onChange={(q) => onChange({ q: q || undefined }, { replace: true })}
          label={payments.filterLabel}
          placeholder={payments.filter}
          keyShortcut="/"
        />
      </div>
      {[...offered, ...others].map((part) => (
        <PaymentFilterChip key={part} part={part} filters={search} onChange={onChange} />
      ))}
      {parts.length > 1 && (
        <button type="button" className={styles.clear} onClick={clear}>
          {payments.clearFilters}
        </button>
      )}
    </search>
  );
}
