import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fazzInput, newLink, remInput } from '../../server/testing/link-inputs.ts';
import { signIn } from './sign-in.ts';
import { type Console, startConsole } from './start-console.ts';

/** More stops than this between two places that are used one after the other are too many. */
const MOST_STOPS = 12;

let app: Console;
let page: Page;

beforeAll(async () => {
  app = await startConsole();
  const finance = await app.signIn('finance');
  await newLink(finance, remInput({ customerName: 'Siti Rahayu', description: 'Kopi 1' }));
  const { reference } = await newLink(finance, remInput({ customerName: 'Rizky Pratama', description: 'Kopi 2' }));
  await newLink(finance, fazzInput({ customerName: 'Dewi Anggraini', description: 'Kopi 3' }));
  await newLink(finance, fazzInput({ customerName: 'Agung Nugroho', description: 'Gula' }));
  app.sandbox.control.pay(reference, { method: 'va', channel: 'bca' });
  await app.sandbox.control.advance(0);
  page = await app.visit('/');
});
afterAll(() => app.close());

const type = (text: string) => page.keyboard.type(text);
const rowLink = (customer: string) => page.getByRole('link', { name: customer });
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const details = (name: RegExp = /^Payment link /) => page.getByRole('region', { name });
async function press(...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
}
/** Waits until the focus is there. */
const focusOn = (target: Locator) => target.and(page.locator(':focus')).waitFor();

/** Presses Tab until the focus is there; fails when that takes too long. */
async function tabTo(target: Locator, key = 'Tab') {
  await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await press(key);
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
  }
  throw new Error(`${target} is more than ${MOST_STOPS} stops away`);
}

it('signs in, the first key goes into the first field, and goes on from the overview to the links', async () => {
  await focusOn(field('E-mail'));
  await signIn(page, 'finance');
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await tabTo(page.getByRole('navigation').getByRole('link', { name: 'Payment links' }));
  await press('Enter');
  await page.getByRole('heading', { name: 'Payment links' }).waitFor();
});

it('filters with /, moves with the arrows, opens with Enter', async () => {
  await rowLink('Agung Nugroho').waitFor();
  await press('/');
  await type('kopi');
  await rowLink('Agung Nugroho').waitFor({ state: 'detached' });
  await press('Tab', 'ArrowDown');
  await focusOn(rowLink('Dewi Anggraini'));
  await press('ArrowDown');
  await focusOn(rowLink('Rizky Pratama'));
  await press('End');
  await focusOn(rowLink('Siti Rahayu'));
  await press('ArrowUp', 'Enter');
  await details().getByText('Kopi 2').waitFor();
});

it('resends the callback of the open link with r and Enter, told before that receivers may see it twice, and Esc closes it and returns to its row', async () => {
  await details().getByRole('heading', { name: 'Timeline' }).waitFor();
  await press('r');
  const question = page.getByRole('dialog', { name: 'Resend the callback of this payment?' });
  await question.getByText('which may see it twice').waitFor();
  await focusOn(question.getByRole('button', { name: 'Resend callback' }));
  await press('Enter');
  await question.waitFor({ state: 'detached' });
  await details()
    .getByText(/^The callback arrived at /)
    .waitFor();
  await press('Escape');
  await details().waitFor({ state: 'detached' });
  await focusOn(rowLink('Rizky Pratama'));
});

it('sets a filter in its menu, and the focus returns to the chip', async () => {
  const chip = page.getByRole('button', { name: 'Filter by provider' });
  await tabTo(chip, 'Shift+Tab');
  await press('Enter');
  await focusOn(page.getByRole('menuitemcheckbox', { name: 'REM' }));
  await press('ArrowDown', 'Enter');
  await rowLink('Rizky Pratama').waitFor({ state: 'detached' });
  await press('Escape');
  const set = page.getByRole('button', { name: 'Provider: Fazz' });
  await focusOn(set);
  await press('Tab');
  await focusOn(page.getByRole('button', { name: 'Drop the filter Provider' }));
  await press('Enter');
  await rowLink('Rizky Pratama').waitFor();
});

it('creates a link: c, the whole form, Enter', async () => {
  await press('Escape', 'c');
  await tabTo(page.getByRole('radio', { name: 'REM' }));
  await press('ArrowDown', 'ArrowUp');
  await tabTo(field('Description'));
  await type('Pesanan 4001');
  await tabTo(field('Name'));
  await type('Ratna Kusuma');
  await press('Tab');
  await focusOn(field('E-mail'));
  await type('ratna@example.com');
  await tabTo(field('Phone'));
  await type('081234567890');
  await press('Tab');
  await focusOn(field('Amount'));
  await type('1250000');
  expect(await field('Amount').inputValue()).toBe('1.250.000');
  await tabTo(page.getByRole('radio', { name: 'By us' }));
  await press('ArrowDown');
  await tabTo(page.getByRole('checkbox', { name: 'Card' }));
  await press('Space');
  await tabTo(page.getByRole('radio', { name: '24 hours' }));
  await press('ArrowRight');
  await tabTo(page.getByRole('button', { name: 'Create link for Rp 1.250.000' }));
  await press('Enter');
  await focusOn(page.getByRole('heading', { name: 'Link created' }));

  const [link] = app.sandbox.control.links({ provider: 'rem' });
  expect(link?.order).toMatchObject({ customerName: 'Ratna Kusuma', amountIdr: 1_250_000 });
});

it('sends a form with errors back to the first of them', async () => {
  await tabTo(page.getByRole('button', { name: 'Create another' }));
  await press('Enter');
  await tabTo(field('Name'));
  await press('Enter');
  await page.locator(':focus', { hasText: '2 things need correcting' }).waitFor();
  await press('Tab');
  await focusOn(page.getByRole('link', { name: 'Name' }));
  await press('Enter');
  await focusOn(field('Name'));
});

it('finds a link from anywhere with Ctrl K', async () => {
  await press('Control+k');
  await focusOn(page.getByRole('combobox', { name: 'Find a payment' }));
  await type('Rizky');
  await page.getByRole('option', { name: /Rizky Pratama/ }).waitFor();
  await press('Enter');
  await details().getByText('Kopi 2').waitFor();
});

it('shows its keys with ?, and Esc goes back to where one was', async () => {
  await press('Escape');
  await details().waitFor({ state: 'detached' });
  await press('ArrowDown');
  const before = page.locator('tbody a:focus');
  const row = await before.innerText();
  await press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await help.getByText('Resend the callback of what is open, or of the row in focus').waitFor();
  await press('Escape');
  await help.waitFor({ state: 'detached' });
  expect(await before.innerText()).toBe(row);
});

it('keys mean nothing while one types', async () => {
  await press('/');
  await type('c?r/');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(new URL(page.url()).pathname).toBe('/sandbox/links');
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('c?r/');
});
