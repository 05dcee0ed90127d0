import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words.tsx';
import { CloseIcon, SearchIcon } from './icons.tsx';
import styles from './search-field.module.css';

const PAUSE_MS = 250;

interface SearchFieldProps {
  value: string;
  /** Called when a person pauses in typing, at once on Enter and when it is emptied. */
  onChange: (value: string) => void;
  label: string;
  placeholder: string;
  maxLength?: number;
  keyShortcut?: string;
  autoFocus?: boolean;
  ref?: Ref<HTMLInputElement>;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** The list of results below it, whose options its keys choose. */
  list?: { id: string; activeId: string | undefined };
}

/** A field that searches while one types, and takes over values that change elsewhere. Esc empties it. */
export function SearchField({
  value,
  onChange,
  label,
  placeholder,
  maxLength = 200,
  keyShortcut,
  autoFocus,
  ref,
  onKeyDown,
  list,
}: SearchFieldProps) {
  const { common } = useWords();
  const [text, setText] = useState(value);
  const said = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // A value that we did not say ourselves comes from elsewhere: the address, a dropped filter.
    if (value === said.current) return;
    said.current = value;
    setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const say = (next: string) => {
    clearTimeout(timer.current);
    const trimmed = next.trim();
    if (trimmed === said.current) return;
    said.current = trimmed;
    onChange(trimmed);
  };
  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    if (next === '') say('');
    else timer.current = setTimeout(() => say(next), PAUSE_MS);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') say(text);
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      type('');
    } else if (event.key === 'Escape') event.currentTarget.blur();
    onKeyDown?.(event);
  };
  return (
    <span className={styles.field}>
      <SearchIcon />
      <input
        ref={ref}
        type="text"
        // biome-ignore lint/a11y/noAutofocus: only where a dialog has this field as its purpose
        autoFocus={autoFocus}
        inputMode="search"
        enterKeyHint="search"
        aria-label={label}
        aria-keyshortcuts={keyShortcut}
        {...(list && {
          role: 'combobox',
          'aria-expanded': list.activeId !== undefined,
          'aria-controls': list.id,
          'aria-activedescendant': list.activeId,
          'aria-autocomplete': 'list' as const,
        })}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={maxLength}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKey}
      />
      {text === '' ? (
        keyShortcut && <kbd className={styles.key}>{keyShortcut}</kbd>
      ) : (
        <button
          type="button"
          className={styles.clear}
          aria-label={common.clear}
          title={common.clear}
          onClick={() => type('')}
        >
          <CloseIcon size={12} />
        </button>
      )}
    </span>
  );
}
