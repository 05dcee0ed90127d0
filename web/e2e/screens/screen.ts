import type { Page } from 'playwright-core';
import type { Catalogue } from '../../words/en.ts';
import type { Stock } from './stock-ledger.ts';

/** Who looks at a screen; a guest has not signed in. */
export type Viewer = 'guest' | 'viewer' | 'finance' | 'tester' | 'admin';

/** What it takes to bring a screen about. */
export interface Stage {
  page: Page;
  /** Of the language in which the page speaks. */
  words: Catalogue;
  stock: Stock;
  go(path: string): Promise<unknown>;
}

export interface Screen {
  name: string;
  viewer: Viewer;
  /** Resolves when it is complete. */
  show(stage: Stage): Promise<unknown>;
  /** It exists at this width alone. */
  only?: 'wide' | 'phone';
}

export const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** The list with its rows. */
export async function showList({ go, page }: Stage): Promise<void> {
  await go('/sandbox/links');
  await page.getByRole('row').nth(5).waitFor();
}
