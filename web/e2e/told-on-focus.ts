import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** What a button tells when one comes to it with the Tab key: why it can't be pressed, or what it will do. */
export async function toldOnFocus(button: Locator) {
  await button.focus();
  await button.press('Shift+Tab');
  await button.page().keyboard.press('Tab');
  return expect.poll(() =>
    button.evaluate((element) => {
      const tooltip = document.getElementById(element.getAttribute('aria-describedby') ?? '');
      return document.activeElement === element && tooltip?.checkVisibility() ? tooltip.textContent : null;
    }),
  );
}
