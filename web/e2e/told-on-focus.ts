import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** What a button tells when one comes to it with the keyboard: why it can't be pressed, or what it will do. */
export async function toldOnFocus(button: Locator) {
  await button.focus();
  return expect.poll(() =>
    button.evaluate((element) => {
      const tooltip = document.getElementById(element.getAttribute('aria-describedby') ?? '');
      return tooltip?.checkVisibility() ? tooltip.textContent : null;
    }),
  );
}
