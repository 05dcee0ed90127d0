import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountSettings } from '../../server/config/secrets.ts';
import { demoAccount } from '../../server/sandbox/demo-account.ts';
import { en } from '../words/en.ts';
import { id } from '../words/id.ts';
import { accessibilityFaults } from './axe.ts';
import { createScreens } from './screens/create-screens.ts';
import { frameScreens } from './screens/frame-screens.ts';
import { linkScreens } from './screens/link-screens.ts';
import { listScreens } from './screens/list-screens.ts';
import type { Screen, Viewer } from './screens/screen.ts';
import { type Stock, stockLedger } from './screens/stock-ledger.ts';
import { type Console, startConsole } from './start-console.ts';

const screens = [...frameScreens, ...listScreens, ...linkScreens, ...createScreens];
const catalogues = { en, id };
const widths = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
type Language = keyof typeof catalogues;
type Width = keyof typeof widths;

/** With SCREENSHOTS=1 every screen is kept as a picture, in every look. */
const folder = join('node_modules', '.cache', 'tautan', 'screens');
const keepsPictures = process.env.SCREENSHOTS === '1';

/** Real environments beside the sandbox; nobody answers at their addresses, and no screen asks there. */
const account = (environment: 'staging' | 'production'): AccountSettings => ({
  provider: 'rem',
  environment,
  baseUrl: 'http://127.0.0.1:9',
  payUrl: null,
  callbackToken: `a-token-of-${environment}`,
  credentials: demoAccount.rem,
});

let app: Console;
let stock: Stock;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  app = await startConsole({ accounts: [account('staging'), account('production')] });
  stock = await stockLedger(app);
});
afterAll(() => app.close());

/** A page for each kind of viewer, so that sessions do not have to change. */
async function openPages(language: Language, width: Width): Promise<Record<Viewer, Page>> {
  const look = {
    viewport: widths[width],
    locale: language === 'id' ? 'id-ID' : 'en-GB',
    reducedMotion: 'reduce' as const,
    colorScheme: 'light' as const,
  };
  const [guest, viewer, finance] = await Promise.all([
    app.visit('/healthz', look),
    app.open('viewer', '/healthz', look),
    app.open('finance', '/healthz', look),
  ]);
  return { guest, viewer, finance };
}

const overflowPx = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(['wide', 'phone'] as const)('on a %s screen', (width) => {
  describe.each(languagesOf(width))('in %s', (language) => {
    let pages: Record<Viewer, Page>;
    beforeAll(async () => {
      pages = await openPages(language, width);
    });

    for (const screen of screens.filter(({ only = width }) => only === width)) {
      it(`${screen.name} fits, and is accessible in both themes`, async () => {
        const page = pages[screen.viewer];
        await show(screen, page, language);
        expect(await overflowPx(page)).toBe(0);
        await keepPicture(page, [screen.name, language, width, 'light']);
        if (language === 'en') expect(await accessibilityFaults(page)).toEqual([]);
        else if (!keepsPictures) return;
        await page.emulateMedia({ colorScheme: 'dark' });
        await keepPicture(page, [screen.name, language, width, 'dark']);
        if (language === 'en') expect(await accessibilityFaults(page, 'colours')).toEqual([]);
      });
    }
  });
});

/** The themes and the structure do not depend on the language, but Indonesian words are longer, which tells on a phone. */
function languagesOf(width: Width): Language[] {
  return width === 'phone' || keepsPictures ? ['en', 'id'] : ['en'];
}

async function show(screen: Screen, page: Page, language: Language): Promise<void> {
  await page.unrouteAll();
  await page.emulateMedia({ colorScheme: 'light' });
  const go = (path: string) => page.goto(app.url + path, { waitUntil: 'commit' });
  await screen.show({ page, words: catalogues[language], stock, go });
}

async function keepPicture(page: Page, name: string[]): Promise<void> {
  if (keepsPictures) await page.screenshot({ path: join(folder, `${name.join('-')}.png`) });
}
