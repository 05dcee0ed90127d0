import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { ThemeProvider as MuiThemeProvider } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { theme } from './theme.ts';

/**
 * The server writes a fresh nonce into this tag with each page; only styles that carry it are allowed.
 * `prepend` puts MUI's styles before ours, so that ours win without more specific selectors.
 */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const cache = createCache({ key: 'm', nonce, prepend: true });

/**
 * MUI in the colours and measures of tokens.css. Each piece of `web/ui` that is made of MUI wraps itself in it, because all
 * of them load lazily: the first screen needs none of MUI, which would be a quarter of its script.
 */
export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <CacheProvider value={cache}>
      <MuiThemeProvider theme={theme}>{children}</MuiThemeProvider>
    </CacheProvider>
  );
}
