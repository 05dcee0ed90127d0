import { useQuery } from '@tanstack/react-query';
import { destinationNamesQuery } from '../../../api/destinations.ts';
import type { CallbackSearch } from '../../../api/keys.ts';
import { useEnvironment } from '../../../app/use-environment.ts';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { useWords } from '../../../words/words.tsx';

interface DestinationFilterMenuProps {
  anchor: HTMLElement;
  onClose: () => void;
  search: CallbackSearch;
  onChange: (change: Partial<CallbackSearch>) => void;
}

/** The destinations, of which one can be chosen; then the list tells how far callbacks got there, whatever became of them elsewhere. */
export function DestinationFilterMenu({ anchor, onClose, search, onChange }: DestinationFilterMenuProps) {
  const { payments, callbacks, destinations } = useWords();
  const { name: environment } = useEnvironment();
  const { data, error } = useQuery(destinationNamesQuery(environment));
  const choose = (id: string) => {
    onChange({ destinationId: id });
    onClose();
  };
  return (
    <Menu anchor={anchor} onClose={onClose} label={payments.setFilter(callbacks.filterNames.destination)}>
      {!data && <MenuItem onClick={onClose}>{error ? destinations.listFailed : destinations.choice.loading}</MenuItem>}
      {data?.items.map(({ id, name }) => (
        <MenuItem key={id} choice="radio" checked={search.destinationId === id} onClick={() => choose(id)}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}
