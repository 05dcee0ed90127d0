import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeLink } from '../../server/testing/make-link.ts';
import { callBack, newDestination, referencesAt } from '../../server/testing/send-on.ts';
import { type Console, startConsole } from './start-console.ts';

const references = Array.from({ length: 9 }, (_, number) => `INV${2071 + number}`);

let app: Console;
let page: Page;

beforeAll(async () => {
  app = await startConsole();
  for (const reference of references) {
    await makeLink(app.db, { reference, said: { status: 'awaiting_payment' } });
    await callBack(app, reference);
  }
  await makeLink(app.db, { reference: 'INV2080', said: { status: 'awaiting_payment' } });
  await makeLink(app.db, { reference: 'FZ2081', provider: 'fazz', said: { status: 'awaiting_payment' } });
  await app.workers.callbacks.processAll();
  // What came before it was there is not sent to it by itself; of what is ordered it refuses every other one.
  await newDestination(app, await app.signIn('admin'), 'orders', { name: 'Order system' });
  app.sandbox.control.receivers.change('orders', { answer: 'fail', httpStatus: 503, percent: 50 });
  page = await app.open('finance', '/sandbox/links?provider=rem');
});
afterAll(() => app.close());

const state = (name: string) => page.getByRole('main').getByText(name, { exact: true });
const sentCount = () => referencesAt(app, 'orders').length;

it('finance resends the callbacks of a filtered list: looks at the first, sends the rest, pauses, goes on, and has all results', async () => {
  await page.getByRole('button', { name: 'Resend callbacks of these 10 links…' }).click();
  await page.getByText('Provider: REM').waitFor();
  await page.getByRole('radio', { name: 'From the stored callbacks' }).check();
  await page.getByRole('radio', { name: 'Order system' }).waitFor();
  await page.getByRole('textbox', { name: 'Callbacks a minute' }).fill('0');
  await page.getByText('Enter a whole number from 1 to 6.000.').first().waitFor();
  await page.getByRole('textbox', { name: 'Callbacks a minute' }).fill('120');
  await page.getByText('9 callbacks, about 5 s at this pace.').waitFor();
  await page.getByText('1: The provider has sent no callback for it yet.').waitFor();
  // So that the results are on screen before the first of them has come.
  const goOn = await app.workers.resends.pause();
  await page.getByRole('button', { name: 'Send the first one' }).click();
  const canary = page.getByRole('row', { name: /^1 / });
  await canary.getByText('Waiting').waitFor();
  goOn();

  await state('Waits for you').waitFor();
  await canary.getByText('Sent').waitFor();
  await page.getByText('1 sent').waitFor();
  expect(sentCount()).toBe(1);
  // From here with the keyboard alone: the button that leads on keeps the focus, whatever it does next.
  await page.getByRole('button', { name: 'Send the other 8 (about 4 s)' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.keyboard.press('Enter');
  await state('Paused').waitFor();
  const atPause = sentCount();
  expect(atPause).toBeLessThan(references.length);
  await page.keyboard.press('Enter');
  await state('Done').waitFor();

  expect(referencesAt(app, 'orders').toSorted()).toEqual(references);
  const summary = page.getByRole('main');
  for (const count of ['5 sent', '4 failed', '1 left out', '10 of 10']) await summary.getByText(count).waitFor();
  await page
    .getByRole('row', { name: /Failed\s*HTTP 503/ })
    .first()
    .waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download CSV' }).click(),
  ]);
  const [, ...results] = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
  expect(results).toHaveLength(10);
  expect(references.filter((reference) => results.some((line) => line.includes(reference)))).toEqual(references);
});

it('a resend is stopped for good only after one has seen what will not be sent', async () => {
  app.sandbox.control.receivers.change('orders', { answer: 'ok' });
  await page.goto(`${app.url}/sandbox/resends/new?provider=rem`);
  await page.getByRole('radio', { name: 'From the stored callbacks' }).check();
  await page.getByText('9 callbacks, about 9 s at this pace.').waitFor();
  await page.getByRole('button', { name: 'Send the first one' }).click();
  await state('Waits for you').waitFor();
  const sent = sentCount();
  const stop = page.getByRole('button', { name: 'Stop this resend' });
  await stop.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Stop this resend for good?' });
  await dialog.getByText('8 will not be sent; 1 was. It cannot go on afterwards.').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await state('Waits for you').waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Stop this resend' }).focus();
  await page.keyboard.press('Enter');

  await state('Stopped').waitFor();
  await page.getByText('8 not sent').waitFor();
  expect(sentCount()).toBe(sent);
  // What had the focus is gone: the heading has it, and the keyboard does not start at the top again.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Resend');
});
