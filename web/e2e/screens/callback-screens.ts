import type { Page } from 'playwright-core';
import { paths } from '../../app/paths.ts';
import { button, heading, type Screen, type Stage } from './screen.ts';
import { stoppedDestination } from './shown-destinations.ts';

async function showCallback({ go, page }: Stage, id: string) {
  await go(paths.callback('sandbox', id));
  await page.getByRole('region').locator('pre').waitFor();
}

/** The health as it is, with what is given instead. */
const withHealth = (page: Page, health: Record<string, unknown>) =>
  page.route('**/api/sandbox/callback-health', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), ...health } });
  });

/** An hour ago, to the hour, as the counts of silence are. */
const anHourAgo = () => new Date(Math.floor(Date.now() / 3_600_000 - 1) * 3_600_000).toISOString();

/** All callbacks, one of them beside the list, their health, and the banner above every page while they may be failing. */
export const callbackScreens: Screen[] = [
  {
    name: 'callbacks',
    viewer: 'finance',
    async show({ go, page }) {
      await go(paths.callbacks('sandbox'));
      await page.locator('tr[data-id]').nth(5).waitFor();
    },
  },
  {
    name: 'callbacks-none-match',
    viewer: 'finance',
    async show({ go, page, words }) {
      await go(paths.callbacks('sandbox', '?q=UNKNOWN99&state=parked'));
      await heading(page, words.callbacks.noMatchTitle).waitFor();
    },
  },
  { name: 'callback', viewer: 'finance', show: (stage) => showCallback(stage, stage.stock.callbacks.sentOn) },
  {
    name: 'callback-contradicting',
    viewer: 'finance',
    show: (stage) => showCallback(stage, stage.stock.callbacks.contradicting),
  },
  {
    name: 'callback-parked',
    viewer: 'finance',
    async show(stage) {
      const { page, words, stock } = stage;
      await showCallback(stage, stock.callbacks.parked);
      const body = page.getByRole('region', { name: words.callbacks.panel.body });
      await body.getByRole('button', { expanded: false }).click();
    },
  },
  {
    name: 'deliver-dialog',
    viewer: 'finance',
    async show(stage) {
      const { page, words, stock } = stage;
      await showCallback(stage, stock.callbacks.sentOn);
      await button(page, words.callbacks.actions.deliver).click();
      await page.getByRole('dialog').getByRole('radio').first().waitFor();
    },
  },
  {
    name: 'resend-dialog',
    viewer: 'finance',
    async show(stage) {
      const { page, words, stock } = stage;
      await showCallback(stage, stock.callbacks.sentOn);
      await page.getByText(words.payment.resendHint(words.common.providers.rem)).waitFor();
      await page.keyboard.press('r');
      const confirm = page.getByRole('dialog').getByRole('button', { name: words.payment.resend });
      await confirm.and(page.locator(':focus')).waitFor();
    },
  },
  {
    name: 'callback-health',
    viewer: 'finance',
    async show({ go, page, words }) {
      const hour = anHourAgo();
      await withHealth(page, {
        unprocessedCount: 12,
        drift: [
          { provider: 'rem', sentence: 'status: "on_hold" is no status that we know', count: 3, lastAt: hour },
          { provider: 'fazz', sentence: 'data.attributes has the unknown field "feeModel"', count: 1204, lastAt: hour },
        ],
        tokens: [
          { provider: 'rem', name: 'current', lastUsedAt: hour },
          { provider: 'rem', name: 'previous', lastUsedAt: null },
        ],
        silence: [{ provider: 'rem', kind: 'link', hour, foundCount: 2 }],
        sweep: [
          { provider: 'rem', dueCount: 1840, oldestDueAt: hour, perMinute: 60, slowedUntil: hour },
          { provider: 'fazz', dueCount: 0, oldestDueAt: null, perMinute: 600, slowedUntil: null },
        ],
        destinations: [stoppedDestination],
      });
      await go(paths.callbacks('sandbox'));
      await button(page, words.callbacks.health.more).click();
      await heading(page, words.callbacks.health.driftTitle).waitFor();
    },
  },
  {
    name: 'callbacks-silent',
    viewer: 'finance',
    async show({ go, page, words }) {
      const about = { provider: 'rem', kind: 'routing' };
      const silence = [{ ...about, hour: anHourAgo(), foundCount: 14 }];
      await withHealth(page, { silent: [about], silence, destinations: [stoppedDestination] });
      await go(paths.list('sandbox', 'links'));
      await page.getByText(words.callbacks.silent.title).waitFor();
      await page.locator('tr[data-id]').nth(5).waitFor();
    },
  },
];
