import type { Page } from 'playwright-core';
import { button, type Screen, type Stage } from './screen.ts';

/** Chooses routings that wait for a payment; on a phone, which has no boxes, nothing. */
async function chooseRows({ go, page }: Stage) {
  await go('/sandbox/routings');
  const boxes = page.getByRole('row').getByRole('checkbox');
  await boxes.nth(1).check();
  await boxes.nth(2).check();
}

const dialog = (page: Page) => page.getByRole('dialog');

/** Simulating, asking a provider for a payment, and what follows. */
export const simulationScreens: Screen[] = [
  {
    name: 'simulated-routing',
    viewer: 'tester',
    async show({ go, page, words, stock }) {
      await go(`/sandbox/routings/${stock.simulated}`);
      await page.getByRole('status').filter({ hasText: words.payment.simulation.callback }).waitFor();
      await page.getByRole('region').locator('ol li').first().waitFor();
    },
  },
  {
    name: 'callback-missing',
    viewer: 'tester',
    async show({ go, page, words, stock }) {
      await page.route(`**/api/sandbox/payments/${stock.routing}`, async (route) => {
        const response = await route.fetch();
        const simulatedAt = new Date(Date.now() - 90_000).toISOString();
        await route.fulfill({ response, json: { ...(await response.json()), simulatedAt } });
      });
      await go(`/sandbox/routings/${stock.routing}`);
      await page.getByText(words.payment.simulation.missing).waitFor();
    },
  },
  {
    name: 'chosen-rows',
    viewer: 'tester',
    only: 'wide',
    async show(stage) {
      await chooseRows(stage);
      await stage.page.getByText(stage.words.payments.selection.chosen(2)).first().waitFor();
    },
  },
  {
    name: 'simulate-results',
    viewer: 'tester',
    only: 'wide',
    async show(stage) {
      const { page, words } = stage;
      const { simulation } = words.payment;
      // Nothing is simulated here, so that other screens find their payments as they were.
      await page.route('**/payment-simulations', async (route) => {
        const [id, other] = route.request().postDataJSON().ids;
        const common = { reason: null, detail: null, providerCode: null, payment: null };
        const results = [
          { ...common, id, outcome: 'refused', detail: 'Too many requests', providerCode: '429' },
          { ...common, id: other, outcome: 'not_allowed', reason: 'already_paid' },
        ];
        await route.fulfill({ json: { results } });
      });
      await chooseRows(stage);
      await button(page, simulation.payment).click();
      await dialog(page).getByRole('button', { name: simulation.payment }).click();
      await dialog(page).getByText(simulation.summary(0, 2)).waitFor();
    },
  },
  {
    name: 'look-up-dialog',
    viewer: 'finance',
    async show({ go, page, words }) {
      const { lookUp } = words.payments;
      await go('/sandbox/routings');
      await button(page, lookUp.open).click();
      await dialog(page).getByRole('radio', { name: lookUp.keys.paymentReferenceNumber }).check();
      await dialog(page).getByRole('textbox').fill('123456789012');
      await dialog(page).getByRole('button', { name: lookUp.submit, exact: true }).click();
      await dialog(page).getByText(lookUp.notFound('REM')).waitFor();
    },
  },
];
