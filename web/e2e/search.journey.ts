import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remClient } from '../../server/sandbox/testing/rem-client.ts';
import { fazzInput, newLink, remInput } from '../../server/testing/link-inputs.ts';
import { makeLink } from '../../server/testing/make-link.ts';
import { type Console, startConsole } from './start-console.ts';

const MANY = 120;
let app: Console;
let page: Page;

beforeAll(async () => {
  app = await startConsole();
  const finance = await app.signIn('finance');
  await newLink(finance, fazzInput({ customerName: 'Dewi Anggraini', amountIdr: 275_000, phone: '6281398765432' }));
  await newLink(finance, remInput({ customerName: 'Rizky Pratama', amountIdr: 150_000, reference: 'INV2042' }));
  await newLink(finance, remInput({ customerName: 'Siti Rahayu', amountIdr: 1_150_000, reference: 'INV2043' }));
  app.sandbox.control.pay('INV2043', { method: 'qris', channel: 'ovo' });
  await app.sandbox.control.advance(0);
  page = await app.open('support');
});
afterAll(() => app.close());

const filter = () => page.getByRole('textbox', { name: /^Filter this list/ });
const drop = (name: string) => page.getByRole('button', { name, exact: true });
/** How many rows there are, and the customers of the first and the last one. */
const rows = () =>
  expect.poll(
    async () => {
      const cells = await page.getByRole('table', { name: 'Payment links' }).locator('td a').allInnerTexts();
      const customers = cells.map((cell) => cell.split('\n')[0]);
      return [cells.length, customers[0], customers.at(-1)];
    },
    { timeout: 10_000 },
  );

describe('support finds one payment', () => {
  it.each([
    ['the amount as people write it', 'Rp 150.000', 'Rizky Pratama'],
    ['a phone number as people write it', '0813-9876-5432', 'Dewi Anggraini'],
    ['a part of the name', 'rahay', 'Siti Rahayu'],
    ['the reference', 'INV2042', 'Rizky Pratama'],
  ])('by %s', async (_what, q, customer) => {
    await filter().fill(q);
    await rows().toEqual([1, customer, customer]);
    expect(new URL(page.url()).searchParams.get('q')).toBe(q);
  });

  it("by the OVO receipt's number, of which REM tells us the first twelve characters only", async () => {
    const payerPage = await page.context().newPage();
    await payerPage.goto(`${app.sandbox.url}/pay/${app.sandbox.control.link('INV2043')?.id}`);
    const receiptNumber = await payerPage.getByTestId('receipt-number').innerText();
    await payerPage.close();
    expect(receiptNumber.length).toBeGreaterThan(12);

    await filter().fill(receiptNumber);
    await rows().toEqual([1, 'Siti Rahayu', 'Siti Rahayu']);
    await page.getByRole('link', { name: /Siti Rahayu/ }).click();
    const details = page.getByRole('region', { name: 'Payment link INV2043' });
    await details.getByText(receiptNumber.slice(0, 12), { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await details.waitFor({ state: 'detached' });
  });

  it('of a reference that only REM knows, and imports it', async () => {
    const order = { partner_tx_id: 'ELSEWHERE77', sender_name: 'Wayan Sudiarta', amount: 480_000 };
    expect((await remClient(app.sandbox.remUrl).create(order)).httpStatus).toBe(200);
    await filter().fill('ELSEWHERE77');
    const lookUp = page.getByRole('region', { name: 'Is ELSEWHERE77 at a provider?' });
    await lookUp.getByText('REM knows it, our ledger does not.').waitFor();
    await lookUp.getByRole('button', { name: 'Import' }).click();

    const details = page.getByRole('region', { name: 'Payment link ELSEWHERE77' });
    await details.getByRole('heading', { name: /480\.000/ }).waitFor();
    await details.getByText('Imported by Budi Santoso (Support)').waitFor();
    await rows().toEqual([1, 'Wayan Sudiarta', 'Wayan Sudiarta']);
    expect(app.sandbox.control.links({ reference: 'ELSEWHERE77' })).toHaveLength(1);
  });
});

describe('a list of many', () => {
  beforeAll(async () => {
    const before = Date.now() - 3_600_000;
    for (let number = 1; number <= MANY; number += 1) {
      const customerName = `Customer ${String(number).padStart(3, '0')}`;
      const order = { amountIdr: 20_000 + number, customerName };
      const said = number % 4 === 0 ? { status: 'expired' as const, isFinal: true } : { status: 'open' as const };
      await makeLink(app.db, { order, said, createdAt: new Date(before + number * 1000) });
    }
    await page.goto(`${app.url}/sandbox/links?q=customer`);
  });

  const newest = [50, 'Customer 120', 'Customer 071'];
  const middle = [50, 'Customer 070', 'Customer 021'];
  const oldest = [20, 'Customer 020', 'Customer 001'];

  it('goes to older and newer pages and back again, and each is an address', async () => {
    await rows().toEqual(newest);
    await page.getByRole('button', { name: 'Older' }).click();
    await rows().toEqual(middle);
    await page.getByRole('button', { name: 'Older' }).click();
    await rows().toEqual(oldest);
    expect(await page.getByRole('button', { name: 'Older' }).count()).toBe(0);

    await page.reload();
    await rows().toEqual(oldest);
    await page.getByRole('button', { name: 'Newer' }).click();
    await rows().toEqual(middle);
    await page.goBack();
    await rows().toEqual(oldest);
  });

  it('keeps filters and order in the address, over reload and back', async () => {
    await page.goto(`${app.url}/sandbox/links?q=customer`);
    await page.getByRole('button', { name: 'Filter by status' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Expired' }).click();
    await page.keyboard.press('Escape');
    await rows().toEqual([30, 'Customer 120', 'Customer 004']);
    const byAmount = page.getByRole('columnheader', { name: 'Amount' });
    await byAmount.getByRole('button').click();
    await byAmount.and(page.locator('[aria-sort=descending]')).waitFor();
    await byAmount.getByRole('button').click();
    await rows().toEqual([30, 'Customer 004', 'Customer 120']);
    const address = new URL(page.url()).search;
    expect(address).toBe('?q=customer&status=expired&sort=amount');

    await page.reload();
    await rows().toEqual([30, 'Customer 004', 'Customer 120']);
    await drop('Drop the filter Status').click();
    await rows().toEqual([50, 'Customer 001', 'Customer 050']);
    await page.goBack();
    await rows().toEqual([30, 'Customer 004', 'Customer 120']);
    expect(new URL(page.url()).search).toBe(address);
  });

  it('says which filter leaves nothing over, and what dropping it would show', async () => {
    await page.goto(`${app.url}/sandbox/links?q=customer&status=paid`);
    await page.getByRole('heading', { name: 'No link matches' }).waitFor();
    await page.getByText('shows 120 links').waitFor();
    await drop('Drop “Status: Paid”').click();
    await rows().toEqual(newest);
  });
});
