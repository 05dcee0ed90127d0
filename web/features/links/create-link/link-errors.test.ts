import { describe, expect, test } from 'vitest';
import type { FieldError } from '../../../api/problem.ts';
import { checkForm, describeFormError, placeErrors } from '../../../create/form-errors.ts';
import { en } from '../../../words/en.ts';
import { id } from '../../../words/id.ts';
import { linkCreation } from './link-creation.ts';
import { emptyForm, type LinkForm } from './link-form.ts';

const now = new Date('2026-11-20T07:02:31.500Z');
const form = (parts: Partial<LinkForm>): LinkForm => ({
  ...emptyForm('rem'),
  customerName: 'Siti Rahmawati',
  amountIdr: 1_250_000,
  ...parts,
});
const told = (parts: Partial<LinkForm>, words = en) =>
  checkForm(linkCreation, form(parts), now).map(
    (error) => `${error.field}: ${describeFormError(words, words.createLink, error, now.getTime())}`,
  );

describe('what is wrong with the form', () => {
  test('nothing, where nothing is', () => {
    expect(told({})).toEqual([]);
  });

  test.each<[string, Partial<LinkForm>]>([
    ['customerName: Enter the customer’s name.', { customerName: ' ' }],
    ['customerName: Letters and spaces only: REM takes no digits, dots or hyphens.', { customerName: 'PT. Maju 2' }],
    ['amountIdr: Enter the amount.', { amountIdr: null }],
    ['amountIdr: At least Rp\u00a010.000.', { amountIdr: 9_999 }],
    ['amountIdr: At most Rp\u00a0500.000.000.', { amountIdr: 500_000_001 }],
    [
      'amountIdr: The chosen methods take at most Rp\u00a010.000.000.',
      { amountIdr: 10_000_001, enabledMethods: ['qris'] },
    ],
    ['emails.2: This is not an e-mail address.', { emails: ['a@example.com', '', 'wrong'] }],
    ['emails.1: The same address is here twice.', { emails: ['a@example.com', 'a@example.com'] }],
    ['phone: Digits only.', { phone: 'call me back' }],
    ['enabledMethods: Choose at least one method.', { enabledMethods: [] }],
    ['enabledMethods: REM offers virtual accounts only together with bank transfers.', { enabledMethods: ['va'] }],
    ['enabledBanks: Choose at least one bank, or switch virtual accounts off.', { enabledBanks: [] }],
    ['expiresAt: Choose when the link ends.', { lifetime: 'custom' }],
    ['expiresAt: This lies in the past.', { lifetime: 'custom', expiresAt: '2026-11-20T14:00' }],
    ['expiresAt: Not before 20 Nov, 14:07 WIB.', { lifetime: 'custom', expiresAt: '2026-11-20T14:05' }],
    ['expiresAt: Not after 22 Dec, 13:02 WIB.', { lifetime: 'custom', expiresAt: '2026-12-23T14:00' }],
    ['reference: At least 4 characters.', { reference: 'INV' }],
  ])('is told as “%s”', (sentence, parts) => {
    expect(told(parts)).toEqual([sentence]);
  });

  test('is told in Indonesian too', () => {
    expect(told({ amountIdr: 9_999 }, id)).toEqual(['amountIdr: Minimal Rp\u00a010.000.']);
  });

  test('comes in the order of the form', () => {
    const fields = checkForm(
      linkCreation,
      form({ customerName: '', amountIdr: null, description: 'a/b', phone: 'x' }),
      now,
    ).map(({ field }) => field);
    expect(fields).toEqual(['description', 'customerName', 'phone', 'amountIdr']);
  });
});

describe('errors that the server sends', () => {
  const error = (field: string, code: FieldError['code']): FieldError => ({ field, code, detail: `${field} is wrong` });

  test('go to their fields, and those that belong to none are told apart', () => {
    const errors = [error('', 'type'), error('emails.1', 'format'), error('wibble', 'unknown_field')];
    const { placed, others } = placeErrors(linkCreation, form({ emails: ['', 'a@example.com', 'b'] }), errors);
    expect(placed).toEqual([{ field: 'emails.2', code: 'format', limit: undefined }]);
    expect(others.map(({ field }) => field)).toEqual(['', 'wibble']);
  });
});

test('every code has a sentence in both languages', () => {
  for (const words of [en, id]) {
    for (const code of Object.keys(words.create.errors.byCode) as FieldError['code'][]) {
      expect(describeFormError(words, words.createLink, { field: 'notes', code, limit: 7 }, now.getTime())).toMatch(
        /^\p{Lu}.*\.$/u,
      );
    }
  }
});
