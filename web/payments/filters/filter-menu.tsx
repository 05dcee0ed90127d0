import type { PaymentFilters } from '../../api/keys.ts';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { useWords } from '../../words/words.tsx';
import { valueWords } from './filter-words.ts';
import { attentions, filterValues, type ListFilter } from './payment-search.ts';

interface FilterMenuProps {
  anchor: HTMLElement;
  onClose: () => void;
  name: ListFilter | 'attention';
  filters: PaymentFilters;
  onChange: (change: Partial<PaymentFilters>) => void;
}

/** Every value of one filter, to be switched on and off; the list follows at once and the menu stays. Of attention only one can be chosen. */
export function FilterMenu({ anchor, onClose, name, filters, onChange }: FilterMenuProps) {
  const words = useWords();
  const chosen: readonly string[] = name === 'attention' ? [filters.attention ?? ''] : (filters[name] ?? []);
  const values: readonly string[] = name === 'attention' ? attentions : filterValues[name];
  const choose = (value: string) => {
    if (name === 'attention') {
      onChange({ attention: attentions.find((known) => known === value) });
      onClose();
      return;
    }
    const next = values.filter((known) => chosen.includes(known) !== (known === value));
    onChange({ [name]: next.length > 0 ? next : undefined });
  };
  return (
    <Menu anchor={anchor} onClose={onClose} label={words.payments.setFilter(words.payments.filterNames[name])}>
      {values.map((value) => (
        <MenuItem
          key={value}
          choice={name === 'attention' ? 'radio' : 'checkbox'}
          checked={chosen.includes(value)}
          onClick={() => choose(value)}
        >
          {valueWords(words, name, value)}
        </MenuItem>
      ))}
    </Menu>
  );
}
