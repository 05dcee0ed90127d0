import { useCallback, useSyncExternalStore } from 'react';
import { remember, remembered } from './remembered.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function choice(): ThemeChoice {
  const kept = remembered('theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

function apply(next: ThemeChoice): void {
  const dark = next === 'dark' || (next === 'system' && systemDark.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

// index.html has set the theme before the first paint; from here on it follows the system and other tabs.
systemDark.addEventListener('change', () => apply(choice()));
window.addEventListener('storage', (event) => {
  if (event.key !== 'tautan.theme') return;
  apply(choice());
  for (const listener of listeners) listener();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Light, dark or as the system; remembered on this device. */
export function useThemeChoice(): [ThemeChoice, (next: ThemeChoice) => void] {
  const set = useCallback((next: ThemeChoice) => {
    remember('theme', next === 'system' ? null : next);
    apply(next);
    for (const listener of listeners) listener();
  }, []);
  return [useSyncExternalStore(subscribe, choice), set];
}
