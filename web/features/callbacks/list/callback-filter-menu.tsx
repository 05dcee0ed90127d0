import type { CallbackSearch } from '../../../api/keys.ts';
import { valueWords } from '../../../payments/callbacks/callback-filter-words.ts';
import { filterValues, type ListFilter } from '../../../payments/callbacks/callback-search.ts';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { useWords } from '../../../words/words.tsx';

interface CallbackFilterMenuProps {
  anchor: HTMLElement;
  onClose: () => void;
  name: ListFilter;
  search: CallbackSearch;
  onChange: (change: Partial<CallbackSearch>) => void;
}

/** Every value of one filter, to be switched on and off; the list follows at once and the menu stays. */
export function CallbackFilterMenu({ anchor, onClose, name, search, onChange }: CallbackFilterMenuProps) {
  const words = useWords();
  const values: readonly string[] = filterValues[name];
  const chosen: readonly string[] = search[name] ?? [];
  const choose = (value: string) => {
    const next = values.filter((known) => chosen.includes(known) !== (known === value));
    onChange({ [name]: next.length > 0 ? next : undefined });
  };
  return (
    <Menu anchor={anchor} onClose={onClose} label={words.payments.setFilter(words.callbacks.filterNames[name])}>
      {values.map((value) => (
        <MenuItem key={value} choice="checkbox" checked={chosen.includes(value)} onClick={() => choose(value)}>
          {valueWords(words, name, value)}
        </MenuItem>
      ))}
    </Menu>
  );
}
