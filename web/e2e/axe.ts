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

/** What axe finds wrong on the page as it stands, one line each: the rule, and where. Empty is good. */
export async function accessibilityFaults(
  page: Page,
  about: 'everything' | 'colours' = 'everything',
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const runOnly: axe.RunOnly =
    about === 'everything' ? { type: 'tag', values: standards } : { type: 'rule', values: colourRules };
  const violations = await page.evaluate(
    async ({ runOnly, regionMatcher }) => {
      window.axe?.configure({ checks: [{ id: 'region', options: { regionMatcher } }] });
      const found = await window.axe?.run(document, { runOnly, resultTypes: ['violations'] });
      return found?.violations ?? [];
    },
    { runOnly, regionMatcher },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} — ${failureSummary}`),
  );
}
