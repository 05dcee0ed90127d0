import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeLink } from '../../server/testing/make-link.ts';
import { newOrder } from '../../server/testing/resend-inputs.ts';
import { callBack, deleteDestinations, destinationAt, newDestination } from '../../server/testing/send-on.ts';
import type { TestClient } from '../../server/testing/start-test-app.ts';
import { type Console, startConsole } from './start-console.ts';
import { toldOnFocus } from './told-on-focus.ts';

let app: Console;
let admin: TestClient;
let page: Page;

beforeAll(async () => {
  app = await startConsole({ startWorkers: false });
  admin = await app.signIn('admin');
  for (const reference of ['INV2091', 'INV2092', 'INV2093']) {
    await makeLink(app.db, { reference, said: { status: 'awaiting_payment' } });
    await callBack(app, reference);
  }
  await app.workers.callbacks.processAll();
});
afterAll(() => app.close());
beforeEach(() => deleteDestinations(admin));

const radio = (name: string) => page.getByRole('radio', { name, exact: true });
const submit = () => page.getByRole('button', { name: 'Send the first one' });
const told = async (why: string) => (await toldOnFocus(submit())).toBe(why);
const previews = '**/api/sandbox/resend-previews';

async function openNewResend(query: string) {
  page = await app.open('finance', '/healthz');
  await page.clock.install();
  await page.goto(`${app.url}/sandbox/resends/new${query}`);
}

describe('the destination of a resend', () => {
  it('is chosen by a person among several, never a paused one, and never another in its place', async () => {
    const { id } = await newDestination(app, admin, 'orders', { name: 'Order system' });
    const erp = await newDestination(app, admin, 'erp', { name: 'ERP' });
    await newDestination(app, admin, 'reports', { name: 'Reports' });
    await admin.POST('/api/{environment}/destinations/{destinationId}/pause', destinationAt(erp.id));
    await openNewResend('?provider=rem');
    await radio('From the stored callbacks').check();
    await page.getByText('Paused: it takes nothing until an admin resumes it.').waitFor();
    expect(await radio('ERP').isDisabled()).toBe(true);
    await told('Choose a destination.');
    await radio('Order system').check();
    await page.getByText('3 callbacks, about 3 s at this pace.').waitFor();

    await admin.POST('/api/{environment}/destinations/{destinationId}/pause', destinationAt(id));
    await page.clock.fastForward(10_000);
    await told('Paused: it takes nothing until an admin resumes it.');
    expect(await radio('Order system').isChecked()).toBe(true);

    await admin.DELETE('/api/{environment}/destinations/{destinationId}', destinationAt(id));
    await page.clock.fastForward(10_000);
    const gone = 'The destination that was chosen has been deleted. Choose another.';
    await page.getByRole('status').getByText(gone).waitFor();
    await told(gone);
    expect(await radio('Reports').isChecked()).toBe(false);
  });

  it('is not said to be missing while nobody knows', async () => {
    await newDestination(app, admin, 'orders', { name: 'Order system' });
    page = await app.open('finance', '/healthz');
    await page.route('**/api/sandbox/destinations', (route) => route.abort('connectionreset'));
    await page.goto(`${app.url}/sandbox/resends/new?provider=rem`);
    await radio('From the stored callbacks').check();
    await page.getByText('The destinations could not be loaded').first().waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await radio('Order system').waitFor();
    expect(await radio('Order system').isChecked()).toBe(true);
  });
});

describe('the first one', () => {
  it('is sent only once exactly this has been counted', async () => {
    await openNewResend('?provider=rem');
    await page.getByText('3 callbacks, about 3 s at this pace.').waitFor();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(previews, async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole('textbox', { name: 'Callbacks a minute' }).fill('30');
    await page.getByRole('textbox', { name: 'Callbacks a minute' }).press('Enter');
    await told('Counting…');
    await page.keyboard.press('Enter');
    letGo();
    await page.getByText('3 callbacks, about 6 s at this pace.').waitFor();
    const { data } = await admin.GET('/api/{environment}/resend-orders', {
      params: { path: { environment: 'sandbox' } },
    });
    expect(data?.items).toEqual([]);
  });

  it('is not sent where counting failed, until it has been counted again', async () => {
    page = await app.open('finance', '/healthz');
    await page.route(previews, (route) => route.abort('connectionreset'));
    await page.goto(`${app.url}/sandbox/resends/new?provider=rem`);
    await page.getByRole('alert').getByText('What would be sent could not be counted').waitFor();
    await told('What would be sent could not be counted');
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('3 callbacks, about 3 s at this pace.').waitFor();
  });

  it('is not there to send when nothing can be sent', async () => {
    await openNewResend('?provider=fazz');
    await page.getByRole('status').getByText('There is nothing to send.').waitFor();
    await told('There is nothing to send.');
  });
});

it('a resend is still found when fifty have come after it', async () => {
  const finance = await app.signIn('finance');
  for (let count = 1; count <= 51; count++)
    await newOrder(finance, { paymentFilter: { provider: ['rem'] }, via: 'provider', perMinute: count });
  page = await app.open('finance', '/sandbox/resends');
  const orders = page.getByRole('main').getByRole('listitem');
  const paces = page.getByText(/ a minute$/);
  await page.getByText('· 51 a minute').waitFor();
  expect(await orders.count()).toBe(50);
  await page.getByRole('button', { name: 'Older' }).click();
  await page.getByText('· 1 a minute').waitFor();
  await expect.poll(() => paces.count()).toBe(1);
  await page.getByRole('button', { name: 'Newer' }).click();
  await page.getByText('· 51 a minute').waitFor();
});
