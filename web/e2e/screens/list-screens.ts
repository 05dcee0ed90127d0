import { button, heading, type Screen, showList } from './screen.ts';

/** The list of links, in all that can stand in its place, and the menus of its filters. */
export const listScreens: Screen[] = [
  { name: 'links', viewer: 'finance', show: showList },
  {
    name: 'links-none-match',
    viewer: 'finance',
    async show({ go, page, words }) {
      await go('/sandbox/links?q=UNKNOWN99&status=paid');
      await page.getByText(words.payments.lookUp.notFound('REM')).waitFor();
    },
  },
  {
    name: 'links-empty-ledger',
    viewer: 'finance',
    async show({ go, page, words }) {
      await go('/staging/links');
      await heading(page, words.lists.links.emptyTitle).waitFor();
    },
  },
  {
    name: 'links-error',
    viewer: 'finance',
    async show({ go, page, words }) {
      const body = JSON.stringify({
        type: '/problems/internal',
        title: 'Internal',
        detail: 'It broke',
        requestId: 'req-1',
      });
      await page.route(/\/api\/sandbox\/payments(\?|$)/, (route) =>
        route.fulfill({ status: 500, contentType: 'application/problem+json', body }),
      );
      await go('/sandbox/links');
      await heading(page, words.problems.titles.internal).waitFor();
    },
  },
  {
    name: 'filter-menu',
    viewer: 'finance',
    async show(stage) {
      await showList(stage);
      const { page, words } = stage;
      await button(page, words.payments.setFilter(words.payments.filterNames.status)).click();
      await page.getByRole('menuitemcheckbox').first().waitFor();
    },
  },
  {
    name: 'created-menu',
    viewer: 'finance',
    async show(stage) {
      await showList(stage);
      const { page, words } = stage;
      await button(page, words.payments.setFilter(words.payments.filterNames.created)).click();
      await page.getByRole('dialog').getByRole('menuitemradio').first().waitFor();
    },
  },
];
