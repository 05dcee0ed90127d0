import type { Page } from 'playwright-core';
import type { Role } from '../../server/auth/permissions.ts';
import { demoPassword, demoStaff } from '../../server/staff/demo-staff.ts';

/** The address with which the demo account of a role signs in. */
export const emailOf = (role: Role): string => demoStaff.find((one) => one.role === role)?.email ?? '';

/** Signs in on the page that asks for it, with the keyboard alone, as people do. */
export async function signIn(page: Page, role: Role, password: string = demoPassword): Promise<void> {
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByRole('textbox', { name: 'E-mail' }).fill('');
  await page.getByRole('textbox', { name: 'E-mail' }).focus();
  await page.keyboard.type(emailOf(role));
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}
