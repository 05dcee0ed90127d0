import { lazy, useRef } from 'react';
import type { CallbackSearch } from '../../../api/keys.ts';
import { useEnvironment } from '../../../app/use-environment.ts';
import { presetsOf } from '../../../payments/filters/day-range.ts';
import bar from '../../../payments/filters/filter-bar.module.css';
import { FilterChip } from '../../../ui/filter-chip.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useWords } from '../../../words/words.tsx';
import { activeParts, dropOf, type FilterPart, listFilters } from './callback-search.ts';
import { partWords } from './callback-words.ts';

const DaysMenu = lazy(async () => ({ default: (await import('../../../payments/filters/days-menu.tsx')).DaysMenu }));
const CallbackFilterMenu = lazy(async () => ({
  default: (await import('./callback-filter-menu.tsx')).CallbackFilterMenu,
}));

interface CallbackFilterBarProps {
  search: CallbackSearch;
  onChange: (change: Partial<CallbackSearch>, options?: { replace: boolean }) => void;
}

/** What narrows the list: words that bodies hold, and chips. `/` goes to the words. */
export function CallbackFilterBar({ search, onChange }: CallbackFilterBarProps) {
  const { callbacks, payments } = useWords();
  const { may } = useEnvironment();
  // What bodies hold is searched for people alone who may read contacts.
  const words = may('contacts.read') ? callbacks.inBodies : callbacks.inNames;
  const field = useRef<HTMLInputElement>(null);
  useShortcut('/', () => field.current?.focus());
  const parts = activeParts(search);
  const shown: readonly Exclude<FilterPart, 'q'>[] =
    search.paymentId === undefined ? [...listFilters, 'received'] : [...listFilters, 'received', 'payment'];
  return (
    <search className={bar.bar} aria-label={payments.filters}>
      <div className={bar.words}>
        <SearchField
          ref={field}
          value={search.q ?? ''}
          onChange={(q) => onChange({ q: q || undefined }, { replace: true })}
          label={words.label}
          placeholder={words.placeholder}
          keyShortcut="/"
        />
      </div>
      {shown.map((part) => (
        <CallbackChip key={part} part={part} search={search} onChange={onChange} />
      ))}
      {parts.length > 1 && (
        <button
          type="button"
          className={bar.clear}
          onClick={() => onChange(Object.assign({}, ...parts.map((part) => dropOf(part))))}
        >
          {payments.clearFilters}
        </button>
      )}
    </search>
  );
}

interface CallbackChipProps extends CallbackFilterBarProps {
  part: Exclude<FilterPart, 'q'>;
}

function CallbackChip({ part, search, onChange }: CallbackChipProps) {
  const words = useWords();
  const name = words.callbacks.filterNames[part];
  const isSet = activeParts(search).includes(part);
  const popups = { received: 'dialog', payment: null } as const;
  return (
    <FilterChip
      name={name}
      told={isSet ? partWords(words, search, part, Date.now()) : null}
      onDrop={() => onChange(dropOf(part))}
      popup={part === 'received' || part === 'payment' ? popups[part] : 'menu'}
    >
      {(anchor, close) =>
        part === 'received' ? (
          <DaysMenu
            anchor={anchor}
            onClose={close}
            name={name}
            range={{ from: search.receivedFrom, to: search.receivedTo }}
            presets={presetsOf.created}
            isPast
            onChange={({ from, to }) => onChange({ receivedFrom: from, receivedTo: to })}
          />
        ) : (
          part !== 'payment' && (
            <CallbackFilterMenu anchor={anchor} onClose={close} name={part} search={search} onChange={onChange} />
          )
        )
      }
    </FilterChip>
  );
}
