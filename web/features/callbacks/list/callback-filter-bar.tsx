import { useQuery } from '@tanstack/react-query';
import { lazy, useRef } from 'react';
import { destinationNamesQuery } from '../../../api/destinations.ts';
import type { CallbackSearch } from '../../../api/keys.ts';
import { useEnvironment } from '../../../app/use-environment.ts';
import { activeParts, dropOf, type FilterPart, listFilters } from '../../../payments/callbacks/callback-search.ts';
import { usePartWords } from '../../../payments/callbacks/use-part-words.ts';
import { presetsOf } from '../../../payments/filters/day-range.ts';
import bar from '../../../payments/filters/filter-bar.module.css';
import { FilterChip } from '../../../ui/filter-chip.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useWords } from '../../../words/words.tsx';

const DaysMenu = lazy(async () => ({ default: (await import('../../../payments/filters/days-menu.tsx')).DaysMenu }));
const DestinationFilterMenu = lazy(async () => ({
  default: (await import('./destination-filter-menu.tsx')).DestinationFilterMenu,
}));
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
  const { name: environment, may } = useEnvironment();
  const told = usePartWords(environment, search);
  const destinations = useQuery(destinationNamesQuery(environment)).data?.items ?? [];
  // What bodies hold is searched for people alone who may read contacts.
  const words = may('contacts.read') ? callbacks.inBodies : callbacks.inNames;
  const field = useRef<HTMLInputElement>(null);
  useShortcut('/', () => field.current?.focus());
  const parts = activeParts(search);
  const shown: readonly Exclude<FilterPart, 'q'>[] = [
    ...listFilters,
    'received',
    // To the only one goes all that goes anywhere.
    ...(destinations.length > 1 || parts.includes('destination') ? (['destination'] as const) : []),
    ...(parts.includes('payment') ? (['payment'] as const) : []),
  ];
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
        <CallbackChip
          key={part}
          part={part}
          told={parts.includes(part) ? told(part) : null}
          search={search}
          onChange={onChange}
        />
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
  /** What it is set to, in words; null while it is not set. */
  told: string | null;
}

function CallbackChip({ part, told, search, onChange }: CallbackChipProps) {
  const name = useWords().callbacks.filterNames[part];
  const onDrop = () => onChange(dropOf(part));
  if (part === 'payment') return <FilterChip name={name} told={told} onDrop={onDrop} popup={null} />;
  return (
    <FilterChip name={name} told={told} onDrop={onDrop} popup={part === 'received' ? 'dialog' : 'menu'}>
      {(anchor, onClose) => {
        const place = { anchor, onClose };
        if (part === 'destination') return <DestinationFilterMenu {...place} search={search} onChange={onChange} />;
        if (part !== 'received')
          return <CallbackFilterMenu {...place} name={part} search={search} onChange={onChange} />;
        return (
          <DaysMenu
            {...place}
            name={name}
            range={{ from: search.receivedFrom, to: search.receivedTo }}
            presets={presetsOf.created}
            isPast
            onChange={({ from, to }) => onChange({ receivedFrom: from, receivedTo: to })}
          />
        );
      }}
    </FilterChip>
  );
}
