import { lazy, Suspense, useState } from 'react';
import type { LinkFilters } from '../../api/keys.ts';
import { CloseIcon, PlusIcon } from '../../ui/icons.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './filter-chip.module.css';
import { partWords } from './filter-words.ts';
import { activeParts, dropOf, type FilterPart } from './link-search.ts';

const FilterMenu = lazy(async () => ({ default: (await import('./filter-menu.tsx')).FilterMenu }));
const CreatedMenu = lazy(async () => ({ default: (await import('./created-menu.tsx')).CreatedMenu }));

interface FilterChipProps {
  part: Exclude<FilterPart, 'q'>;
  filters: LinkFilters;
  onChange: (change: Partial<LinkFilters>) => void;
}

/** One filter: a dashed invitation while it is not set, else its value with a cross that drops it. */
export function FilterChip({ part, filters, onChange }: FilterChipProps) {
  const words = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const isSet = activeParts(filters).includes(part);
  const name = words.links.filterNames[part];
  const menu = { anchor, filters, onChange, onClose: () => setAnchor(null) };
  return (
    <span className={isSet ? styles.set : styles.unset}>
      <button
        type="button"
        className={styles.open}
        aria-haspopup={part === 'created' ? 'dialog' : 'menu'}
        aria-expanded={anchor !== null}
        aria-label={isSet ? undefined : words.links.setFilter(name)}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {!isSet && <PlusIcon size={12} />}
        <span className={styles.words}>{isSet ? partWords(words, filters, part, Date.now()) : name}</span>
      </button>
      {isSet && (
        <button
          type="button"
          className={styles.drop}
          aria-label={words.links.dropFilter(name)}
          title={words.links.dropFilter(name)}
          onClick={() => onChange(dropOf(part))}
        >
          <CloseIcon size={11} />
        </button>
      )}
      {anchor && (
        <Suspense fallback={null}>
          {part === 'created' ? (
            <CreatedMenu {...menu} anchor={anchor} />
          ) : (
            <FilterMenu {...menu} anchor={anchor} name={part} />
          )}
        </Suspense>
      )}
    </span>
  );
}
