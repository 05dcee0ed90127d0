import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../words/en.ts';
import { id } from '../words/id.ts';
import { accessibilityFaults, bringAxe } from './axe.ts';
import { remAccount } from './real-environments.ts';
import { callbackScreens } from './screens/callback-screens.ts';
import { createScreens } from './screens/create-screens.ts';
import { destinationScreens } from './screens/destination-screens.ts';
import { frameScreens } from './screens/frame-screens.ts';
import { kindScreens } from './screens/kind-screens.ts';
import { linkScreens } from './screens/link-screens.ts';
import { listScreens } from './screens/list-screens.ts';
import { pageScreens } from './screens/page-screens.ts';
import { resendScreens } from './screens/resend-screens.ts';
import type { Screen, Viewer } from './screens/screen.ts';
import { simulationScreens } from './screens/simulation-screens.ts';
import { type Stock, stockLedger } from './screens/stock-ledger.ts';
import { type Console, startConsole } from './start-console.ts';

const screens = [
  ...frameScreens,
  ...listScreens,
  ...linkScreens,
  ...kindScreens,
  ...simulationScreens,
  ...pageScreens,
  ...createScreens,
  ...callbackScreens,
  ...destinationScreens,
  ...resendScreens,
];
const catalogues = { en, id };
/** Looked at in Indonesian too, whose words are longer, which tells on a phone; with SCREENSHOTS=1 all of them are. */
const wordy = [
  'sign-in',
  'links',
  'filter-menu',
  'link-with-all-details',
  'delete-dialog',
  'share-dialog',
  'payments',
  'routings',
  'one-time',
  'routing',
  'one-time-account',
  'simulate-results',
  'look-up-dialog',
  'codes',
  'imports',
  'create',
  'created',
  'create-one-time-with-errors',
  'created-routing',
  'callbacks',
  'callback-parked',
  'callback-health',
  'callbacks-silent',
  'destinations',
  'destination-dialog',
  'new-resend',
  'resend-canary-done',
  'resend-stop-dialog',
  'resend-done',
];
const widths = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
type Language = keyof typeof catalogues;
type Width = keyof typeof widths;

/** With SCREENSHOTS=1 every screen is kept as a picture, in every look. */
const folder = join('node_modules', '.cache', 'tautan', 'screens');
const keepsPictures = process.env.SCREENSHOTS === '1';

let app: Console;
let stock: Stock;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  app = await startConsole({ accounts: [remAccount('staging'), remAccount('production')] });
  stock = await stockLedger(app);
});
afterAll(() => app.close());

/** A page for each kind of viewer, so that sessions do not have to change. */
async function openPages(language: Language): Promise<Record<Viewer, Page>> {
  const look = { locale: language === 'id' ? 'id-ID' : 'en-GB', reducedMotion: 'reduce' as const };
  const [guest, viewer, finance, tester, admin] = await Promise.all([
    app.visit('/healthz', look),
    app.open('viewer', '/healthz', look),
    app.open('finance', '/healthz', look),
    app.open('tester', '/healthz', look),
    app.open('admin', '/healthz', look),
  ]);
  const pages = { guest, viewer, finance, tester, admin };
  if (language === 'en') await Promise.all(Object.values(pages).map(bringAxe));
  return pages;
}

/** How far the page, what lies above it, or what stands in a dialog sticks out to the right. */
const sticksOutPx = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const above = [...document.querySelectorAll('[role=dialog], [role=menu], [role=tooltip]')];
    const inside = [...document.querySelectorAll('[role=dialog] > *')];
    return Math.max(
      scrollWidth - clientWidth,
      ...above.map((element) => element.getBoundingClientRect().right - clientWidth),
      ...inside.map((element) => element.scrollWidth - element.clientWidth),
    );
  });

interface Look {
  width: Width;
  theme: 'light' | 'dark';
  /** What axe looks at; null where nothing is left that another look has not shown. */
  about: Parameters<typeof accessibilityFaults>[1] | null;
}

/**
 * The fewest looks that show everything: of a theme only the colours differ, of a width all but the colours, of a language
 * only how long its words are, which tells on a phone. With SCREENSHOTS=1 all of them.
 */
function looksOf({ only }: Screen, language: Language): Look[] {
  const [first, second] = only ? [only] : (['wide', 'phone'] as const);
  const looks: Look[] = [
    { width: first, theme: 'light', about: 'everything' },
    { width: first, theme: 'dark', about: 'colours' },
  ];
  if (second) looks.push({ width: second, theme: 'dark', about: 'structure' });
  if (second && keepsPictures) looks.push({ width: second, theme: 'light', about: null });
  if (language === 'en') return looks;
  const unlike = keepsPictures ? looks : looks.slice(-1);
  return unlike.map((look) => ({ ...look, about: null }));
}

describe.each(['en', 'id'] as const)('in %s', (language) => {
  let pages: Record<Viewer, Page>;
  beforeAll(async () => {
    pages = await openPages(language);
  });
  // Left open, they would go on following every change.
  afterAll(() => Promise.all(Object.values(pages).map((page) => page.context().close())));

  for (const screen of screens.filter(({ name }) => language === 'en' || keepsPictures || wordy.includes(name))) {
    it(`${screen.name} fits wide and on a phone, and is accessible in light and dark`, async () => {
      const page = pages[screen.viewer];
      const looks = looksOf(screen, language);
      await show(screen, page, language, looks[0]?.width ?? 'wide');
      for (const { width, theme, about } of looks) {
        await page.setViewportSize(widths[width]);
        await page.emulateMedia({ colorScheme: theme });
        await page.locator(`html[data-theme=${theme}]`).waitFor();
        await expect.poll(() => sticksOutPx(page), { message: width }).toBe(0);
        await keepPicture(page, [screen.name, language, width, theme]);
        if (about) expect(await accessibilityFaults(page, about), `${width}, ${theme}`).toEqual([]);
      }
    });
  }
});

async function show(screen: Screen, page: Page, language: Language, width: Width): Promise<void> {
  await page.unrouteAll();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(() => localStorage.clear());
  const go = async (path: string) => {
    await page.goto(app.url + path, { waitUntil: 'commit' });
    // Not before: the screen that was there would be laid out and painted once more for nothing.
    await page.setViewportSize(widths[width]);
  };
  await screen.show({ page, words: catalogues[language], stock, go });
}

async function keepPicture(page: Page, name: string[]): Promise<void> {
  if (keepsPictures) await page.screenshot({ path: join(folder, `${name.join('-')}.png`) });
}
