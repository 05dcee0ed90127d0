import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Role } from '../../server/auth/permissions.ts';
import { demoPassword, demoStaff } from '../../server/staff/demo-staff.ts';
import { startTestApp, type TestApp } from '../../server/testing/start-test-app.ts';
import { findChromium } from './find-chromium.ts';

export interface Console extends TestApp {
  browser: Browser;
  /** A fresh browser profile, signed in with the keyboard as a person of that role would. */
  open(role: Role, path?: string, options?: BrowserContextOptions): Promise<Page>;
  /** What pages complained about since the start: script errors, refusals by the content policy, failed requests. */
  complaints: string[];
}

/** The real server with the built console, the sandbox (money settles after a second), and a real browser. */
export async function startConsole(): Promise<Console> {
  const [app, browser] = await Promise.all([
    startTestApp({ sandbox: { settleAfterMs: 1_500 } }),
    findChromium().then((options) => chromium.launch(options)),
  ]);
  const complaints: string[] = [];

  async function open(role: Role, path = '/sandbox/links', options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Asia/Jakarta', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(app.url + path);
    await page.getByLabel(/e-?mail/i).fill(demoStaff.find((one) => one.role === role)?.email ?? '');
    await page.getByLabel(/password|kata sandi/i).fill(demoPassword);
    await page.keyboard.press('Enter');
    await page.waitForURL(app.url + path);
    return page;
  }

  return {
    ...app,
    browser,
    open,
    complaints,
    async close() {
      await browser.close();
      await app.close();
    },
  };
}
