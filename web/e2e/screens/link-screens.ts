import { button, heading, type Screen, type Stage } from './screen.ts';

async function showLink({ go, page }: Stage, id: string, environment = 'sandbox') {
  await go(`/${environment}/links/${id}`);
  await page.getByRole('region').locator('ol li').first().waitFor();
}

/** One link beside the list, and the dialogs that it opens. */
export const linkScreens: Screen[] = [
  { name: 'link', viewer: 'finance', show: (stage) => showLink(stage, stage.stock.paid) },
  {
    name: 'link-with-all-details',
    viewer: 'finance',
    async show(stage) {
      const { page, words, stock } = stage;
      await showLink(stage, stock.paid);
      await button(page, words.payment.facts.more).click();
      await button(page, words.payment.timeline.message).first().click();
      await page.locator('pre').waitFor();
    },
  },
  {
    name: 'link-being-checked',
    viewer: 'finance',
    async show({ go, page, words, stock }) {
      await go(`/sandbox/links/${stock.creating}`);
      await page.getByText(words.kinds.link.creating('REM')).waitFor();
    },
  },
  { name: 'link-failed', viewer: 'finance', show: (stage) => showLink(stage, stage.stock.failed) },
  {
    name: 'link-of-a-viewer',
    viewer: 'viewer',
    async show(stage) {
      const { page, words, stock } = stage;
      await showLink(stage, stock.open);
      await button(page, words.kinds.link.delete).hover();
      await page.getByRole('tooltip').waitFor();
    },
  },
  {
    name: 'link-unknown',
    viewer: 'finance',
    async show({ go, page, words }) {
      await go('/sandbox/links/pay_00000000000000000000000000');
      await heading(page, words.payment.unknown).waitFor();
    },
  },
  {
    name: 'delete-dialog',
    viewer: 'finance',
    async show(stage) {
      const { page, words, stock } = stage;
      await showLink(stage, stock.open);
      await button(page, words.kinds.link.delete).click();
      await button(page, words.kinds.link.deletion.submit).waitFor();
    },
  },
  {
    name: 'delete-dialog-in-production',
    viewer: 'finance',
    async show(stage) {
      const { page, words, stock } = stage;
      await showLink(stage, stock.production, 'production');
      await button(page, words.kinds.link.delete).click();
      await button(page, words.kinds.link.deletion.submit).click();
      await page.getByText(words.kinds.link.deletion.mismatch).waitFor();
    },
  },
  {
    name: 'share-dialog',
    viewer: 'finance',
    async show(stage) {
      const { page, words, stock } = stage;
      await showLink(stage, stock.open);
      await button(page, words.payment.share).click();
      await page.getByRole('dialog').getByRole('img').waitFor();
    },
  },
];
