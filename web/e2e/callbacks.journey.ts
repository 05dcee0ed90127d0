import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fazzInput, newLink, remInput } from '../../server/testing/link-inputs.ts';
import { newDestination } from '../../server/testing/send-on.ts';
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
    await details().getByText('to your systems, which may see it twice.').waitFor();
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

it('a callback is resent from its row, by the button there and by the key r, and the row stays closed', async () => {
  await page.goto(`${app.url}/sandbox/callbacks?q=INV2043`);
  const before = app.sandbox.control.deliveries({ reference: 'INV2043' }).length;
  const row = page.getByRole('row', { name: /INV2043/ }).first();
  await row.hover();
  await row.getByRole('button', { name: 'Resend the callback of INV2043' }).click();
  const question = page.getByRole('dialog', { name: 'Resend the callback of this payment?' });
  await question.getByText('which may see it twice').waitFor();
  await question.getByText('Siti Rahayu').waitFor();
  await question.getByRole('button', { name: 'Resend callback' }).click();
  await question.getByText('REM sends it again.').waitFor();
  await question.getByRole('button', { name: 'Close' }).last().click();
  await row.getByRole('link').focus();
  await page.keyboard.press('r');
  await question.getByText('which may see it twice').waitFor();
  await page.keyboard.press('Enter');
  await question.getByText('REM sends it again.').waitFor();
  await page.keyboard.press('Escape');
  await app.sandbox.control.advance(0);
  expect(app.sandbox.control.deliveries({ reference: 'INV2043' }).length).toBe(before + 2);
  expect(new URL(page.url()).pathname).toBe('/sandbox/callbacks');
});

describe('a payment of Fazz, which has no way to send a callback again', () => {
  it('has its latest callback sent from our store to a destination', async () => {
    await newLink(await app.signIn('finance'), fazzInput({ reference: 'INV2044' }));
    app.sandbox.control.pay('INV2044', { method: 'qris' });
    await app.sandbox.control.advance(0);
    await page.goto(`${app.url}/sandbox/links?q=INV2044`);
    await page.getByRole('link', { name: /Budi Santoso/ }).click();
    const payment = page.getByRole('region', { name: 'Payment link INV2044' });
    const send = payment.getByRole('button', { name: 'Send callback to…' });
    await payment.getByRole('link', { name: 'Callbacks about this payment' }).waitFor();

    // Without a destination it is told where they are set up.
    await send.click();
    const dialog = page.getByRole('dialog', { name: 'Send the latest callback once more' });
    await dialog.getByText('Says: Paid').waitFor();
    expect(await dialog.getByRole('link', { name: 'Destinations' }).getAttribute('href')).toBe('/sandbox/destinations');
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    await newDestination(app, await app.signIn('admin'), 'gudang');
    await page.reload();
    await send.click();
    await dialog.getByText('The receiver may see it twice').waitFor();
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await payment.getByText('In the queue of gudang.').waitFor();
    await expect.poll(() => app.sandbox.control.receivers.received('gudang').length, { timeout: 20_000 }).toBe(1);
  });

  it('has it sent from its row too, where r says why Fazz cannot', async () => {
    await page.goto(`${app.url}/sandbox/links?q=INV2044`);
    await page.getByRole('link', { name: /Budi Santoso/ }).focus();
    await page.keyboard.press('r');
    const question = page.getByRole('dialog', { name: 'Resend the callback of this payment?' });
    await question.getByText('Fazz has no way to send a callback again.').waitFor();
    await question.getByRole('button', { name: 'Send callback to…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send the latest callback once more' });
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await dialog.getByText('In the queue of gudang.').waitFor();
    await expect.poll(() => app.sandbox.control.receivers.received('gudang').length, { timeout: 20_000 }).toBe(2);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /Budi Santoso/ }).click();
  });

  it('leads to all callbacks about it', async () => {
    await page.getByRole('link', { name: 'Callbacks about this payment' }).click();
    await page.getByText('Payment: one payment').waitFor();
    const rows = page.getByRole('table', { name: 'Callbacks' }).locator('tbody tr[data-id]');
    await rows.first().waitFor();
    expect((await rows.allInnerTexts()).every((row) => row.includes('INV2044'))).toBe(true);
  });
});

it('a body of nothing but brackets is shown as it came, its beginning first, and freezes nothing', async () => {
  const support = await app.signIn('support');
  const body = '['.repeat(60_000) + ']'.repeat(60_000);
  await fetch(app.sandbox.control.settings().callbackUrls.rem ?? '', { method: 'POST', body });
  const id = await vi.waitUntil(
    async () => {
      const { data } = await support.GET('/api/{environment}/callbacks', {
        params: { path: { environment: 'sandbox' }, query: { state: ['parked'] } },
      });
      return data?.items.find(({ reference }) => reference === null)?.id;
    },
    { timeout: 20_000, interval: 100 },
  );
  await page.goto(`${app.url}/sandbox/callbacks/${id}`);
  await details().getByText('It is nested too deep').waitFor();
  const shown = details().locator('pre');
  expect(await shown.innerText()).toHaveLength(64_000);
  await details().getByRole('button', { name: 'Show all' }).click();
  await expect.poll(async () => (await shown.innerText()).length).toBe(body.length);
});
