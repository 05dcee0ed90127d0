import type { Page } from 'playwright-core';

export interface FormEntries {
  provider: 'REM' | 'Fazz';
  customer: string;
  description: string;
  email: string;
  phone: string;
  /** As one types it. */
  amount: string;
}

/** Fills in the form for a new link, as far as both providers ask for it. */
export async function fillLinkForm(page: Page, entries: FormEntries): Promise<void> {
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  await page.getByRole('radio', { name: entries.provider }).check();
  await field('Description').fill(entries.description);
  await field('Name').fill(entries.customer);
  await field('E-mail').fill(entries.email);
  await field('Phone').fill(entries.phone);
  await field('Amount').fill(entries.amount);
}

/** Its button names the amount: `Create link for Rp 150.000`. */
export const createButton = (page: Page) => page.getByRole('button', { name: /^Create link for Rp/ });
