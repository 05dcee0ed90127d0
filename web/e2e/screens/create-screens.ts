import { button, field, heading, type Screen, type Stage } from './screen.ts';

async function showForm({ go, page, words }: Stage, environment = 'sandbox') {
  await go(`/${environment}/links/new`);
  await heading(page, words.create.title).waitFor();
}

/** Creating a link, up to the link that is ready to send. */
export const createScreens: Screen[] = [
  { name: 'create', viewer: 'finance', show: showForm },
  {
    name: 'create-with-errors',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showForm(stage);
      await field(page, words.create.email(1)).fill('siti@');
      await field(page, words.create.amount).fill('5');
      await button(page, words.create.submit('Rp\u00a05')).click();
      await page.getByText(words.create.errors.summary(3)).waitFor();
    },
  },
  {
    name: 'create-for-fazz',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showForm(stage);
      await page.getByRole('radio', { name: 'Fazz' }).check();
      await page.getByText(words.create.fazzDecides).waitFor();
      await page.getByRole('radio', { name: words.create.lifetimes.custom }).check();
    },
  },
  {
    name: 'create-in-production',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showForm(stage, 'production');
      await field(page, words.create.email(1)).fill('siti@example.com');
      await page.getByText(words.create.productionEmails('siti@example.com')).waitFor();
    },
  },
  {
    name: 'leave-dialog',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showForm(stage);
      await field(page, words.create.customerName).fill('Siti Rahayu');
      await page.getByRole('main').getByRole('link', { name: words.common.paymentLinks }).click();
      await heading(page, words.create.leaving.title).waitFor();
    },
  },
  {
    name: 'created',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showForm(stage);
      await field(page, words.create.description).fill('Pesanan 2042');
      await field(page, words.create.customerName).fill('Siti Rahayu');
      await field(page, words.create.amount).fill('150000');
      await button(page, words.create.submit('Rp\u00a0150.000')).click();
      await heading(page, words.create.result.created).waitFor();
      await page.getByRole('img', { name: /http/ }).waitFor();
    },
  },
];
