import { lazy } from 'react';
import type { PaymentFilters } from '../../api/keys.ts';
import { FilterChip } from '../../ui/filter-chip.tsx';
import { useWords } from '../../words/words.tsx';
import { presetsOf } from './day-range.ts';
import { partWords } from './filter-words.ts';
import { activeParts, daysOf, dropOf, type FilterChipPart } from './payment-search.ts';

const FilterMenu = lazy(async () => ({ default: (await import('./filter-menu.tsx')).FilterMenu }));
const DaysMenu = lazy(async () => ({ default: (await import('./days-menu.tsx')).DaysMenu }));

interface PaymentFilterChipProps {
  part: FilterChipPart;
  filters: PaymentFilters;
  onChange: (change: Partial<PaymentFilters>) => void;
}

/** One filter of payments. */
export function PaymentFilterChip({ part, filters, onChange }: PaymentFilterChipProps) {
  const words = useWords();
  const name = words.payments.filterNames[part];
  const isSet = activeParts(filters).includes(part);
  const isDays = part === 'created' || part === 'paid' || part === 'settles';
  return (
    <FilterChip
      name={name}
      told={isSet ? partWords(words, filters, part, Date.now()) : null}
      onDrop={() => onChange(dropOf(part))}
      popup={isDays ? 'dialog' : 'menu'}
    >
      {(anchor, close) =>
        isDays ? (
          <DaysMenu
            anchor={anchor}
            onClose={close}
            name={name}
            range={daysOf(filters, part)}
            presets={presetsOf[part]}
            isPast={part !== 'settles'}
            onChange={({ from, to }) => onChange({ [`${part}From`]: from, [`${part}To`]: to })}
          />
        ) : (
          <FilterMenu anchor={anchor} onClose={close} name={part} filters={filters} onChange={onChange} />
        )
      }
    </FilterChip>
  );
}
