import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLink } from '../../server/testing/make-link.ts';
import { movableClock } from '../../server/testing/movable-clock.ts';
import { callBack, receiverUrl, referencesAt, sendOn } from '../../server/testing/send-on.ts';
import { type Console, startConsole } from './start-console.ts';
import { toldOnFocus } from './told-on-focus.ts';

const { clock, moveOn } = movableClock();
const secondMs = 1_000;
const minuteMs = 60 * secondMs;
/** A little more than each pause before another attempt, together more than the hour for which a busy destination may fail. */
const pausesMs = [6 * secondMs, 28 * secondMs, 170 * secondMs, 14 * minuteMs, 50 * minuteMs];
const waiting = 20;

let app: Console;
let page: Page;

beforeAll(async () => {
  app = await startConsole({ clock, startWorkers: false });
  page = await app.open('admin', '/sandbox/destinations');
});
afterAll(() => app.close());

const received = () => app.sandbox.control.receivers.received('orders');
const shop = () => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Order system' }) });
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

async function callBackAbout(reference: string): Promise<void> {
  await makeLink(app.db, { reference, said: { status: 'open' } });
  await callBack(app, reference);
}

describe('a destination', () => {
  it('is added by an admin, with the keyboard alone, who sees its secret this once', async () => {
    await page.getByRole('button', { name: 'Add destination' }).focus();
    await press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    await page.keyboard.type('Order system');
    await press('Tab');
    await page.keyboard.type(receiverUrl(app, 'orders'));
    await press('Enter');
    const secretDialog = page.getByRole('dialog', { name: 'Secret of Order system' });
    const secret = await secretDialog.locator('code').innerText();
    expect(secret).toMatch(/^whsec_/);
    app.sandbox.control.receivers.change('orders', { secret });
    // Esc would lose it.
    await press('Escape');
    expect(await secretDialog.isVisible()).toBe(true);
    await press('Tab', 'Tab', 'Enter');
    await secretDialog.waitFor({ state: 'hidden' });
    await shop().getByText('Active').waitFor();
    await page.reload();
    await shop().getByText('Active').waitFor();
    expect(await page.content()).not.toContain(secret);
  });

  it('gets each callback, signed with that secret', async () => {
    await callBackAbout('INV2061');
    await sendOn(app);
    expect(received()).toMatchObject([{ signature: 'proved', httpStatus: 200 }]);
    await page.goto(`${app.url}/sandbox/callbacks?q=INV2061`);
    await page.getByRole('row', { name: /INV2061.*Delivered/ }).click();
    await page.getByRole('region', { name: 'Sent on to' }).getByRole('button', { name: '1 attempt' }).waitFor();
  });

  it('that keeps failing is paused, which every page tells, and gets what waited when it is resumed', async () => {
    app.sandbox.control.receivers.change('orders', { answer: 'fail', httpStatus: 503 });
    for (let number = 0; number < waiting; number += 1) await callBackAbout(`INV${2100 + number}`);
    await sendOn(app);
    for (const pauseMs of pausesMs) {
      moveOn(pauseMs);
      await app.workers.deliveries.processAll();
    }
    await page.goto(`${app.url}/sandbox/links`);
    const banner = page.getByText(`Order system: paused because it kept failing; ${waiting} callbacks wait.`);
    await banner.waitFor();
    await page.getByRole('link', { name: 'Destinations' }).click();
    await shop().getByText('Paused because it kept failing.').waitFor();

    app.sandbox.control.receivers.change('orders', { answer: 'ok' });
    const before = received().length;
    await shop().getByRole('button', { name: 'Resume' }).focus();
    await press('Enter');
    await shop().getByRole('button', { name: 'Pause' }).waitFor();
    await banner.waitFor({ state: 'hidden' });
    await app.workers.deliveries.processAll();
    const resumed = received().slice(before);
    expect(resumed.map(({ httpStatus }) => httpStatus)).toEqual(Array(waiting).fill(200));
    expect(new Set(referencesAt(app, 'orders').slice(before)).size).toBe(waiting);
  });

  it('whose new secret was lost on the way says when it was changed, and nobody says that it was not', async () => {
    const lose = (method: string) => async (route: Route) => {
      if (route.request().method() !== method) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    };
    await page.goto(`${app.url}/sandbox/destinations`);
    await page.route('**/rotate-secret', lose('POST'));
    await shop().getByRole('button', { name: 'New secret' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Make a new secret' }).click();
    await dialog.getByText('We do not know whether this was done').waitFor();
    await dialog.getByText('nobody has seen the new one: make another').waitFor();
    await press('Escape');
    await shop().getByText('secret changed').waitFor();

    await page.route('**/api/sandbox/destinations', lose('POST'));
    await page.getByRole('button', { name: 'Add destination' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('ERP');
    await page.getByRole('textbox', { name: 'Address' }).fill(receiverUrl(app, 'erp'));
    await dialog.getByRole('button', { name: 'Add destination' }).click();
    await dialog.getByText('look whether it is in the list').waitFor();
    await press('Escape');
    await page.getByRole('heading', { name: 'ERP' }).waitFor();
    await page.unrouteAll();
  });

  it('is not added with faults: the first of them has the focus, and each is said', async () => {
    await page.goto(`${app.url}/sandbox/destinations`);
    await page.getByRole('button', { name: 'Add destination' }).click();
    const dialog = page.getByRole('dialog');
    const add = dialog.getByRole('button', { name: 'Add destination' });
    await page.getByRole('textbox', { name: 'Name' }).fill('Order system');
    await page.getByRole('textbox', { name: 'Address' }).fill(receiverUrl(app, 'orders-2'));
    for (const provider of ['REM', 'Fazz']) await dialog.getByRole('checkbox', { name: provider }).uncheck();
    await add.click();
    await dialog.getByRole('alert').getByText('Choose at least one.').waitFor();
    const rem = dialog.getByRole('checkbox', { name: 'REM', description: 'Choose at least one.' });
    await expect.poll(() => rem.evaluate((element) => document.activeElement === element)).toBe(true);
    await rem.check();
    await add.click();
    await dialog.getByText('Another destination here has this name.').waitFor();
    const name = dialog.getByRole('textbox', { name: 'Name' });
    await expect.poll(() => name.evaluate((element) => document.activeElement === element)).toBe(true);
    await press('Escape');
  });

  it('is deleted by an admin, and the focus goes to the heading', async () => {
    await page.goto(`${app.url}/sandbox/destinations`);
    const other = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'ERP' }) });
    await other.getByRole('button', { name: 'Delete' }).focus();
    await press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete destination' }).focus();
    await press('Enter');
    await other.waitFor({ state: 'hidden' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Destinations');
  });

  it('is seen by support, who is told why it is not theirs to change', async () => {
    page = await app.open('support', '/sandbox/destinations');
    const why = 'Only admins add or change destinations.';
    await (await toldOnFocus(page.getByRole('button', { name: 'Add destination' }))).toBe(why);
    await (await toldOnFocus(shop().getByRole('button', { name: 'Pause' }))).toBe(why);
    await press('Enter');
    expect(await shop().getByText('Active').isVisible()).toBe(true);
  });
});
