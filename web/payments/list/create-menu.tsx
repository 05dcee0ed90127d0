import type { PaymentKind } from '../../api/keys.ts';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { useWords } from '../../words/words.tsx';
import { filterValues } from '../filters/payment-search.ts';

interface CreateMenuProps {
  anchor: HTMLElement;
  onChoose: (kind: PaymentKind) => void;
  onClose: () => void;
}

/** Which kind of payment to create. */
export function CreateMenu({ anchor, onChoose, onClose }: CreateMenuProps) {
  const { kinds, lists } = useWords();
  return (
    <Menu anchor={anchor} onClose={onClose} label={lists.payments.create} align="right">
      {filterValues.kind.map((kind) => (
        <MenuItem key={kind} onClick={() => onChoose(kind)} hint={kinds[kind].meaning}>
          {kinds[kind].name}
        </MenuItem>
      ))}
    </Menu>
  );
}
