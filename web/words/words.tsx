import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import { remember } from '../ui/remembered.ts';
import type { Catalogue } from './en.ts';

export type { Catalogue } from './en.ts';
export type Language = 'en' | 'id';

/** Each language is a file of its own; only the one that is read is loaded. */
const load: Record<Language, () => Promise<Catalogue>> = {
  en: async () => (await import('./en.ts')).en,
  id: async () => (await import('./id.ts')).id,
};

interface Spoken {
  language: Language;
  words: Catalogue;
  setLanguage: (language: Language) => void;
}

const SpokenContext = createContext<Spoken | null>(null);

/** The language that index.html has chosen: the remembered one, else the browser's. */
export function startLanguage(): Language {
  return document.documentElement.lang === 'id' ? 'id' : 'en';
}

export function loadWords(language: Language): Promise<Catalogue> {
  return load[language]();
}

interface WordsProviderProps {
  language: Language;
  words: Catalogue;
  children: ReactNode;
}

/** Gives the words of one language to everything inside, and the means to change it (remembered on this device). */
export function WordsProvider({ language, words, children }: WordsProviderProps) {
  const [spoken, setSpoken] = useState({ language, words });
  const setLanguage = useCallback(async (next: Language) => {
    const nextWords = await loadWords(next);
    document.documentElement.lang = next;
    remember('language', next);
    setSpoken({ language: next, words: nextWords });
  }, []);
  const value = useMemo(() => ({ ...spoken, setLanguage }), [spoken, setLanguage]);
  return <SpokenContext value={value}>{children}</SpokenContext>;
}

function useSpoken(): Spoken {
  const spoken = use(SpokenContext);
  if (!spoken) throw new Error('Words are used outside WordsProvider');
  return spoken;
}

/** The catalogue of the language in use. */
export function useWords(): Catalogue {
  return useSpoken().words;
}

/** The language in use, and how to change it. */
export function useLanguage(): Pick<Spoken, 'language' | 'setLanguage'> {
  return useSpoken();
}
