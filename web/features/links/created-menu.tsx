import { type FormEvent, useId, useState } from 'react';
import type { LinkFilters } from '../../api/keys.ts';
import { dayOf } from '../../format/time.ts';
import { Button } from '../../ui/button.tsx';
import { MenuItem, MenuList } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './created-menu.module.css';
import { presetOf, presets, rangeOf } from './created-range.ts';

interface CreatedMenuProps {
  anchor: HTMLElement;
  onClose: () => void;
  filters: LinkFilters;
  onChange: (change: Partial<LinkFilters>) => void;
}

/** The days of creation: a named range, or a first and a last day of one's own. */
export function CreatedMenu({ anchor, onClose, filters, onChange }: CreatedMenuProps) {
  const { links } = useWords();
  const now = Date.now();
  const [from, setFrom] = useState(filters.createdFrom ?? '');
  const [to, setTo] = useState(filters.createdTo ?? '');
  const hintId = useId();
  const isBackwards = from !== '' && to !== '' && to < from;
  const chosen = presetOf({ from: filters.createdFrom, to: filters.createdTo }, now);

  const choose = (range: { from: string; to: string }) => {
    onChange({ createdFrom: range.from || undefined, createdTo: range.to || undefined });
    onClose();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBackwards) choose({ from, to });
  };
  return (
    <Popover anchor={anchor} onClose={onClose} label={links.setFilter(links.filterNames.created)}>
      <MenuList label={links.filterNames.created}>
        {presets.map((preset) => (
          <MenuItem
            key={preset}
            choice="radio"
            checked={preset === chosen}
            onClick={() => choose(rangeOf(preset, now))}
          >
            {links.presets[preset]}
          </MenuItem>
        ))}
      </MenuList>
      <form className={styles.form} onSubmit={onSubmit}>
        <div className={styles.days}>
          <label>
            {links.from}
            <input type="date" value={from} max={dayOf(now)} onChange={(event) => setFrom(event.target.value)} />
          </label>
          <label>
            {links.to}
            <input
              type="date"
              value={to}
              aria-invalid={isBackwards || undefined}
              aria-describedby={hintId}
              onChange={(event) => setTo(event.target.value)}
            />
          </label>
        </div>
        <p id={hintId} className={isBackwards ? styles.error : styles.hint}>
          {isBackwards ? links.rangeBackwards : links.wibDays}
        </p>
        <Button type="submit" size="small">
          {links.apply}
        </Button>
      </form>
    </Popover>
  );
}
