import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fazzClient } from '../../server/sandbox/testing/fazz-client.ts';
import { fazzInput, newLink, remInput } from '../../server/testing/link-inputs.ts';
import { makeLink } from '../../server/testing/make-link.ts';
import { newOneTime, newRouting, oneTimeInputs } from '../../server/testing/payment-inputs.ts';
import type { TestClient } from '../../server/testing/start-test-app.ts';
import { type Console, startConsole } from './start-console.ts';
import { toldOnFocus } from './told-on-focus.ts';

let app: Console;
let tester: TestClient;

beforeAll(async () => {
  app = await startConsole();
  tester = await app.signIn('tester');
});
afterAll(() => app.close());

const row = (page: Page, reference: string) => page.getByRole('row', { name: reference });
const box = (page: Page, reference: string) => page.getByRole('checkbox', { name: `Choose ${reference}` });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const runs = (page: Page) => page.getByRole('region', { name: 'Imports' }).getByRole('listitem');

describe('several routings at once', () => {
  it('are simulated, and each tells by itself what became of it', async () => {
    const [first, second, paid] = [await newRouting(tester), await newRouting(tester), await newRouting(tester)];
    app.sandbox.control.pay(paid.reference, { method: 'qris' });
    const page = await app.open('tester', '/sandbox/routings');
    await row(page, paid.reference).getByText('Paid', { exact: true }).waitFor();
    for (const { reference } of [first, second, paid]) await box(page, reference).check();
    await button(page, 'Simulate payment').click();
    await dialog(page).getByRole('button', { name: 'Simulate payment' }).click();

    const told = (reference: string) => dialog(page).getByRole('listitem').filter({ hasText: reference });
    await dialog(page).getByText('2 of 3 simulated').waitFor();
    await told(paid.reference).getByText('It is already paid.').waitFor();
    for (const { reference } of [first, second]) {
      await told(reference).getByText('Simulated', { exact: true }).waitFor();
      await told(reference).getByText('Paid', { exact: true }).waitFor();
      expect(app.sandbox.control.link(reference)?.status).toBe('paid');
    }
    await button(page, 'Done').click();
    await row(page, first.reference).getByText('Paid', { exact: true }).waitFor();
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  });

  it('are chosen with the keyboard alone: Space chooses the row that has the focus', async () => {
    const [one, other] = [await newRouting(tester), await newRouting(tester)];
    const page = await app.open('tester', '/sandbox/routings');
    await row(page, other.reference).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByRole('status').getByText('2 chosen').waitFor();
    expect(await box(page, one.reference).isChecked()).toBe(true);
    expect(await box(page, other.reference).isChecked()).toBe(true);
    expect(new URL(page.url()).pathname).toBe('/sandbox/routings');
    await page.keyboard.press('Space');
    await page.getByRole('status').getByText('1 chosen').waitFor();
  });

  it('have no boxes for those who may not simulate', async () => {
    const page = await app.open('viewer', '/sandbox/routings');
    await page.getByRole('row').nth(2).waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
  });
});

describe('checking the status of one routing', () => {
  it('asks REM by the receipt number alone, and opens what the ledger holds', async () => {
    const { reference } = await newRouting(tester);
    app.sandbox.control.pay(reference, { method: 'qris' });
    await app.sandbox.control.advance(0);
    const page = await app.open('support', '/sandbox/routings');
    await row(page, reference).getByText('Paid', { exact: true }).waitFor();
    await row(page, reference).click();
    const receipt = page.getByRole('region', { name: reference }).getByRole('button', { name: 'Copy receipt number' });
    const receiptNumber = await receipt.locator('xpath=..').locator('[title]').first().getAttribute('title');
    await page.keyboard.press('Escape');

    await button(page, 'Check status').click();
    await dialog(page).getByRole('radio', { name: 'Receipt number' }).check();
    await dialog(page)
      .getByRole('textbox')
      .fill(receiptNumber ?? '');
    const [asked] = await Promise.all([
      page.waitForRequest((request) => request.url().endsWith('/payment-lookups')),
      page.keyboard.press('Enter'),
    ]);
    await dialog(page).getByText('It is in our ledger already.').waitFor();
    await dialog(page).getByRole('button', { name: 'Open' }).click();
    await page.getByRole('region', { name: `QRIS routing ${reference}` }).waitFor();
    expect(asked.postDataJSON()).toEqual({ kind: 'routing', by: 'paymentReferenceNumber', value: receiptNumber });
  });

  it('says what is no such number before anybody is asked', async () => {
    const page = await app.open('support', '/sandbox/routings');
    await button(page, 'Check status').click();
    await dialog(page).getByRole('textbox').fill('no such');
    await page.keyboard.press('Enter');
    await dialog(page).getByText('Letters, digits, - and _ alone, 4 to 100 of them.').waitFor();
    await dialog(page).getByRole('textbox').and(page.locator(':focus')).waitFor();
  });
});

