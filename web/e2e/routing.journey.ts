import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import { roles } from '../../server/auth/permissions.ts';
import { type Sandbox, startSandbox } from '../../server/sandbox/start-sandbox.ts';
import { newRouting } from '../../server/testing/payment-inputs.ts';
import { remAccount } from './real-environments.ts';
import { type Console, startConsole } from './start-console.ts';
import { toldOnFocus } from './told-on-focus.ts';

let app: Console;
/** Stands for REM in production: a second twin under production's name. */
let productionRem: Sandbox;

beforeAll(async () => {
  productionRem = await startSandbox({ port: 0, dataFile: null });
  app = await startConsole({ accounts: [remAccount('production', productionRem.remUrl)] });
});
afterAll(async () => {
  await app.close();
  await productionRem.close();
});

const shows = (where: Page | Locator, text: string | RegExp) =>
  where.getByText(text, { exact: true }).first().waitFor();
const qr = (page: Page) => page.getByRole('img', { name: /^QRIS code for Rp/ });
const countdown = (page: Page) => page.getByRole('timer');
const row = (page: Page, reference: string) => page.getByRole('row', { name: reference });
const panel = (page: Page, reference: string) => page.getByRole('region', { name: `QRIS routing ${reference}` });
const action = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openForm(environment = 'sandbox'): Promise<Page> {
  return app.open('tester', `/${environment}/routings/new`);
}

async function fillAmount(page: Page, amount: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Amount', exact: true }).fill(amount);
}

const createButton = (page: Page) => page.getByRole('button', { name: /^Create QR for Rp/ });

/** The reference of what was just created, as the page shows it. */
async function referenceOn(page: Page): Promise<string> {
  await page.getByRole('heading', { name: 'QRIS routing created' }).waitFor();
  return (await page.getByTitle(/^TL\d{6}/).innerText()).trim();
}

/** The routings that the twin really has for an amount, whatever the console believes. */
const existing = (amountIdr: number) =>
  app.sandbox.control.links({ provider: 'rem', kind: 'routing' }).filter(({ order }) => order.amountIdr === amountIdr);

