import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** What a button tells when one comes to it with the Tab key: why it can't be pressed, or what it will do. */
export async function toldOnFocus(button: Locator) {
  await comeTo(button);
  return expect.poll(async () => {
    // Once more where the script of tooltips, which comes late, has put another element in its place.
    if (!(await button.evaluate((element) => document.activeElement === element))) await comeTo(button);
    return button.evaluate((element) => {
      const tooltip = document.getElementById(element.getAttribute('aria-describedby') ?? '');
      return document.activeElement === element && tooltip?.checkVisibility() ? tooltip.textContent : null;
    });
  });
}

async function comeTo(button: Locator): Promise<void> {
  await button.focus();
  await button.press('Shift+Tab');
  await button.page().keyboard.press('Tab');
}