describe('what contradicts itself', () => {
  it('waits for a person, who says that they have looked at it', async () => {
    const id = await makeLink(app.db, {
      kind: 'one-time',
      provider: 'fazz',
      order: { amountIdr: 95_000, method: 'va', channel: 'bri' },
      said: { status: 'paid', amountIdr: 59_000, paidAmountIdr: 59_000 },
    });
    const page = await app.open('finance', '/sandbox/payments?attention=contradicted');
    await button(page, 'Needs a person: Contradicted').waitFor();
    await page.getByRole('row').nth(1).click();
    await page.getByText('Something here contradicts itself').waitFor();
    await button(page, 'Mark as looked at').click();
    await page.getByText('Something here contradicts itself').waitFor({ state: 'detached' });
    await page.getByText('Looked at by Rani Wijaya (finance)').waitFor();
    await page.getByRole('heading', { name: 'No payment matches' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/sandbox/payments/${id}`);
  });
});

describe('all kinds together', () => {
  it('stand in one list that tells them apart, and are found from anywhere', async () => {
    const link = await newLink(tester, remInput({ customerName: 'Siti Rahayu' }));
    const routing = await newRouting(tester);
    const once = await newOneTime(tester, oneTimeInputs.va);
    const page = await app.open('tester', '/sandbox/payments');
    for (const [reference, kind] of [
      [link.customerName ?? '', 'Link'],
      [routing.reference, 'QRIS routing'],
      [once.reference, 'One-time'],
    ] as const) {
      await row(page, reference).first().getByRole('cell', { name: kind, exact: true }).waitFor();
    }
    await button(page, 'Filter by kind').click();
    await page.getByRole('menuitemcheckbox', { name: 'QRIS routing' }).click();
    await page.keyboard.press('Escape');
    await row(page, once.reference).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?kind=routing');

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(once.reference);
    await page.getByRole('option', { name: /One-time payment/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: `One-time payment ${once.reference}` }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/sandbox/one-time/${once.id}`);
  });

  it('has the search of one kind lead to what others hold', async () => {
    await newLink(tester, fazzInput({ customerName: 'Wayan Sudiarta' }));
    const page = await app.open('viewer', '/sandbox/routings?q=wayan');
    await page.getByRole('heading', { name: 'No routing matches' }).waitFor();
    await page.getByRole('link', { name: 'Show 1 payment among all payments' }).click();
    await row(page, 'Wayan Sudiarta').waitFor();
  });
});

describe('importing by date', () => {
  it('adds what Fazz lists, with progress, and never twice', async () => {
    // As another program of the merchant would, behind the console's back.
    const made = await fazzClient(app.sandbox.fazzUrl).createPayment({ referenceId: 'SHOP-77' });
    expect(made.httpStatus).toBe(201);
    const page = await app.open('support', '/sandbox/one-time');
    await button(page, 'Import by date').click();
    await button(page, 'Start import').click();
    const run = runs(page).first();
    await run.getByText('Done', { exact: true }).waitFor();
    await run.getByText(/ · 1 imported · /).waitFor();
    await run.getByRole('link', { name: 'Show the payments of these days' }).click();
    await row(page, 'SHOP-77').waitFor();

    await page.goto(`${app.url}/sandbox/imports`);
    await button(page, 'Start import').click();
    const again = runs(page).filter({ hasText: ' · 0 imported · ' });
    await again.getByText('Done', { exact: true }).waitFor();
    expect(await runs(page).filter({ hasText: 'imported' }).count()).toBe(2);
  });

  it('refuses days that make no range before anybody is asked', async () => {
    const page = await app.open('support', '/sandbox/imports');
    await page.getByRole('textbox', { name: 'From' }).fill('2026-11-20');
    await page.getByRole('textbox', { name: 'To' }).fill('2026-11-19');
    await button(page, 'Start import').click();
    await page.getByRole('alert').getByText('The last day lies before the first.').waitFor();
  });

  it('is not for a viewer', async () => {
    const page = await app.open('viewer', '/sandbox/imports');
    await page.getByText('Your role may not import payments in this environment.').waitFor();
    expect(await button(page, 'Start import').count()).toBe(0);
  });
});

it('a refusal by REM leads to what its code means', async () => {
  const id = await makeLink(app.db, {
    kind: 'routing',
    said: {
      status: 'failed',
      isFinal: true,
      failure: { code: 'declined', detail: 'Duplicate partner tx id', providerCode: '203' },
    },
  });
  const page = await app.open('support', `/sandbox/routings/${id}`);
  await page.getByText(/^Another routing of this REM account has this reference already/).waitFor();
  await (await toldOnFocus(button(page, 'Simulate payment'))).toBe('Your role does not allow this here.');
  await page.getByRole('link', { name: 'What to do about 203' }).click();
  await page.getByRole('row', { name: /^203/, includeHidden: false }).and(page.locator('[aria-current]')).waitFor();
});
