import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callBack } from '../../server/testing/send-on.ts';
import { accessibilityFaults } from './axe.ts';
import { fillOverview, makePaid, now } from './overview-ledger.ts';
import { remAccount } from './real-environments.ts';
import { type Console, startConsole } from './start-console.ts';

let app: Console;

beforeAll(async () => {
  app = await startConsole({ clock: () => now, startWorkers: false, accounts: [remAccount('staging')] });
  await fillOverview(app.db);
});
afterAll(() => app.close());

const part = (page: Page, name: string) => page.getByRole('region', { name });
const asTable = (page: Page, name: string) => part(page, name).getByRole('radio', { name: 'Table' }).check();

async function openOverview(options: Parameters<Console['open']>[2] = {}) {
  const page = await app.open('finance', '/sandbox', options);
  await part(page, 'Paid today').waitFor();
  return page;
}

/** Amount and number of payments of a figure, without all that makes them readable. */
function figuresIn(text: string) {
  const [amount] = /Rp\s[\d.]+/.exec(text) ?? [null];
  const [, count] = /(\d[\d.]*) payments?/.exec(text) ?? [];
  return { amount: amount?.replace(/\s/, ' '), count: Number(count) };
}

/** What the list says of itself where a figure leads. */
async function rowsBehind(page: Page) {
  await page.getByRole('heading', { name: 'All payments' }).waitFor();
  const totals = page.getByText(/^\d+ payments? · /);
  await totals.waitFor();
  await page.getByRole('table').locator('tbody tr[data-id]').first().waitFor();
  const rows = await page.getByRole('table').locator('tbody tr[data-id]').count();
  return { ...figuresIn(await totals.innerText()), rows };
}

describe('every figure', () => {
  /** Clicks each figure of a part of the page and compares it with what it leads to; gives how many there were. */
  async function compareAll(page: Page, figures: (page: Page) => Locator, prepare: (page: Page) => Promise<unknown>) {
    await prepare(page);
    const count = await figures(page).count();
    for (let index = 0; index < count; index += 1) {
      const figure = figures(page).nth(index);
      const shown = figuresIn((await figure.getAttribute('aria-label')) ?? (await figure.innerText()));
      await figure.click();
      expect(await rowsBehind(page)).toEqual({ ...shown, rows: shown.count });
      await page.goBack();
      await prepare(page);
    }
    return count;
  }

  it.each([
    ['Paid today', 1],
    ['Paid this week', 1],
  ])('of %s counts the rows that it leads to', async (name, expected) => {
    const page = await openOverview();
    const figures = (at: Page) => part(at, name).getByRole('link');
    expect(await compareAll(page, figures, (at) => figures(at).first().waitFor())).toBe(expected);
  });

  it.each([
    ['This week by day', 'figure', 3, 4],
    ['Waiting for settlement', 'list', 3, 3],
  ] as const)('of %s does, in the chart and in the table behind it', async (name, role, inChart, inTable) => {
    const page = await openOverview();
    const bars = (at: Page) => part(at, name).getByRole(role).getByRole('link');
    expect(await compareAll(page, bars, (at) => bars(at).first().waitFor())).toBe(inChart);
    const cells = (at: Page) => part(at, name).getByRole('table').getByRole('link');
    expect(await compareAll(page, cells, (at) => asTable(at, name))).toBe(inTable);
  });

  it.each(['Kind', 'Provider', 'Method'])('of what was paid by %s does', async (by) => {
    const page = await openOverview();
    const cells = (at: Page) => part(at, 'Paid by').getByRole('table').getByRole('link');
    const choose = (at: Page) => part(at, 'Paid by').getByRole('radio', { name: by }).check();
    expect(await compareAll(page, cells, choose)).toBeGreaterThan(10);
  });

  it('of all that waits for settlement does, and what has no expected day is counted in it', async () => {
    const page = await openOverview();
    const total = (at: Page) =>
      part(at, 'Waiting for settlement').getByRole('link', { name: '9 payments', exact: false });
    expect(await compareAll(page, total, (at) => total(at).waitFor())).toBe(1);
    await part(page, 'Waiting for settlement').getByRole('listitem').getByText('No day given').waitFor();
  });

  it('of what needs a person does', async () => {
    const page = await openOverview();
    await page.getByRole('link', { name: '1 with unknown outcome' }).click();
    await page.getByRole('heading', { name: 'All payments' }).waitFor();
    await expect.poll(() => page.getByRole('table').locator('tbody tr[data-id]').count()).toBe(1);
    expect(new URL(page.url()).search).toBe('?attention=outcome_unknown');
  });

  it('of parked callbacks leads to them', async () => {
    await callBack(app, 'NOBODY');
    await app.workers.callbacks.processAll();
    const page = await openOverview();
    await page.getByRole('link', { name: '1 parked callback' }).click();
    await page.getByRole('heading', { name: 'Callbacks', exact: true }).waitFor();
    await expect.poll(() => page.getByRole('table').locator('tbody tr[data-id]').count()).toBe(1);
    expect(new URL(page.url()).search).toBe('?state=parked');
  });
});

