import { paths } from '../../app/paths.ts';
import { button, field, heading, type Screen, type Stage } from './screen.ts';
import { destinationsInEveryState } from './shown-destinations.ts';

/** Their page, with some in every state; no other screen meets them, and nothing is sent anywhere. */
async function showDestinations({ go, page, words }: Stage) {
  await page.route('**/api/sandbox/destinations', (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({ json: { items: destinationsInEveryState } })
      : route.fulfill({
          status: 201,
          json: { ...destinationsInEveryState[0], secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=' },
        }),
  );
  await go(paths.destinations('sandbox'));
  await heading(page, 'Order system').waitFor();
  await heading(page, words.destinations.title).waitFor();
}

async function showDialog(stage: Stage) {
  await showDestinations(stage);
  await button(stage.page, stage.words.destinations.add).click();
  await heading(stage.page, stage.words.destinations.form.addTitle).waitFor();
}

/** Where callbacks are sent on to, and the dialogs of an admin. */
export const destinationScreens: Screen[] = [
  {
    name: 'destinations-empty',
    viewer: 'finance',
    async show({ go, page, words }) {
      await go(paths.destinations('staging'));
      await page.getByText(words.destinations.none).waitFor();
    },
  },
  { name: 'destinations', viewer: 'admin', show: showDestinations },
  {
    name: 'destinations-of-a-viewer',
    viewer: 'viewer',
    async show(stage) {
      await showDestinations(stage);
      await button(stage.page, stage.words.destinations.pause).first().hover();
      await stage.page.getByRole('tooltip').waitFor();
    },
  },
  {
    name: 'destination-dialog',
    viewer: 'admin',
    async show(stage) {
      const { page, words } = stage;
      await showDialog(stage);
      await field(page, words.destinations.form.url).fill('orders.example');
      await page.getByRole('checkbox', { name: 'Fazz' }).uncheck();
      await page.getByRole('checkbox', { name: 'REM' }).uncheck();
      await page.getByRole('dialog').getByRole('button', { name: words.destinations.form.add }).click();
      await page.getByText(words.destinations.form.badUrl).waitFor();
    },
  },
  {
    name: 'secret-dialog',
    viewer: 'admin',
    async show(stage) {
      const { page, words } = stage;
      await showDialog(stage);
      await field(page, words.destinations.form.name).fill('Order system');
      await field(page, words.destinations.form.url).fill('https://orders.example/hooks/payments');
      await page.getByRole('dialog').getByRole('button', { name: words.destinations.form.add }).click();
      await page.getByText(words.destinations.secret.once).waitFor();
    },
  },
];
