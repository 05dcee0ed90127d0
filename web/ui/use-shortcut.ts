import { useEffect, useEffectEvent } from 'react';

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';
const ABOVE = '[role=dialog], [role=menu], [role=listbox]';

/** Whether a key belongs to a field or to something that lies above the page. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  return event.defaultPrevented || target?.closest(TYPING) != null || document.querySelector(ABOVE) !== null;
}

/**
 * Calls `act` when the key is pressed alone anywhere on the page, but not while a person types or a dialog or menu is open.
 * `key` is KeyboardEvent.key: `c`, `/`, `?`, `Escape`, `ArrowDown`.
 */
export function useShortcut(key: string, act: (event: KeyboardEvent) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
    event.preventDefault();
    act(event);
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** Calls `act` on Ctrl or ⌘ with the key, also while a person types. */
export function useCommandShortcut(key: string, act: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== key || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
