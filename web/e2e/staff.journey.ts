import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../server/sandbox/start-sandbox.ts';
import { fazzInput, newLink, remInput } from '../../server/testing/link-inputs.ts';
import { movableClock } from '../../server/testing/movable-clock.ts';
import { remAccount } from './real-environments.ts';
import { emailOf, signIn } from './sign-in.ts';
import { type Console, startConsole } from './start-console.ts';
import { toldOnFocus } from './told-on-focus.ts';

const time = movableClock();
/** Stands for REM in production: the twin under production's name. */
let realRem: Sandbox;
let app: Console;
let linkId: string;

beforeAll(async () => {
  realRem = await startSandbox({ port: 0, dataFile: null });
  app = await startConsole({ clock: time.clock, accounts: [remAccount('production', realRem.remUrl)] });
  const finance = await app.signIn('finance');
  const link = await newLink(finance, remInput({ customerName: 'Siti Rahayu', emails: ['siti@example.com'] }));
  linkId = link.id;
  await newLink(finance, fazzInput({ customerName: 'Dewi Anggraini' }));
});
afterAll(async () => {
  await app.close();
  await realRem.close();
});

const alert = (page: Page) => page.getByRole('alert');
const linkRow = (page: Page, customer: string) => page.getByRole('row', { name: customer });
const account = (page: Page) => page.getByRole('button', { name: /Account of|Akun/ });

/** Opens it as one does without a mouse, which is also how a page knows to show where the focus is. */
async function openRow(page: Page, customer: string) {
  await linkRow(page, customer).getByRole('link').focus();
  await page.keyboard.press('Enter');
  return page.getByRole('region', { name: /^Payment link TL/ });
}

describe('signing in', () => {
  it('says that address and password do not belong together, and lets one try again', async () => {
    const page = await app.visit('/sign-in');
    await signIn(page, 'finance', 'not the password');
    await alert(page).getByText('This e-mail address and password do not belong together.').waitFor();
    await signIn(page, 'finance');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/sandbox');
  });

  it('says how long to wait after too many failures, in both languages', async () => {
    const page = await app.visit('/sign-in', { locale: 'id-ID' });
    const guess = { method: 'POST', body: JSON.stringify({ email: emailOf('tester'), password: 'a guess' }) };
    for (let guesses = 0; guesses < 5; guesses += 1)
      await fetch(`${app.url}/api/session`, { ...guess, headers: { 'content-type': 'application/json' } });
    await page.getByRole('button', { name: 'English' }).click();
    await signIn(page, 'tester');
    await alert(page)
      .getByText(/Too many attempts\. Try again in \d\d seconds\./)
      .waitFor();
    await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
    await alert(page)
      .getByText(/Terlalu banyak percobaan\. Coba lagi \d\d detik lagi\./)
      .waitFor();
  });

  it('leads to where one wanted to go', async () => {
    const page = await app.visit(`/sandbox/links/${linkId}?status=open&sort=amount`);
    await signIn(page, 'support');
    await page.getByRole('region', { name: /^Payment link TL/ }).waitFor();
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe(`/sandbox/links/${linkId}?status=open&sort=amount`);
  });
});

describe('a session that ends', () => {
  it('by a sign-out in another tab leads to sign-in here too, and from there back', async () => {
    const address = `/sandbox/links/${linkId}?provider=rem`;
    const page = await app.open('support', address);
    await page.getByRole('region', { name: /^Payment link TL/ }).waitFor();
    const other = await page.context().newPage();
    await other.goto(app.url);
    await account(other).click();
    await other.getByRole('menuitem', { name: 'Sign out' }).click();
    await other.getByRole('heading', { name: 'Sign in' }).waitFor();

    await page.getByText('Your session has ended. Sign in and you go on where you were.').waitFor();
    await signIn(page, 'support');
    await page.getByRole('region', { name: /^Payment link TL/ }).waitFor();
    expect(page.url()).toBe(app.url + address);
  });
});