describe('a QRIS routing', () => {
  let page: Page;
  let reference: string;
  // This profile lives through the whole story, and not through one step alone.
  beforeAll(async () => {
    page = await app.open('tester', '/sandbox/routings');
    await page.evaluate(() => Object.assign(window, { isStillTheSamePage: true }));
  });

  it('is created with the form, and its QR code is there with the time that is left', async () => {
    await page.getByRole('button', { name: 'Create QRIS routing' }).first().click();
    await fillAmount(page, '150000');
    await page.getByRole('textbox', { name: 'Customer id' }).fill('member.1042');
    await createButton(page).click();
    reference = await referenceOn(page);
    await qr(page).waitFor();
    expect(await qr(page).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    expect(await countdown(page).innerText()).toMatch(/^(30:00|29:\d\d) left$/);
    const [charge, ...others] = existing(150_000);
    expect(others).toEqual([]);
    expect(charge).toMatchObject({ reference, partnerUserId: 'member.1042', hasHostedPage: false });
  });

  it('prints nothing but the code, the amount, the reference and the end', async () => {
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('body').innerText();
    const isCodePrinted = await qr(page).isVisible();
    await page.emulateMedia({ media: 'screen' });
    expect(isCodePrinted).toBe(true);
    expect(printed.split('\n').filter((line) => line.trim())).toEqual([
      'Rp\u00a0150.000',
      `Reference ${reference}`,
      expect.stringMatching(/^Until .+ WIB$/),
    ]);
  });

  it('can be kept as a file under its reference', async () => {
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe(`payment-${reference}.png`);
  });

  it('is paid when a payment is simulated, and the panel tells by which callback and when', async () => {
    await page.getByRole('button', { name: 'Open in the list' }).click();
    const details = panel(page, reference);
    await details.getByRole('img', { name: /^QRIS code for Rp/ }).waitFor();
    await action(page, 'Simulate payment').click();

    await shows(details, 'Paid');
    await shows(row(page, reference), 'Paid');
    const followed = details.getByRole('status').filter({ hasText: 'Simulated' });
    const clock = String.raw`\d\d:\d\d:\d\d`;
    const steps = new RegExp(String.raw`^Simulated\s+${clock}\s+callback\s+${clock}\s+paid\s+${clock}$`);
    await expect.poll(() => followed.innerText()).toMatch(steps);
    await details.getByText(/^callback, confirmed by reading at \d\d:\d\d:\d\d/).waitFor();
    expect(await qr(page).count()).toBe(0);
    await (await toldOnFocus(action(page, 'Simulate payment'))).toBe('It is already paid.');
  });

  it('is settled when REM says so', async () => {
    app.sandbox.control.settle(reference);
    await shows(row(page, reference), 'Settled');
    expect(await page.evaluate(() => 'isStillTheSamePage' in window)).toBe(true);
  });
});

describe('when REM sends no callback for a simulated payment', () => {
  it('the panel says so after 60 seconds, and a reading finds the payment', async () => {
    app.sandbox.control.arm({ scenario: 'callback_never', provider: 'rem', operation: 'paymentRoutingCallback' });
    const { id, reference } = await newRouting(await app.signIn('tester'), { amountIdr: 77_000 });
    const page = await app.open('tester', '/healthz');
    await page.clock.install();
    await page.goto(`${app.url}/sandbox/routings/${id}`);
    await action(page, 'Simulate payment').click();
    const details = panel(page, reference);
    await details.getByText('waiting for the callback').waitFor();
    expect(app.sandbox.control.link(reference)?.status).toBe('paid');

    await page.clock.fastForward('01:01');
    await details.getByText('Simulated, but no callback in 60 s.').waitFor();
    await shows(details, 'Awaiting payment');
    await action(page, 'Refresh').click();
    await shows(details, 'Paid');
    await details.getByText(/^reading at \d\d:\d\d:\d\d/).waitFor();
  });
});

describe('a QR code whose time is over', () => {
  it('is gone from the screen, and what stands there says since when', async () => {
    const page = await openForm();
    await page.clock.install();
    await fillAmount(page, '51000');
    await page.getByRole('radio', { name: '5 minutes', exact: true }).check();
    await createButton(page).click();
    await qr(page).waitFor();
    expect(await countdown(page).innerText()).toMatch(/^(5:00|4:\d\d) left$/);
    await page.clock.fastForward('05:01');
    await page.getByText('It has expired').waitFor();
    await page.getByText(/^Its time was over at .+ WIB\. Nobody can pay with it any more\.$/).waitFor();
    expect(await qr(page).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(0);
    expect(await page.getByRole('textbox', { name: 'Message to the customer' }).count()).toBe(0);
  });
});

describe('where REM shows the code', () => {
  it('its page is ready to send, and a customer who scans there pays', async () => {
    const page = await openForm();
    await fillAmount(page, '52000');
    await page.getByRole('radio', { name: 'A page with the QR code' }).check();
    await createButton(page).click();
    const reference = await referenceOn(page);
    const address = await page.getByRole('link', { name: /^Payer page: / }).getAttribute('href');
    expect(await page.getByRole('textbox', { name: 'Message to the customer' }).inputValue()).toContain(address);
    app.sandbox.control.pay(reference, { method: 'qris' });
    await page.getByText('It is paid').waitFor();
    expect(await page.getByRole('link', { name: /^Payer page: / }).count()).toBe(0);
  });
});

describe('what REM does not answer plainly', () => {
  it('a lost answer is no failure: the QR code comes by itself, and REM was asked once', async () => {
    app.sandbox.control.arm({ scenario: 'lost_response', provider: 'rem', operation: 'createPaymentRouting' });
    const page = await openForm();
    await fillAmount(page, '53000');
    const goOn = await app.workers.resolver.pause();
    await createButton(page).dblclick();
    await page.getByRole('heading', { name: 'Checking with REM' }).waitFor();
    await page.getByText('Do not create it again.').waitFor();
    goOn();
    await qr(page).waitFor();
    expect(existing(53_000)).toHaveLength(1);
  });

  it('a refusal is told in the form with what its code means, and the form keeps what was entered', async () => {
    app.sandbox.control.arm({
      scenario: 'routing_rejection',
      provider: 'rem',
      operation: 'createPaymentRouting',
      code: 402,
    });
    const page = await openForm();
    await fillAmount(page, '54000');
    await createButton(page).click();
    const alert = page.getByRole('alert').filter({ hasText: 'The QRIS routing was not created' });
    await alert.getByText(/REM said: “.+maintenance.+”/).waitFor();
    await page.getByRole('link', { name: /402/ }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Amount', exact: true }).inputValue()).toBe('54.000');
    expect(existing(54_000)).toEqual([]);
    await createButton(page).click();
    await qr(page).waitFor();
  });
});

describe('simulating in production', () => {
  const params = { path: { environment: 'production' as const } };

  /** A routing in production, made through our own API. */
  async function routingInProduction(): Promise<components['schemas']['Payment']> {
    const finance = await app.signIn('finance');
    const { data, response } = await finance.POST('/api/{environment}/routings', {
      params: { ...params, header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: { amountIdr: 150_000, hasHostedPage: false },
    });
    if (!data) throw new Error(`The routing was not created: HTTP ${response.status}`);
    return data;
  }

  it('is refused by the server for every role, and REM is not asked', async () => {
    const { id } = await routingInProduction();
    for (const role of roles) {
      const { response } = await (await app.signIn(role)).POST('/api/{environment}/payment-simulations', {
        params,
        body: { ids: [id], step: 'payment' },
      });
      expect([role, response.status]).toEqual([role, 403]);
    }
    expect(productionRem.control.requests({ operation: 'simulatePaymentRoutingCallback' })).toEqual([]);
  });

  it('cannot be pressed, and the button says why', async () => {
    const { id } = await routingInProduction();
    const page = await app.open('tester', `/production/routings/${id}`);
    await (await toldOnFocus(action(page, 'Simulate payment'))).toBe('Simulating is for sandbox and staging alone.');
    await page.keyboard.press('Enter');
    expect(productionRem.control.requests({ operation: 'simulatePaymentRoutingCallback' })).toEqual([]);
  });
});
