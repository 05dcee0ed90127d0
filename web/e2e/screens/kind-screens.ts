import { paths, placeOf } from '../../app/paths.ts';
import { button, heading, type Screen, type Stage } from './screen.ts';

async function showPayment({ go, page }: Stage, kind: keyof typeof placeOf, id: string) {
  await go(paths.payment('sandbox', placeOf[kind], id));
  await page.getByRole('region').locator('ol li').first().waitFor();
}

async function showKind({ go, page }: Stage, place: Parameters<typeof paths.list>[1]) {
  await go(paths.list('sandbox', place));
  await page.getByRole('row').nth(2).waitFor();
}

/** The lists of other kinds than links, and one payment of each beside its list. */
export const kindScreens: Screen[] = [
  { name: 'payments', viewer: 'finance', show: (stage) => showKind(stage, 'payments') },
  { name: 'routings', viewer: 'tester', show: (stage) => showKind(stage, 'routings') },
  { name: 'one-time', viewer: 'finance', show: (stage) => showKind(stage, 'one-time') },
  {
    name: 'create-menu',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showKind(stage, 'payments');
      await button(page, words.lists.payments.create).click();
      await page.getByRole('menuitem').first().waitFor();
    },
  },
  {
    name: 'attention-menu',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showKind(stage, 'payments');
      await button(page, words.payments.setFilter(words.payments.filterNames.attention)).click();
      await page.getByRole('menuitemradio').first().waitFor();
    },
  },
  {
    name: 'routings-empty-ledger',
    viewer: 'finance',
    async show({ go, page, words }) {
      await go('/staging/routings');
      await heading(page, words.lists.routings.emptyTitle).waitFor();
    },
  },
  {
    name: 'routing',
    viewer: 'tester',
    async show(stage) {
      await showPayment(stage, 'routing', stage.stock.routing);
      await stage.page.getByRole('img', { name: /50|76/ }).waitFor();
    },
  },
  { name: 'routing-refused', viewer: 'finance', show: (stage) => showPayment(stage, 'routing', stage.stock.refused) },
  { name: 'one-time-account', viewer: 'finance', show: (stage) => showPayment(stage, 'one-time', stage.stock.account) },
  { name: 'one-time-wallet', viewer: 'finance', show: (stage) => showPayment(stage, 'one-time', stage.stock.wallet) },
  {
    name: 'one-time-contradicted',
    viewer: 'finance',
    async show(stage) {
      const { page, words, stock } = stage;
      await showPayment(stage, 'one-time', stock.contradicted);
      await page.getByText(words.payment.contradicted.title).waitFor();
    },
  },
];
