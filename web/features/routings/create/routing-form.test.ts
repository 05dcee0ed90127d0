import { describe, expect, test } from 'vitest';
import { checkRoutingInput } from '../../../../openapi/rules/routing-rules.ts';
import { checkForm, describeFormError, placeErrors } from '../../../create/form-errors.ts';
import { minuteChoices } from '../../../create/minutes.ts';
import { en } from '../../../words/en.ts';
import { id } from '../../../words/id.ts';
import { routingCreation } from './routing-creation.ts';
import { emptyForm, type RoutingForm, toInput } from './routing-form.ts';

const now = new Date('2026-11-20T07:02:31.500Z');
const form = (parts: Partial<RoutingForm> = {}): RoutingForm => ({ ...emptyForm, amountIdr: 150_000, ...parts });
const told = (parts: Partial<RoutingForm>, words = en) =>
  checkForm(routingCreation, form(parts), now).map(
    (error) => `${error.field}: ${describeFormError(words, words.createRouting, error, now.getTime())}`,
  );

describe('the form in the words of the API', () => {
  test('holds the amount, where the code is shown and the end, and leaves out what is empty', () => {
    expect(toInput(form(), now)).toEqual({
      amountIdr: 150_000,
      hasHostedPage: false,
      expiresAt: '2026-11-20T07:32:31.000Z',
    });
  });

  test('holds what is entered, without blanks at its ends', () => {
    const entered = { where: 'hosted', reference: ' INV-1 ', partnerUserId: ' member.7 ', email: ' siti@example.com ' };
    expect(toInput(form(entered as Partial<RoutingForm>), now)).toMatchObject({
      hasHostedPage: true,
      reference: 'INV-1',
      partnerUserId: 'member.7',
      emails: ['siti@example.com'],
    });
  });

  test('is accepted by the rules with every lifetime that can be picked', () => {
    for (const minuteChoice of minuteChoices) {
      expect(checkRoutingInput(toInput(form({ minuteChoice, minutes: '1' }), now), now)).toEqual([]);
    }
  });
});

describe('what is wrong with the form', () => {
  test('nothing, where nothing is', () => {
    expect(told({})).toEqual([]);
  });

  test.each<[string, Partial<RoutingForm>]>([
    ['amountIdr: Enter the amount.', { amountIdr: null }],
    ['amountIdr: At least Rp\u00a010.000.', { amountIdr: 9_999 }],
    ['amountIdr: At most Rp\u00a010.000.000.', { amountIdr: 10_000_001 }],
    ['reference: At least 4 characters.', { reference: 'INV' }],
    ['reference: Letters, digits, hyphens and underscores only.', { reference: 'INV 1101' }],
    ['partnerUserId: Letters, digits and the signs _ . @ - only, without spaces.', { partnerUserId: 'no 7' }],
    ['email: This is not an e-mail address.', { email: 'siti@' }],
    ['minutes: Enter how many minutes.', { minuteChoice: 'custom' }],
    ['minutes: Enter a whole number of minutes.', { minuteChoice: 'custom', minutes: '7,5' }],
    ['minutes: At least 1 minute.', { minuteChoice: 'custom', minutes: '0' }],
    ['minutes: At most 60 minutes.', { minuteChoice: 'custom', minutes: '61' }],
  ])('is told as “%s”', (sentence, parts) => {
    expect(told(parts)).toEqual([sentence]);
  });

  test('comes in the order of the form, in Indonesian too', () => {
    const wrong = { amountIdr: null, reference: 'a', email: 'x', minuteChoice: 'custom' } as const;
    expect(told(wrong, id)).toEqual([
      'amountIdr: Isi nominalnya.',
      'reference: Minimal 4 karakter.',
      'email: Ini bukan alamat e-mail.',
      'minutes: Isi berapa menit.',
    ]);
  });

  test('that the server finds goes to its field too', () => {
    const error = (field: string) => ({ field, code: 'format' as const, detail: `${field} is wrong` });
    const errors = ['emails.0', 'expiresAt', 'hasHostedPage', 'wibble'].map(error);
    const { placed, others } = placeErrors(routingCreation, form(), errors);
    expect(placed.map(({ field }) => field)).toEqual(['where', 'email', 'minutes']);
    expect(others.map(({ field }) => field)).toEqual(['wibble']);
  });
});

describe('what the customer gets', () => {
  const summary = (parts: Partial<RoutingForm>, environment: 'sandbox' | 'production' = 'sandbox') =>
    routingCreation.summarise(en, 'en', form(parts), { environment, now });

  test('is a code for one payment, with its end in WIB', () => {
    expect(summary({})).toEqual({
      amountIdr: 150_000,
      sentences: [
        'Whoever scans the QR code pays Rp\u00a0150.000 until 20 Nov, 14:32 WIB.',
        'The code takes one payment of exactly this amount.',
        'Nothing is sent: you show the code to the customer yourself.',
      ],
      warning: null,
      submit: 'Create QR for Rp\u00a0150.000',
    });
  });

  test('is a page of REM, where that is chosen', () => {
    expect(summary({ where: 'hosted', amountIdr: null, minuteChoice: 'custom' }).sentences).toEqual([
      'REM’s page shows a QR code; whoever scans it pays an amount still to be entered.',
      'The code takes one payment of exactly this amount.',
      'Nothing is sent: you give the customer the page’s address yourself.',
    ]);
  });

  test('is real money in production', () => {
    expect(summary({}, 'production').warning).toBe('This is production: whoever scans the code pays real money.');
  });
});
