import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeLink } from '../../server/testing/make-link.ts';
import { callBack, newDestination, sendOn } from '../../server/testing/send-on.ts';
import { type Console, startConsole } from './start-console.ts';

let app: Console;
let page: Page;

beforeAll(async () => {
  app = await startConsole();
  const admin = await app.signIn('admin');
  await newDestination(app, admin, 'orders', { name: 'Order system' });
  await newDestination(app, admin, 'reports', { name: 'Reports', providers: ['fazz'] });
  for (const reference of ['INV2301', 'INV2302']) {
    await makeLink(app.db, { reference, said: { status: 'open' } });
    await callBack(app, reference);
    await callBack(app, reference, { sender_note: 'again' });
  }
  await sendOn(app);
  page = await app.open('finance', '/sandbox/callbacks');
});
afterAll(() => app.close());

/** `INV2301 first`, `INV2301 again`, in the order of arrival. */
const received = () =>
  app.sandbox.control.receivers.received('orders').map(({ body }) => {
    const { partner_tx_id: reference, sender_note: note = 'first' } = JSON.parse(body);
    return `${reference} ${note}`;
  });
const rows = () => page.getByRole('row', { name: /INV230/ });

it('a destination that lost what it had gets each callback once more: finance narrows the list to it and resends all of that', async () => {
  await expect.poll(received).toHaveLength(4);
  await page.getByRole('button', { name: 'Filter by Destination' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'Reports' }).click();
  await page.getByText('Nothing matches “Destination: Reports”.').waitFor();
  await page.getByRole('button', { name: 'Destination: Reports', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Order system' }).click();
  await rows().first().waitFor();
  expect(await rows().count()).toBe(4);

  await page.getByRole('button', { name: 'Resend callbacks…' }).click();
  await page.getByRole('heading', { name: 'Resend many callbacks' }).waitFor();
  await page.getByText('Destination: Order system').waitFor();
  // Both chosen already: the destination, and from the store.
  expect(await page.getByRole('radio', { name: 'Order system' }).isChecked()).toBe(true);
  expect(await page.getByRole('radio', { name: 'By the provider' }).count()).toBe(0);
  await page.getByText('4 callbacks, about 4 s at this pace.').waitFor();
  await page.getByRole('button', { name: 'Send the first one' }).click();
  await page.getByRole('button', { name: 'Send the other 3 (about 3 s)' }).click();
  await page.getByText('Done', { exact: true }).waitFor();
  await page.getByText('each callback to Order system').waitFor();
  expect(received().slice(4)).toEqual(['INV2301 first', 'INV2301 again', 'INV2302 first', 'INV2302 again']);

  await page.getByRole('link', { name: 'INV2302' }).last().click();
  await page.getByText('"sender_note": "again"').waitFor();
});

it('from a destination it is one click to the callbacks that failed there', async () => {
  await page.goto(`${app.url}/sandbox/destinations`);
  await page.getByRole('link', { name: 'Callbacks that failed there: Order system' }).click();
  await page.getByRole('button', { name: 'Sent on: Failing', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Destination: Order system', exact: true }).waitFor();
  await page.getByRole('heading', { name: 'No callback matches' }).waitFor();
});
