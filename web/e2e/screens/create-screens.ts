import type { PaymentKind } from '../../api/keys.ts';
import { paths } from '../../app/paths.ts';
import type { Catalogue } from '../../words/en.ts';
import { button, field, heading, type Screen, type Stage } from './screen.ts';

const wordsOf = (words: Catalogue, kind: PaymentKind) =>
  ({ link: words.createLink, routing: words.createRouting, 'one-time': words.createOneTime })[kind];

async function showForm(
  { go, page, words }: Stage,
  kind: PaymentKind = 'link',
  environment: 'sandbox' | 'production' = 'sandbox',
) {
  await go(paths.create(environment, kind));
  await heading(page, wordsOf(words, kind).title).waitFor();
}

/** Presses the button of the form, whose amount is Rp 150.000, and waits for what comes of it. */
async function create({ page, words }: Stage, kind: PaymentKind) {
  await field(page, words.create.amount).fill('150000');
  await button(page, wordsOf(words, kind).submit('Rp\u00a0150.000')).click();
  await heading(page, wordsOf(words, kind).result.created).waitFor();
}

/** Creating a payment of each kind, up to what is ready to hand to the customer. */
export const createScreens: Screen[] = [
  { name: 'create', viewer: 'finance', show: showForm },
  {
    name: 'create-with-errors',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showForm(stage);
      await field(page, words.createLink.email(1)).fill('siti@');
      await field(page, words.create.amount).fill('5');
      await button(page, words.createLink.submit('Rp\u00a05')).click();
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
      await page.getByText(words.createLink.fazzDecides).waitFor();
      await page.getByRole('radio', { name: words.create.lifetimes.custom }).check();
    },
  },
  {
    name: 'create-in-production',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showForm(stage, 'link', 'production');
      await field(page, words.createLink.email(1)).fill('siti@example.com');
      await page.getByText(words.createLink.productionEmails('siti@example.com')).waitFor();
    },
  },
  {
    name: 'leave-dialog',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showForm(stage);
      await field(page, words.createLink.customerName).fill('Siti Rahayu');
      await page.getByRole('main').getByRole('link', { name: words.lists.links.title }).click();
      await heading(page, words.createLink.leavingTitle).waitFor();
    },
  },
  {
    name: 'created',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showForm(stage);
      await field(page, words.create.description).fill('Pesanan 2042');
      await field(page, words.createLink.customerName).fill('Siti Rahayu');
      await create(stage, 'link');
      await page.getByRole('img', { name: /http/ }).waitFor();
    },
  },
  {
    name: 'create-routing-with-errors',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showForm(stage, 'routing');
      await field(page, words.createRouting.email).fill('siti@');
      await page.getByRole('radio', { name: words.create.minuteChoices.custom }).check();
      await field(page, words.create.minutes).fill('90');
      await button(page, words.createRouting.submit(null)).click();
      await page.getByText(words.create.errors.summary(3)).waitFor();
    },
  },
  {
    name: 'created-routing',
    viewer: 'finance',
    async show(stage) {
      await showForm(stage, 'routing');
      await create(stage, 'routing');
      await stage.page.getByRole('img', { name: stage.words.share.qrisOf('Rp\u00a0150.000') }).waitFor();
    },
  },
  {
    name: 'create-one-time-with-errors',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showForm(stage, 'one-time');
      await page.getByRole('radio', { name: words.createOneTime.methods.ewallet }).check();
      await field(page, words.createOneTime.returnUrl).fill('http://toko.example');
      await button(page, words.createOneTime.submit(null)).click();
      await page.getByText(words.create.errors.summary(2)).waitFor();
    },
  },
  {
    name: 'created-one-time',
    viewer: 'finance',
    async show(stage) {
      const { page, words } = stage;
      await showForm(stage, 'one-time');
      await field(page, words.createOneTime.displayName).fill('Toko Rahma');
      await create(stage, 'one-time');
      await button(page, words.share.copyNumber).waitFor();
    },
  },
];
