import type { LinkFilters } from '../../api/keys.ts';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { useWords } from '../../words/words.tsx';
import { valueWords } from './filter-words.ts';
import { filterValues, type ListFilter } from './link-search.ts';

interface FilterMenuProps {
  anchor: HTMLElement;
  onClose: () => void;
  name: ListFilter;
  filters: LinkFilters;
  onChange: (change: Partial<LinkFilters>) => void;
}

/** Every value of one filter, to be switched on and off; the list follows at once and the menu stays. */
export function FilterMenu({ anchor, onClose, name, filters, onChange }: FilterMenuProps) {
  const words = useWords();
  const chosen: readonly string[] = filters[name] ?? [];
  const toggle = (value: string) => {
    const next = filterValues[name].filter((known) => chosen.includes(known) !== (known === value));
    onChange({ [name]: next.length > 0 ? next : undefined });
  };
  return (
    <Menu anchor={anchor} onClose={onClose} label={words.links.setFilter(words.links.filterNames[name])}>
      {filterValues[name].map((value) => (
        <MenuItem key={value} choice="checkbox" checked={chosen.includes(value)} onClick={() => toggle(value)}>
          {valueWords(words, name, value)}
        </MenuItem>
      ))}
    </Menu>
  );
}
