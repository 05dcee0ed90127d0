import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Role } from '../../server/auth/permissions.ts';
import { startTestApp, type TestApp } from '../../server/testing/start-test-app.ts';
import { tidyAfterEach } from './after-each.ts';
import { findChromium } from './find-chromium.ts';

/** Long enough for two busy cores; nothing here takes this long when it works. */
const WAIT_MS = 10_000;

export interface Console extends TestApp {
  browser: Browser;
  /** A fresh browser profile, not signed in, at that address. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** A fresh browser profile at that address, with the session of that role. */
  open(role: Role, path?: string, options?: BrowserContextOptions): Promise<Page>;
  /** Ends all; fails when any page complained in its console meanwhile: script errors, refusals by the content policy. */
  close(): Promise<void>;
}

/** The real server with the built console, the sandbox, and a real browser. Money settles when the journey says so. */
export async function startConsole(options: Parameters<typeof startTestApp>[0] = {}): Promise<Console> {
  const [app, browser] = await Promise.all([
    startTestApp(options),
    findChromium().then((launch) => chromium.launch(launch)),
  ]);
  const complaints: string[] = [];
  tidyAfterEach(browser);

  async function profile(options: BrowserContextOptions) {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 }, ...options });
    context.setDefaultTimeout(WAIT_MS);
    context.on('weberror', (error) => complaints.push(String(error.error())));
    context.on('console', (message) => {
      // Chromium itself writes a line for every answer of the API that is a refusal, also for those that are meant.
      const isRefusal = new URL(message.location().url || app.url).pathname.startsWith('/api/');
      if (message.type() === 'error' && !isRefusal) complaints.push(`${message.text()} (${message.page()?.url()})`);
    });
    return context;
  }

  async function visit(path: string, options: BrowserContextOptions = {}) {
    const page = await (await profile(options)).newPage();
    await page.goto(app.url + path);
    return page;
  }

  async function open(role: Role, path = '/sandbox/links', options: BrowserContextOptions = {}) {
    const [context, client] = await Promise.all([profile(options), app.signIn(role)]);
    const [name = '', value = ''] = client.cookie.split('=');
    await context.addCookies([{ name, value, url: app.url, httpOnly: true, sameSite: 'Strict' }]);
    const page = await context.newPage();
    await page.goto(app.url + path);
    return page;
  }

  return {
    ...app,
    browser,
    visit,
    open,
    async close() {
      await browser.close();
      await app.close();
      if (complaints.length > 0) throw new Error(`Pages complained:\n${complaints.join('\n')}`);
    },
  };
}
