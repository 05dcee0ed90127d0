import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newLink, remInput } from '../../server/testing/link-inputs.ts';
import { signIn } from './sign-in.ts';
import { type Console, startConsole } from './start-console.ts';

let app: Console;
let page: Page;
let receiptNumber: string;

/** How many callbacks about the payment the server has read. */
async function readCallbacks(): Promise<number> {
  const support = await app.signIn('support');
  const { data } = await support.GET('/api/{environment}/callbacks', {
    params: { path: { environment: 'sandbox' }, query: { state: ['processed'] } },
  });
  return data?.items.filter(({ reference }) => reference === 'INV2042').length ?? 0;
}

beforeAll(async () => {
  app = await startConsole();
  const finance = await app.signIn('finance');
  await newLink(finance, remInput({ customerName: 'Rizky Pratama', amountIdr: 150_000, reference: 'INV2042' }));
  await newLink(finance, remInput({ customerName: 'Siti Rahayu', amountIdr: 150_000, reference: 'INV2043' }));
  for (const reference of ['INV2042', 'INV2043']) {
    app.sandbox.control.pay(reference, { method: 'qris', channel: 'ovo' });
  }
  await app.sandbox.control.advance(0);
  await vi.waitUntil(async () => (await readCallbacks()) > 0, { timeout: 20_000, interval: 200 });
  const payerPage = await app.visit('/healthz');
  await payerPage.goto(`${app.sandbox.url}/pay/${app.sandbox.control.link('INV2042')?.id}`);
  receiptNumber = await payerPage.getByTestId('receipt-number').innerText();
  await payerPage.close();
  page = await app.visit('/sandbox');
});
afterAll(() => app.close());

const details = () => page.getByRole('region', { name: /^Callback \d+$/ });

describe('support has the number on a receipt', () => {
  it('and is three actions after signing in at the body of its callback, which is sent again', async () => {
    await signIn(page, 'support');
    await page.getByRole('button', { name: /Find by id/ }).waitFor();
    const before = await readCallbacks();

    // First: type the number into the search that is always there.
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find a payment' }).fill(receiptNumber);
    // Second: open the callback.
    await page
      .getByRole('option', { name: /^Callback · REM\s*INV2042/ })
      .first()
      .click();
    const body = details().getByRole('region', { name: 'Body as it arrived' });
    await body.getByText('INV2042').waitFor();
    await body.getByText(receiptNumber.slice(0, 12)).waitFor();
    // What will happen stands there before anything is pressed.
    await details().getByText('Your systems may see it twice.').waitFor();
    // Third: have it sent again.
    await details().getByRole('button', { name: 'Resend' }).click();
    await details().getByText('REM sends it again.').waitFor();

    await app.sandbox.control.advance(0);
    await expect.poll(readCallbacks, { timeout: 20_000 }).toBe(before + 1);
  });

  it('and sees the repeated one arrive, read as a repetition that changed nothing', async () => {
    await page.getByRole('button', { name: 'Show the newest callbacks' }).click();
    await page.getByRole('table', { name: 'Callbacks' }).getByText('Repeated').waitFor();
  });

  it('and goes from the payment’s timeline to the callback that an entry came from', async () => {
    await details()
      .getByRole('link', { name: /Rizky Pratama/ })
      .click();
    const payment = page.getByRole('region', { name: 'Payment link INV2042' });
    await payment.getByRole('link', { name: 'Open callback' }).first().click();
    await details()
      .getByRole('heading', { name: /^Says: Paid/ })
      .waitFor();
  });
});

describe('the list of callbacks', () => {
  it('is narrowed by what a body holds, and all of it is in the address', async () => {
    await page.goto(`${app.url}/sandbox/callbacks`);
    await page.getByRole('textbox', { name: /^Search in callbacks/ }).fill('INV2043');
    const rows = page.getByRole('table', { name: 'Callbacks' }).locator('tbody tr[data-id]');
    await expect.poll(async () => (await rows.allInnerTexts()).every((row) => row.includes('INV2043'))).toBe(true);
    await page.getByRole('button', { name: 'Filter by says' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Expired' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'No callback matches' }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=INV2043&says=expired');
    await page.getByRole('button', { name: 'Drop “Says: Expired”' }).click();
    await rows.first().waitFor();
    expect(new URL(page.url()).search).toBe('?q=INV2043');
  });
});
