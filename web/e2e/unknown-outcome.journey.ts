import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createButton, type FormEntries, fillLinkForm } from './link-form.ts';
import { type Console, startConsole } from './start-console.ts';

let app: Console;

beforeAll(async () => {
  app = await startConsole();
});
afterAll(() => app.close());

const order = (provider: 'REM' | 'Fazz', customer: string): FormEntries => ({
  provider,
  customer,
  description: 'Pesanan 3001',
  email: 'siti@example.com',
  phone: '081234567890',
  amount: '150000',
});

/** The references of the twin's links for a customer: what really exists, whatever the console believes. */
const existing = (customer: string) =>
  app.sandbox.control
    .links()
    .filter((link) => link.order.customerName === customer)
    .map(({ reference }) => reference);

const creations = (reference: string | undefined) =>
  app.sandbox.control.requests({ operation: 'createPaymentLink', reference: reference ?? 'none' });

async function openForm(entries: FormEntries): Promise<Page> {
  const page = await app.open('finance', '/sandbox/links/new');
  await fillLinkForm(page, entries);
  return page;
}

describe('when the answer to a creation is lost', () => {
  it('the console says that it checks with REM, shows the link by itself, and REM was asked once to create it', async () => {
    app.sandbox.control.arm({ scenario: 'lost_response', provider: 'rem', operation: 'createPaymentLink' });
    const list = await app.open('support');
    await list.getByRole('heading', { name: 'No payment links yet' }).waitFor();
    const page = await openForm(order('REM', 'Siti Rahayu'));
    // So that a slow machine sees the question before the answer: the resolver would ask after two seconds.
    const goOn = await app.workers.resolver.pause();
    await createButton(page).click();

    await page.getByRole('heading', { name: 'Checking with REM' }).waitFor();
    await page.getByText('Do not create it again.').waitFor();
    await list.getByRole('button', { name: 'Show the newest links' }).click();
    const row = list.getByRole('row', { name: 'Siti Rahayu' });
    await row.getByText('Checking with REM').waitFor();
    goOn();

    await page.getByRole('heading', { name: 'Link created' }).waitFor();
    await page.getByRole('link', { name: /^Payer page: / }).waitFor();
    await row.getByText('Open', { exact: true }).waitFor();

    const [reference, ...others] = existing('Siti Rahayu');
    expect(others).toEqual([]);
    expect(creations(reference).map(({ scenario }) => scenario)).toEqual(['lost_response']);
    await row.click();
    await list
      .getByRole('region', { name: `Payment link ${reference}` })
      .getByText('Read: open')
      .waitFor();
  });

  it('Fazz, which cannot be asked by reference, is sent the same order again and makes no second link of it', async () => {
    app.sandbox.control.arm({ scenario: 'lost_response', provider: 'fazz', operation: 'createPaymentLink' });
    const page = await openForm(order('Fazz', 'Budi Hartono'));
    const goOn = await app.workers.resolver.pause();
    await createButton(page).click();
    await page.getByRole('heading', { name: 'Checking with Fazz' }).waitFor();
    goOn();
    await page.getByRole('heading', { name: 'Link created' }).waitFor();

    const [reference, ...others] = existing('Budi Hartono');
    expect(others).toEqual([]);
    expect(creations(reference).map(({ scenario }) => scenario)).toEqual(['lost_response', null]);
    const rows = await app.db.query('select id from payments where reference = $1', [reference]);
    expect(rows.rows).toHaveLength(1);
  });
});

describe('pressing the button twice', () => {
  it.each(['REM', 'Fazz'] as const)('makes one link at %s', async (provider) => {
    const customer = provider === 'REM' ? 'Dewi Anggraini' : 'Agung Nugroho';
    const page = await openForm(order(provider, customer));
    await createButton(page).dblclick();
    await page.getByRole('heading', { name: 'Link created' }).waitFor();
    const [reference, ...others] = existing(customer);
    expect(others).toEqual([]);
    expect(creations(reference)).toHaveLength(1);
  });

  it('makes one link also when our own answer to the first press is lost', async () => {
    const page = await openForm(order('REM', 'Ratna Kusuma'));
    let lost = 0;
    await page.route('**/api/sandbox/links', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await createButton(page).click();
    await page.getByText('We do not know yet whether the link was created').waitFor();
    await createButton(page).click();
    await page.getByRole('heading', { name: 'Link created' }).waitFor();
    const [reference, ...others] = existing('Ratna Kusuma');
    expect(others).toEqual([]);
    expect(creations(reference)).toHaveLength(1);
  });
});

it('that REM takes no calls just now is told in the form, which keeps what was entered', async () => {
  app.sandbox.control.arm({ scenario: 'error_429', provider: 'rem', operation: 'createPaymentLink' });
  const page = await openForm(order('REM', 'Putri Maharani'));
  await createButton(page).click();
  await page.getByRole('alert').getByText('The link was not created').waitFor();
  expect(await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Putri Maharani');
  expect(existing('Putri Maharani')).toEqual([]);
  await createButton(page).click();
  await page.getByRole('heading', { name: 'Link created' }).waitFor();
  expect(existing('Putri Maharani')).toHaveLength(1);
});