describe('a viewer', () => {
  it('sees what may not be done, with the reason, and contacts masked', async () => {
    const page = await app.open('viewer');
    const create = page.getByRole('button', { name: 'Create link' });
    await (await toldOnFocus(create)).toBe('Your role may not create links in this environment.');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).pathname).toBe('/sandbox/links');

    const details = await openRow(page, 'Siti Rahayu');
    for (const name of ['Resend callback', 'Refresh', 'Delete']) {
      const action = details.getByRole('button', { name, exact: true });
      await (await toldOnFocus(action)).toBe('Your role does not allow this here.');
      expect(await action.getAttribute('aria-disabled')).toBe('true');
    }
    await details.getByText('Masked: your role may not read contacts.').waitFor();
    expect(await details.innerText()).not.toContain('siti@example.com');
    expect(app.sandbox.control.countRequests({ operation: 'getPaymentLinkStatus' })).toEqual([]);
  });

  it('is told the same on the page that creates links, when they go there by address', async () => {
    const page = await app.open('viewer', '/sandbox/links/new');
    await page.getByText('Your role may not create links in this environment.').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
  });
});

describe('language and appearance', () => {
  it('are changed in the account menu, and stay over reloads and on the sign-in page', async () => {
    const page = await app.open('support');
    await account(page).click();
    await page.getByRole('menuitemradio', { name: 'Bahasa Indonesia' }).click();
    await page.getByRole('menuitemradio', { name: 'Gelap' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Pelanggan' }).waitFor();
    const look = () => page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]);
    expect(await look()).toEqual(['id', 'dark']);

    await page.reload();
    await page.getByRole('columnheader', { name: 'Pelanggan' }).waitFor();
    expect(await look()).toEqual(['id', 'dark']);

    await account(page).click();
    await page.getByRole('menuitem', { name: 'Keluar' }).click();
    await page.getByRole('textbox', { name: 'Kata sandi' }).waitFor();
    expect(await look()).toEqual(['id', 'dark']);
  });
});

describe('environments', () => {
  it('are changed in their menu; address, title and band say in which one is, and the next visit begins there', async () => {
    const page = await app.open('finance');
    await page.getByRole('button', { name: 'Environment: Sandbox. Change' }).click();
    await page.getByRole('menuitemradio', { name: /^Production/ }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page
      .getByRole('region', { name: 'Environment' })
      .getByText('Real money. Changes here reach customers.')
      .waitFor();
    expect(new URL(page.url()).pathname).toBe('/production');
    await expect.poll(() => page.title()).toBe('Overview · PRODUCTION · Tautan');
    await page.goto(app.url);
    await page.getByRole('region', { name: 'Environment' }).getByText('Real money.').waitFor();
  });

  it('production wants the reference typed before it deletes', async () => {
    const finance = await app.signIn('finance');
    const { data } = await finance.POST('/api/{environment}/links', {
      params: { path: { environment: 'production' }, header: { 'Idempotency-Key': 'a-link-in-production' } },
      body: remInput({ customerName: 'Siti Rahayu' }),
    });
    const page = await app.open('finance', `/production/links/${data?.id}`);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete this link?' });
    await dialog.getByRole('textbox').fill('TL000000WRONG');
    await dialog.getByRole('button', { name: 'Delete link' }).click();
    await dialog.getByText('This is not the reference of the link.').waitFor();
    expect(realRem.control.requests({ operation: 'deletePaymentLink' })).toEqual([]);

    await dialog.getByRole('textbox').fill(data?.reference ?? '');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await linkRow(page, 'Siti Rahayu').getByText('Deleted').waitFor();
    expect(realRem.control.link(data?.reference ?? '')?.status).toBe('closed');
  });
});

// Last, because nothing that was signed in before is so afterwards.
it('a session that was left alone for hours ends with the next thing that a person does, and they go on there', async () => {
  const page = await app.open('admin', '/sandbox/links?provider=rem');
  await linkRow(page, 'Siti Rahayu').waitFor();
  time.moveOn(3 * 3_600_000);
  await openRow(page, 'Siti Rahayu');
  await page.getByText('Your session has ended. Sign in and you go on where you were.').waitFor();
  await signIn(page, 'admin');
  await page.getByRole('region', { name: /^Payment link TL/ }).waitFor();
  expect(page.url()).toBe(`${app.url}/sandbox/links/${linkId}?provider=rem`);
});
