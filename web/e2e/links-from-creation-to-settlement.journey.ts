import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newLink, remInput } from '../../server/testing/link-inputs.ts';
import type { TestClient } from '../../server/testing/start-test-app.ts';
import { createButton, type FormEntries, fillLinkForm } from './link-form.ts';
import { type Console, startConsole } from './start-console.ts';
import { toldOnFocus } from './told-on-focus.ts';

let app: Console;
let finance: TestClient;
let page: Page;

beforeAll(async () => {
  app = await startConsole();
  finance = await app.signIn('finance');
  page = await app.open('finance');
  await page.evaluate(() => Object.assign(window, { isStillTheSamePage: true }));
});
afterAll(() => app.close());

const row = (customer: string) => page.getByRole('row', { name: customer });
const details = () => page.getByRole('region', { name: /^Payment link / });
const action = (name: string) => details().getByRole('button', { name, exact: true });
const timeline = () => details().getByRole('region', { name: 'Timeline' });
const shows = (where: Locator, text: string) => where.getByText(text, { exact: true }).first().waitFor();
const reference = async () => ((await details().getAttribute('aria-label')) ?? '').replace('Payment link ', '');

/** Follows the open link's address, as the customer does, in a tab of its own. */
async function openPayerPage(): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await details().getByTitle('Open the payer page in a new tab').click();
  return opened;
}

/** A REM link of the ledger, opened beside the list. */
async function openNewLink(customerName: string): Promise<string> {
  const { reference } = await newLink(finance, remInput({ customerName }));
  // It came after the list was read, so the list offers it instead of moving the rows under the reader.
  await page.getByRole('button', { name: 'Show the newest links' }).click();
  await row(customerName).click();
  await action('Delete').waitFor();
  return reference;
}

const orders: (FormEntries & { choice: string })[] = [
  {
    provider: 'REM',
    customer: 'Siti Rahayu',
    description: 'Pesanan 2042',
    email: 'siti@example.com',
    phone: '081234567890',
    amount: '150000',
    choice: 'choose-va-bca',
  },
  {
    provider: 'Fazz',
    customer: 'Budi Hartono',
    description: 'Pesanan 2043',
    email: 'budi@example.com',
    phone: '081398765432',
    amount: '275000',
    choice: 'choose-qris',
  },
];

describe.each(orders)('a link of $provider', ({ choice, ...entries }) => {
  it('is created with the form and ready to send', async () => {
    await page.getByRole('button', { name: 'Create link' }).first().click();
    await fillLinkForm(page, entries);
    await createButton(page).click();
    await page.getByRole('heading', { name: 'Link created' }).waitFor();
    await page.getByRole('img', { name: /^QR code of http/ }).waitFor();
    const address = await page.getByRole('link', { name: /^Payer page: / }).getAttribute('href');
    expect(await page.getByRole('textbox', { name: 'Message to the customer' }).inputValue()).toContain(address);
    await page.getByRole('button', { name: 'Open in the list' }).click();
    await shows(row(entries.customer), 'Open');
    await shows(details(), 'Open');
  });

  it('turns paid and then settled, while the payer pays in another tab', async () => {
    const payerPage = await openPayerPage();
    await payerPage.getByTestId(choice).click();
    await payerPage.getByTestId('pay').click();
    await payerPage.getByTestId('receipt').waitFor();

    await shows(row(entries.customer), 'Paid');
    await shows(details(), 'Paid');
    expect(await row(entries.customer).getByText('Settled').count()).toBe(0);
    app.sandbox.control.settle(await reference());
    await shows(row(entries.customer), 'Settled');
    await timeline().getByText('The money is settled.').first().waitFor();
    expect(app.sandbox.control.links({ reference: await reference() })).toHaveLength(1);
    await payerPage.close();
  });
});

describe('deleting a link', () => {
  it('closes it at REM, and the row says so', async () => {
    const reference = await openNewLink('Dewi Anggraini');
    await action('Delete').click();
    const dialog = page.getByRole('dialog', { name: 'Delete this link?' });
    await dialog.getByRole('button', { name: 'Delete link' }).click();
    await dialog.waitFor({ state: 'detached' });
    await shows(row('Dewi Anggraini'), 'Deleted');
    await timeline().getByText('Deleted by Rani Wijaya (finance)').waitFor();
    expect(app.sandbox.control.link(reference)?.status).toBe('closed');
    await (await toldOnFocus(action('Delete'))).toBe('It is already deleted.');
  });

  it('is refused, with the reason, when the payer has chosen how to pay', async () => {
    const reference = await openNewLink('Agung Nugroho');
    const payerPage = await openPayerPage();
    await payerPage.getByTestId('choose-va-bca').click();
    await payerPage.getByTestId('pay').waitFor();
    await payerPage.close();
    // REM tells of a choice only who asks.
    await action('Refresh').click();
    await shows(row('Agung Nugroho'), 'Awaiting payment');
    await (await toldOnFocus(action('Delete'))).toBe('The customer has already chosen how to pay.');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(app.sandbox.control.countRequests({ operation: 'deletePaymentLink', reference })).toEqual([]);
  });

  it('shows why REM refuses when the payer chooses while one is asked for confirmation', async () => {
    const reference = await openNewLink('Ratna Kusuma');
    await action('Delete').click();
    const dialog = page.getByRole('dialog', { name: 'Delete this link?' });
    await dialog.getByRole('button', { name: 'Delete link' }).waitFor();
    app.sandbox.control.choose(reference, { method: 'qris' });

    await dialog.getByRole('button', { name: 'Delete link' }).click();
    await dialog.getByRole('alert').getByText('The link was not deleted').waitFor();
    expect(await dialog.getByRole('alert').innerText()).toMatch(/REM said: “.+”/);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await timeline().getByText('Deletion requested by Rani Wijaya (finance)').waitFor();
    expect(app.sandbox.control.link(reference)?.status).toBe('waiting_payment');
  });
});

describe('resending a callback', () => {
  it('is followed in the timeline until it has arrived', async () => {
    const reference = await openNewLink('Putri Maharani');
    app.sandbox.control.pay(reference, { method: 'va', channel: 'bni' });
    await shows(details(), 'Paid');
    await action('Resend callback').click();
    await details()
      .getByText(/^The callback arrived at \d\d:\d\d:\d\d\.$/)
      .waitFor();
    const requested = timeline()
      .getByRole('listitem')
      .filter({ hasText: 'Callback requested by Rani Wijaya (finance)' });
    await requested.getByText(/^Callback arrived at \d\d:\d\d:\d\d\.$/).waitFor();
    await timeline().getByText('Callback repeated').waitFor();
    expect(app.sandbox.control.deliveries({ reference }).length).toBeGreaterThan(1);
  });

  it('is not offered for Fazz, which has no way to do it', async () => {
    await row('Budi Hartono').click();
    await (await toldOnFocus(action('Resend callback'))).toBe(
      'Fazz has no way to send a callback again. The stored one can be sent to your systems.',
    );
  });
});

it('needed no reload of the page', async () => {
  expect(await page.evaluate(() => 'isStillTheSamePage' in window)).toBe(true);
});
