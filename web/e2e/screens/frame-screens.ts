import { button, field, heading, type Screen, showList } from './screen.ts';

/** Everything around the pages: signing in, what stands in their place, the dialogs and menus of the frame. */
export const frameScreens: Screen[] = [
  {
    name: 'sign-in',
    viewer: 'guest',
    async show({ go, page, words }) {
      await go('/sign-in');
      await heading(page, words.signIn.title).waitFor();
    },
  },
  {
    name: 'sign-in-refused',
    viewer: 'guest',
    async show({ go, page, words }) {
      await go('/sign-in');
      await field(page, words.signIn.email).fill('nobody@tautan.test');
      await field(page, words.signIn.password).fill('a guess');
      await button(page, words.signIn.submit).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'not-found',
    viewer: 'finance',
    async show({ go, page, words }) {
      await go('/sandbox/nowhere');
      await heading(page, words.pages.notFoundTitle).waitFor();
    },
  },
  {
    name: 'page-error',
    viewer: 'finance',
    async show({ go, page }) {
      await page.route('**/api/session', (route) => route.fulfill({ status: 500, body: 'Internal error' }));
      await go('/sandbox/links');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'stale-banner',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await page.route('**/api/sandbox/events', (route) => route.abort());
      await page.clock.install();
      await showList(stage);
      await page.clock.fastForward(10_000);
      await page.getByText(words.common.stale.title).waitFor();
    },
  },
  {
    name: 'shortcuts',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showList(stage);
      await page.keyboard.press('?');
      await heading(page, words.common.keyboardShortcuts).waitFor();
    },
  },
  {
    name: 'find',
    viewer: 'finance',
    async show(stage) {
      const { page } = stage;
      await showList(stage);
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('siti');
      await page
        .getByRole('option', { name: /Siti Rahayu/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'account-menu',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showList(stage);
      await page.getByRole('button', { name: words.common.account('Rani Wijaya') }).click();
      await page.getByRole('menuitem', { name: words.common.signOut }).waitFor();
    },
  },
  {
    name: 'environment-menu',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showList(stage);
      await button(page, words.common.chooseEnvironment(words.common.environments.sandbox)).click();
      await page.getByRole('menuitemradio').first().waitFor();
    },
  },
  {
    name: 'navigation-drawer',
    viewer: 'finance',
    only: 'phone',
    async show(stage) {
      const { page, words } = stage;
      await showList(stage);
      await button(page, words.common.openNavigation).click();
      await page.getByRole('dialog').waitFor();
    },
  },
];