describe('the differences', () => {
  it('are told in words and with their sign, up to the same time of day', async () => {
    const page = await openOverview();
    const told = async (name: string) => (await part(page, name).innerText()).replace(/\s/g, ' ');
    expect(await told('Paid today')).toContain('+108% Rp 1.081.500 more than last Friday by 14:02');
    expect(await told('Paid today')).toContain('Then: Rp 1.000.000, 1 payment');
    expect(await told('Paid this week')).toContain('+313% Rp 3.321.500 more than last week by Friday 14:02');
  });
});

describe('the chart', () => {
  const script = /week-chart.*\.js$/;

  it('comes after the figures: they are there while its script is still on its way', async () => {
    const page = await app.open('finance', '/healthz');
    let letItCome = () => {};
    const mayCome = new Promise<void>((resolve) => {
      letItCome = resolve;
    });
    await page.route(script, async (route) => {
      await mayCome;
      await route.continue();
    });
    const asked = page.waitForRequest(script);
    await page.goto(`${app.url}/sandbox`);
    await asked;
    await part(page, 'Paid today').getByText('4 payments').waitFor();
    expect(await page.getByRole('figure').count()).toBe(0);
    letItCome();
    await page.getByRole('figure').getByRole('link').first().waitFor();
  });

  it('gives way to its table when its script does not arrive', async () => {
    const page = await app.open('finance', '/healthz');
    const broken = { contentType: 'text/javascript', body: 'throw new Error("cut off on its way")' };
    await page.route(script, (route) => route.fulfill(broken));
    await page.goto(`${app.url}/sandbox`);
    await page.getByText('The chart could not be loaded, so here are its figures.').waitFor();
    await part(page, 'This week by day').getByRole('cell', { name: 'Rp 2.081.500' }).waitFor();
  });

  it('tells the figures of the day that is pointed at', async () => {
    const page = await openOverview();
    await page.getByRole('link', { name: /^Thu 19 Nov: Rp\s2.000.000, 1 payment\. Thu 12 Nov: / }).hover();
    await part(page, 'This week by day').getByText('Thu 12 Nov').waitFor();
  });

  it('is no part of what the list of links loads, nor is the overview', async () => {
    const page = await app.open('finance', '/healthz');
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await page.goto(`${app.url}/sandbox/links`);
    await page.getByRole('row').nth(1).waitFor();
    expect(scripts.filter((url) => /overview|chart/.test(url))).toEqual([]);
  });
});

