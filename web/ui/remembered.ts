/** A choice kept on this device under `tautan.<key>`; null when none is, or when the browser keeps nothing. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`tautan.${key}`);
  } catch {
    return null;
  }
}

/** Keeps a choice on this device; null forgets it. A browser that keeps nothing is no error: the choice holds until reload. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`tautan.${key}`);
    else localStorage.setItem(`tautan.${key}`, value);
  } catch {
    // Storage is switched off or full.
  }
}
