import { type FormEvent, useId, useState } from 'react';
import { dayOf } from '../../format/time.ts';
import { Button } from '../../ui/button.tsx';
import { MenuItem, MenuList } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useWords } from '../../words/words.tsx';
import { type DayRange, type Preset, presetOf, rangeOf } from './day-range.ts';
import styles from './days-menu.module.css';

interface DaysMenuProps {
  anchor: HTMLElement;
  onClose: () => void;
  /** Of the filter. */
  name: string;
  /** What is chosen now. */
  range: { from?: string | undefined; to?: string | undefined };
  presets: readonly Preset[];
  /** No day to come makes sense. */
  isPast: boolean;
  onChange: (range: { from: string | undefined; to: string | undefined }) => void;
}

/** Days, as a named range, or a first and a last day of one's own. */
export function DaysMenu({ anchor, onClose, name, range, presets, isPast, onChange }: DaysMenuProps) {
  const { payments } = useWords();
  const now = Date.now();
  const [from, setFrom] = useState(range.from ?? '');
  const [to, setTo] = useState(range.to ?? '');
  const hintId = useId();
  const isBackwards = from !== '' && to !== '' && to < from;
  const chosen = presetOf(range, presets, now);

  const choose = (next: DayRange) => {
    onChange({ from: next.from || undefined, to: next.to || undefined });
    onClose();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBackwards) choose({ from, to });
  };
  return (
    <Popover anchor={anchor} onClose={onClose} label={payments.setFilter(name)}>
      <MenuList label={name}>
        {presets.map((preset) => (
          <MenuItem
            key={preset}
            choice="radio"
            checked={preset === chosen}
            onClick={() => choose(rangeOf(preset, now))}
          >
            {payments.presets[preset]}
          </MenuItem>
        ))}
      </MenuList>
      <form className={styles.form} onSubmit={onSubmit}>
        <div className={styles.days}>
          <label>
            {payments.from}
            <input
              type="date"
              value={from}
              max={isPast ? dayOf(now) : undefined}
              onChange={(event) => setFrom(event.target.value)}
            />
          </label>
          <label>
            {payments.to}
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
          {isBackwards ? payments.rangeBackwards : payments.wibDays}
        </p>
        <Button type="submit" size="small">
          {payments.apply}
        </Button>
      </form>
    </Popover>
  );
}
