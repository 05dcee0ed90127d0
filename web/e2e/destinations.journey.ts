import type { Page } from 'playwright-core';
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

  it('is seen by support, who is told why it is not theirs to change', async () => {
    page = await app.open('support', '/sandbox/destinations');
    const why = 'Only admins add or change destinations.';
    await (await toldOnFocus(page.getByRole('button', { name: 'Add destination' }))).toBe(why);
    await (await toldOnFocus(shop().getByRole('button', { name: 'Pause' }))).toBe(why);
    await press('Enter');
    expect(await shop().getByText('Active').isVisible()).toBe(true);
  });
});
