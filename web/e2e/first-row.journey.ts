import { gzipSync } from 'node:zlib';
import type { Page, Request, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newLink, remInput } from '../../server/testing/link-inputs.ts';
import { type Console, startConsole } from './start-console.ts';

/** Issue 2, section 6: gzipped kB (1,000 bytes) of JavaScript until the first row of links. */
const LIMIT_KB = 210;

let app: Console;

beforeAll(async () => {
  app = await startConsole();
  await newLink(await app.signIn('finance'), remInput({ customerName: 'Siti Rahayu' }));
});
afterAll(() => app.close());

const isScript = (url: string) => new URL(url).pathname.endsWith('.js');
const isList = (request: Request) => new URL(request.url()).pathname === '/api/sandbox/payments';
const firstRow = (page: Page) => page.getByRole('row', { name: 'Siti Rahayu' });

it(`needs at most ${LIMIT_KB} kB of JavaScript, gzipped and as it is really sent`, async () => {
  const page = await app.open('finance', '/healthz');
  const scripts: Response[] = [];
  page.on('response', (response) => isScript(response.url()) && scripts.push(response));
  await page.goto(`${app.url}/sandbox/links`, { waitUntil: 'commit' });
  await firstRow(page).waitFor();
  const loaded = [...scripts];

  const bodies = await Promise.all(loaded.map((script) => script.body()));
  const gzippedKb = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000;
  const sizes = await Promise.all(loaded.map((script) => script.request().sizes()));
  const transferredKb = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0) / 1000;
  const files = loaded.map((script) => new URL(script.url()).pathname);
  process.stdout.write(
    `JavaScript until the first row: ${gzippedKb.toFixed(1)} kB gzipped, ${transferredKb.toFixed(1)} kB transferred, ${files.length} files\n`,
  );
  expect(files.length).toBeGreaterThan(0);
  expect(gzippedKb).toBeLessThanOrEqual(LIMIT_KB);
  expect(transferredKb).toBeLessThanOrEqual(LIMIT_KB);
});

it('asks for the first rows with the HTML, while no script has arrived yet, and only once', async () => {
  const page = await app.open('finance', '/healthz');
  const asked: string[] = [];
  // Where the stream of events opens, the list is read once more, for what changed in between: here it never does.
  await page.route('**/events', () => undefined);
  page.on('request', (request) => isList(request) && asked.push(request.url()));
  const listIsAsked = page.waitForRequest(isList);
  // Every script waits for that request: if a script had to make it, neither would ever come.
  await page.route(
    (url) => isScript(url.href),
    async (route) => {
      await listIsAsked;
      await route.continue();
    },
  );
  await page.goto(`${app.url}/sandbox/links?q=siti&status=open&sort=-amount`, { waitUntil: 'commit' });
  await firstRow(page).waitFor();
  expect(asked.map((url) => new URL(url).search)).toEqual(['?kind=link&q=siti&sort=-amount&status=open']);
});

it('starts the list before the entry script has run, by the clock of the browser itself', async () => {
  const page = await app.open('finance', '/healthz');
  await page.goto(`${app.url}/sandbox/links`);
  await firstRow(page).waitFor();
  // Module scripts run once the document is parsed, which is domInteractive.
  const [listStartedAt, scriptsRunAt] = await page.evaluate(() => {
    const [document] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const list = performance
      .getEntriesByType('resource')
      .find(({ name }) => name.endsWith('/api/sandbox/payments?kind=link'));
    return [list?.startTime ?? Number.NaN, document?.domInteractive ?? Number.NaN];
  });
  expect(listStartedAt).toBeLessThan(scriptsRunAt);
});
