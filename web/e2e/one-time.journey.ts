import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Console, startConsole } from './start-console.ts';

let app: Console;
let page: Page;

beforeAll(async () => {
  app = await startConsole();
  page = await app.open('finance', '/sandbox/one-time', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.evaluate(() => Object.assign(window, { isStillTheSamePage: true }));
});
afterAll(() => app.close());

const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const shows = (where: Locator, text: string) => where.getByText(text, { exact: true }).first().waitFor();
const row = (reference: string) => page.getByRole('row', { name: reference });
const details = (reference: string) => page.getByRole('region', { name: `One-time payment ${reference}` });
const message = () => page.getByRole('textbox', { name: 'Message to the customer' });
const chargeOf = (reference: string) => {
  const charge = app.sandbox.control.link(reference);
  if (!charge?.choice) throw new Error(`Fazz has no payment ${reference}`);
  return { ...charge, code: charge.choice.code ?? '', channel: charge.choice.channel };
};

interface Way {
  method: string;
  amount: string;
  /** What this method asks for. */
  fill: () => Promise<void>;
  /** What the customer is given to pay with, as Fazz made it. */
  given: (reference: string) => Promise<void>;
  channel: string;
}

const named = () => field('Name that the customer sees').fill('Toko Rahma');

const ways: Way[] = [
  {
    method: 'Virtual account',
    amount: '150000',
    channel: 'mandiri',
    async fill() {
      await page.getByRole('radio', { name: 'Mandiri' }).check();
      await named();
    },
    async given(reference) {
      const { code } = chargeOf(reference);
      await page.getByText(code.replace(/(.{4})(?=.)/g, '$1 '), { exact: true }).waitFor();
      expect(await message().inputValue()).toContain(`Mandiri ${code}\nAtas nama: Toko Rahma`);
      await page.getByRole('button', { name: 'Copy number' }).click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(code);
    },
  },
  {
    method: 'Retail outlet',
    amount: '60000',
    channel: 'indomaret',
    async fill() {
      await page.getByRole('radio', { name: 'Indomaret' }).check();
      await named();
    },
    async given(reference) {
      await page.getByText('Payment code for Indomaret').waitFor();
      await page.getByRole('radio', { name: 'English' }).check();
      expect(await message().inputValue()).toContain(
        `at any Indomaret. Tell the cashier this payment code:\n\n${chargeOf(reference).code}\nShown as: Toko Rahma`,
      );
    },
  },
  {
    method: 'QRIS',
    amount: '45000',
    channel: 'gopay',
    fill: named,
    async given() {
      const image = page.getByRole('img', { name: 'QRIS code for Rp\u00a045.000' });
      await image.waitFor();
      expect(await image.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBeGreaterThan(100);
      await page.getByText('Download the QR code and attach it').waitFor();
    },
  },
  {
    method: 'E-wallet',
    amount: '30000',
    channel: 'ovo',
    async fill() {
      await page.getByRole('radio', { name: 'OVO' }).check();
      await field('Page after the payment').fill('https://toko.example/selesai');
    },
    async given(reference) {
      const address = await page.getByRole('link', { name: /^Page in OVO: / }).getAttribute('href');
      expect(address).toContain(chargeOf(reference).id);
      expect(await message().inputValue()).toContain(`dengan OVO melalui tautan berikut:\n${address}`);
    },
  },
];

describe.each(ways)('a one-time payment by $method', ({ method, amount, channel, fill, given }) => {
  let reference: string;

  it('is created with the form, and what the customer needs is ready to send', async () => {
    await page.getByRole('button', { name: 'Create payment', exact: true }).first().click();
    await page.getByRole('radio', { name: method, exact: true }).check();
    await fill();
    await field('Amount').fill(amount);
    await field('Description').fill(`Pesanan ${amount}`);
    await page.getByRole('button', { name: /^Create payment of Rp/ }).click();
    await page.getByRole('heading', { name: 'Payment created' }).waitFor();
    reference = (await page.getByTitle(/^TL\d{6}/).innerText()).trim();
    expect(await message().inputValue()).toContain(`untuk Pesanan ${amount}`);
    await given(reference);
    expect(app.sandbox.control.links({ provider: 'fazz', kind: 'one-time', reference })).toHaveLength(1);
  });

  it('is paid and then completed, while the customer pays elsewhere', async () => {
    await page.getByRole('button', { name: 'Open in the list' }).click();
    await details(reference).waitFor();
    const customer = await app.visit('/healthz');
    await customer.goto(`${app.sandbox.url}/pay/${chargeOf(reference).id}`);
    await customer.getByTestId('pay').click();
    await shows(row(reference), 'Paid');
    await shows(details(reference), 'Paid');
    expect(chargeOf(reference)).toMatchObject({ status: 'paid', channel });

    app.sandbox.control.settle(reference);
    await shows(row(reference), 'Settled');
    await details(reference).getByText('Fazz says “completed”', { exact: false }).first().waitFor();
  });
});

it('needed no reload of the page', async () => {
  expect(await page.evaluate(() => 'isStillTheSamePage' in window)).toBe(true);
});

describe('the form', () => {
  it('asks for what the method needs, within its limits, and tells all that is missing', async () => {
    const page = await app.open('finance', '/sandbox/one-time/new');
    await page.getByRole('radio', { name: 'Retail outlet' }).check();
    await page.getByText('Alfamart: Rp\u00a015.000 to Rp\u00a02.500.000').waitFor();
    await page.getByRole('textbox', { name: 'Amount', exact: true }).fill('12000');
    await page.getByRole('button', { name: /^Create payment of/ }).click();
    await page.getByText('2 things need correcting').waitFor();
    await page.getByText('At least Rp\u00a015.000.').first().waitFor();
    await page.getByRole('radio', { name: 'Indomaret' }).check();
    await page.getByText('One thing needs correcting').waitFor();
    await page.getByRole('link', { name: 'Name that the customer sees' }).click();
    await page.keyboard.type('Toko Rahma');
    await page.getByText('One thing needs correcting').waitFor({ state: 'hidden' });
    const made = app.sandbox.control.links({ provider: 'fazz', kind: 'one-time' });
    expect(made.filter(({ order }) => order.amountIdr === 12_000)).toEqual([]);
  });
});

it('the page after the payment is remembered on this device', async () => {
  await page.goto(`${app.url}/sandbox/one-time/new`);
  await page.getByRole('radio', { name: 'E-wallet' }).check();
  expect(await field('Page after the payment').inputValue()).toBe('https://toko.example/selesai');
});

describe('when the answer of Fazz is lost', () => {
  it('the console checks by sending the same order again, and Fazz makes one payment of it', async () => {
    app.sandbox.control.arm({ scenario: 'lost_response', provider: 'fazz', operation: 'createPayment' });
    const page = await app.open('finance', '/sandbox/one-time/new');
    await page.getByRole('textbox', { name: 'Name that the customer sees' }).fill('Toko Rahma');
    await page.getByRole('textbox', { name: 'Amount', exact: true }).fill('91000');
    const goOn = await app.workers.resolver.pause();
    await page.getByRole('button', { name: /^Create payment of/ }).dblclick();
    await page.getByRole('heading', { name: 'Checking with Fazz' }).waitFor();
    goOn();
    await page.getByRole('button', { name: 'Copy number' }).waitFor();
    const made = app.sandbox.control.links({ provider: 'fazz', kind: 'one-time' });
    expect(made.filter(({ order }) => order.amountIdr === 91_000)).toHaveLength(1);
  });
});
