import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** All that can differ when a screen, already looked at, changes its theme. */
const colourRules = ['color-contrast', 'link-in-text-block'];
/** What counts as a part of the page with a name: axe's own list, and the menus that lie above the page. */
const regionMatcher = 'dialog, [role=dialog], [role=alertdialog], svg, [role=menu], [role=tooltip]';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** Brings axe along with every page that is opened here from now on: many pages in a row have it sooner than by asking. */
export const bringAxe = (page: Page): Promise<unknown> => page.addInitScript(source);

/**
 * What axe finds wrong on the page as it stands, one line each: the rule, and where. Empty is good. Colours and structure are
 * the two parts of everything, for where only one of them can differ from what was already looked at.
 */
export async function accessibilityFaults(
  page: Page,
  about: 'everything' | 'structure' | 'colours' = 'everything',
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  // A tooltip that is closing has no words any more, and a moment later it is gone.
  await page.locator('.MuiTooltip-popperClose').waitFor({ state: 'detached' });
  const options: axe.RunOptions = {
    runOnly: about === 'colours' ? { type: 'rule', values: colourRules } : { type: 'tag', values: standards },
    rules: about === 'structure' ? Object.fromEntries(colourRules.map((rule) => [rule, { enabled: false }])) : {},
    resultTypes: ['violations'],
    // Style sheets and media, which no rule of these looks into.
    preload: false,
  };
  const violations = await page.evaluate(
    async ({ options, regionMatcher }) => {
      window.axe?.configure({ checks: [{ id: 'region', options: { regionMatcher } }] });
      return (await window.axe?.run(document, options))?.violations ?? [];
    },
    { options, regionMatcher },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} — ${failureSummary}`),
  );
}
