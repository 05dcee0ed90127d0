import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterEach, beforeEach } from 'vitest';

const folder = join('node_modules', '.cache', 'tautan', 'failures');
let browser: Browser | null = null;
let before: readonly BrowserContext[] = [];

/**
 * From now on each journey closes the browser profiles that it has opened, and one that fails leaves a picture of every
 * open page in node_modules/.cache/tautan/failures.
 */
export function tidyAfterEach(of: Browser): void {
  browser = of;
}

beforeEach(() => {
  before = browser?.contexts() ?? [];
});

afterEach(async ({ task }) => {
  const contexts = browser?.contexts() ?? [];
  if (task.result?.state === 'fail') {
    const name = `${task.suite?.name ?? ''} ${task.name}`.trim().replace(/\W+/g, '-').slice(0, 80);
    for (const [index, page] of contexts.flatMap((context) => context.pages()).entries())
      await page.screenshot({ path: join(folder, `${name}-${index + 1}.png`) }).catch(() => undefined);
  }
  await Promise.all(contexts.filter((context) => !before.includes(context)).map((context) => context.close()));
});
