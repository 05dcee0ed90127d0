import { describe, expect, test } from 'vitest';
import { checkLinkInput } from '../../../../openapi/rules/link-rules.ts';
import { lifetimes } from '../../../create/lifetime.ts';
import { emailPlace, emptyForm, type LinkForm, toInput } from './link-form.ts';

const now = new Date('2026-11-20T07:02:31.500Z');
const filled = (provider: 'rem' | 'fazz', parts: Partial<LinkForm> = {}): LinkForm => ({
  ...emptyForm(provider),
  customerName: 'Siti Rahmawati',
  amountIdr: 1_250_000,
  emails: ['siti@example.com'],
  phone: '0812-3456 3321',
  ...parts,
});

describe('the form in the words of the API', () => {
  test('leaves out what is empty and keeps what is chosen, for REM', () => {
    expect(toInput(filled('rem', { description: ' Order 10482 ', feePayer: 'customer' }), now)).toEqual({
      provider: 'rem',
      customerName: 'Siti Rahmawati',
      emails: ['siti@example.com'],
      phone: '081234563321',
      amountIdr: 1_250_000,
      description: 'Order 10482',
      expiresAt: '2026-11-21T07:03:00.000Z',
      isOpenAmount: false,
      includeAdminFee: true,
      enabledMethods: ['va', 'qris', 'ewallet', 'card', 'bank_transfer'],
      enabledBanks: ['bca', 'mandiri', 'bri', 'bni', 'permata', 'cimb', 'bsi', 'smbc'],
    });
  });

  test('holds nothing for Fazz that Fazz does not know', () => {
    const input = toInput(filled('fazz', { notes: 'inside', amountKind: 'open' }), now);
    expect(Object.keys(input).sort()).toEqual([
      'amountIdr',
      'customerName',
      'emails',
      'expiresAt',
      'phone',
      'provider',
    ]);
  });

  test('names no banks when virtual accounts are off', () => {
    expect(toInput(filled('rem', { enabledMethods: ['qris'] }), now)).not.toHaveProperty('enabledBanks');
  });

  test.each(['rem', 'fazz'] as const)('is accepted by the rules for %s, with every lifetime', (provider) => {
    for (const lifetime of lifetimes.filter((one) => one !== 'custom')) {
      expect(checkLinkInput(toInput(filled(provider, { lifetime }), now), now)).toEqual([]);
    }
  });

  test('a form that nobody filled in misses its required fields', () => {
    const missing = (provider: 'rem' | 'fazz') =>
      checkLinkInput(toInput(emptyForm(provider), now), now).map(({ field, code }) => `${field} ${code}`);
    expect(missing('rem')).toEqual(['customerName required', 'amountIdr required']);
    expect(missing('fazz').sort()).toEqual([
      'amountIdr required',
      'customerName required',
      'emails required',
      'phone required',
    ]);
  });

  test('addresses are found again in the form although empty ones are not sent', () => {
    const form = { emails: ['a@example.com', ' ', 'wrong'] };
    expect(emailPlace(form, 0)).toBe(0);
    expect(emailPlace(form, 1)).toBe(2);
    expect(emailPlace({ emails: [''] }, 0)).toBe(0);
  });

  test('an end half typed is refused as a date, and not passed over as if nothing were chosen', () => {
    const input = toInput(filled('rem', { lifetime: 'custom', expiresAt: '2026-11-21' }), now);
    expect(checkLinkInput(input, now).map(({ field, code }) => `${field} ${code}`)).toEqual(['expiresAt format']);
  });
});
