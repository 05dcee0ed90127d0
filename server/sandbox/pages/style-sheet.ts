import { readFileSync } from 'node:fs';

/** The one style sheet of the twin's pages. */
export const styleSheet = readFileSync(new URL('./sandbox.css', import.meta.url), 'utf8');