describe('with the keyboard alone', () => {
  const focusOn = (target: Locator) => target.and(target.page().locator(':focus')).waitFor();

  async function tabTo(target: Locator) {
    for (let stops = 0; stops < 60; stops += 1) {
      await target.page().keyboard.press('Tab');
      if ((await target.and(target.page().locator(':focus')).count()) > 0) return;
    }
    throw new Error(`Tab does not come to ${target}`);
  }

  it('a figure is opened, a day of the chart too, and the table is one arrow away and remembered', async () => {
    const page = await openOverview();
    const week = part(page, 'This week by day');
    await week.getByRole('figure').getByRole('link').first().waitFor();
    await tabTo(part(page, 'Paid today').getByRole('link'));
    await tabTo(week.getByRole('radio', { name: 'Chart' }));
    await tabTo(week.getByRole('link', { name: /^Mon 16 Nov/ }));
    await week.getByText('Mon 9 Nov').waitFor();
    await page.keyboard.press('Enter');
    expect(await rowsBehind(page)).toEqual({ amount: 'Rp 300.000', count: 1, rows: 1 });

    await page.goBack();
    await part(page, 'Paid today').waitFor();
    await week.getByRole('radio', { name: 'Chart' }).focus();
    await page.keyboard.press('ArrowRight');
    await focusOn(week.getByRole('radio', { name: 'Table' }));
    await tabTo(week.getByRole('cell', { name: 'Rp 300.000' }).getByRole('link'));
    await page.reload();
    await week.getByRole('cell', { name: 'Rp 300.000' }).waitFor();
  });
});

describe('every state', () => {
  it.each([
    ['wide', 1360],
    ['on a laptop', 1000],
    ['on a phone', 390],
  ])('is accessible in light and dark, and fits %s', async (_what, width) => {
    const page = await openOverview({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    await page.getByRole('figure').getByRole('link').first().waitFor();
    for (const view of ['Chart', 'Table']) {
      for (const name of ['This week by day', 'Waiting for settlement'])
        await part(page, name).getByRole('radio', { name: view }).check();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
        expect(await accessibilityFaults(page), `${view}, ${colorScheme}`).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    }
  });

  it('fits on a phone in Indonesian too, whose words are longer', async () => {
    const page = await app.open('finance', '/sandbox', { locale: 'id-ID', viewport: { width: 390, height: 844 } });
    await page.getByRole('figure').getByRole('link').first().waitFor();
    await part(page, 'Lunas hari ini').getByText('4 pembayaran').waitFor();
    for (const view of ['Grafik', 'Tabel']) {
      for (const toggle of await page.getByRole('radio', { name: view }).all()) await toggle.check();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    }
  });

  it('says so when it no longer follows what happens', async () => {
    const page = await app.open('finance', '/healthz');
    await page.route('**/api/sandbox/events', (route) => route.abort());
    await page.clock.install();
    await page.goto(`${app.url}/sandbox`);
    await part(page, 'Paid today').waitFor();
    await page.clock.fastForward(10_000);
    await page.getByText('As of 20 Nov, 14:02 WIB, not live at the moment').waitFor();
  });

  it('of an environment without payments says how to begin', async () => {
    const page = await app.open('finance', '/staging');
    await page.getByRole('heading', { name: 'No payments here yet' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Create link' }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/staging/links/new');
  });

  it('that failed says why, and can be tried again', async () => {
    const page = await app.open('finance', '/healthz');
    await page.route('**/api/sandbox/overview', (route) => route.fulfill({ status: 500, body: 'Internal error' }));
    await page.goto(`${app.url}/sandbox`);
    await page.getByRole('alert').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await part(page, 'Paid today').waitFor();
  });
});

it('follows what is paid while one looks at it', async () => {
  const page = await openOverview();
  await part(page, 'Paid today').getByText('4 payments').waitFor();
  await makePaid(app.db, {
    method: 'va',
    amountIdr: 500_000,
    paidAt: '2026-11-20T14:01:00+07:00',
    order: { customerName: 'Rizky Pratama' },
  });
  await part(page, 'Paid today').getByText('5 payments').waitFor();
  await part(page, 'Paid today').getByText('2.581.500').waitFor();
  await part(page, 'Latest activity').getByText('Rizky Pratama').waitFor();
});
