import { describe, expect, test } from 'vitest';
import { oneTimeMethods } from '../../../../openapi/rules/channels.ts';
import { checkOneTimeInput } from '../../../../openapi/rules/one-time-rules.ts';
import { checkForm, describeFormError, placeErrors } from '../../../create/form-errors.ts';
import { lifetimes } from '../../../create/lifetime.ts';
import { minuteChoices } from '../../../create/minutes.ts';
import { en } from '../../../words/en.ts';
import { id } from '../../../words/id.ts';
import { describeAmounts } from './describe-amounts.ts';
import { oneTimeCreation } from './one-time-creation.ts';
import { emptyForm, type OneTimeForm, toInput } from './one-time-form.ts';

const now = new Date('2026-11-20T07:02:31.500Z');
const filled: OneTimeForm = {
  ...emptyForm,
  amountIdr: 150_000,
  displayName: 'Toko Rahma',
  returnUrl: 'https://toko.example/selesai',
};
const form = (method: OneTimeForm['method'], parts: Partial<OneTimeForm> = {}): OneTimeForm => ({
  ...filled,
  method,
  ...parts,
});
const input = (method: OneTimeForm['method'], parts: Partial<OneTimeForm> = {}) => toInput(form(method, parts), now);

describe('the form in the words of the API', () => {
  const inADay = '2026-11-21T07:03:00.000Z';

  test('holds bank, name and wished number of a virtual account', () => {
    expect(input('va', { suffixNumber: ' 0042 ', description: ' Order 7 ' })).toEqual({
      method: 'va',
      channel: 'bca',
      displayName: 'Toko Rahma',
      suffixNumber: '0042',
      amountIdr: 150_000,
      description: 'Order 7',
      expiresAt: inADay,
    });
  });

  test('holds outlet and name of a payment at a counter, and of another method nothing', () => {
    expect(input('retail_outlet', { outlet: 'indomaret', suffixNumber: '42', reference: 'INV-7' })).toEqual({
      method: 'retail_outlet',
      channel: 'indomaret',
      displayName: 'Toko Rahma',
      amountIdr: 150_000,
      reference: 'INV-7',
      expiresAt: inADay,
    });
  });

  test('holds no channel of QRIS', () => {
    expect(Object.keys(input('qris')).sort()).toEqual(['amountIdr', 'displayName', 'expiresAt', 'method']);
  });

  test('holds wallet and the page afterwards of an e-wallet, which lives for minutes', () => {
    expect(input('ewallet', { wallet: 'ovo' })).toEqual({
      method: 'ewallet',
      channel: 'ovo',
      returnUrl: 'https://toko.example/selesai',
      amountIdr: 150_000,
      expiresAt: '2026-11-20T07:32:31.000Z',
    });
  });

  test.each(oneTimeMethods)('is accepted by the rules for %s, with every lifetime that can be picked', (method) => {
    const picked = [
      ...lifetimes.filter((lifetime) => lifetime !== 'custom').map((lifetime) => ({ lifetime })),
      ...minuteChoices.map((minuteChoice) => ({ minuteChoice, minutes: '1' })),
    ];
    for (const chosen of picked) expect(checkOneTimeInput(input(method, chosen), now)).toEqual([]);
  });
});

describe('what is wrong with the form', () => {
  const told = (method: OneTimeForm['method'], parts: Partial<OneTimeForm>, words = en) =>
    checkForm(oneTimeCreation, form(method, parts), now).map(
      (error) => `${error.field}: ${describeFormError(words, words.createOneTime, error, now.getTime())}`,
    );

  test.each<[string, OneTimeForm['method'], Partial<OneTimeForm>]>([
    ['displayName: Enter a name.', 'va', { displayName: ' ' }],
    ['displayName: Letters, digits and spaces only.', 'qris', { displayName: 'PT. Maju' }],
    ['displayName: At most 24 characters.', 'va', { displayName: 'A'.repeat(25) }],
    ['suffixNumber: Digits only.', 'va', { suffixNumber: 'abc' }],
    ['returnUrl: Enter where the customer goes after paying.', 'ewallet', { returnUrl: '' }],
    ['returnUrl: Begin with https://.', 'ewallet', { returnUrl: 'http://toko.example' }],
    ['amountIdr: Enter the amount.', 'va', { amountIdr: null }],
    ['amountIdr: At least Rp\u00a010.000.', 'va', { amountIdr: 9_999 }],
    ['amountIdr: At least Rp\u00a015.000.', 'retail_outlet', { amountIdr: 14_999 }],
    ['amountIdr: At most Rp\u00a02.500.000.', 'retail_outlet', { amountIdr: 2_500_001 }],
    ['amountIdr: At most Rp\u00a02.500.000.', 'retail_outlet', { amountIdr: 9_000_000 }],
    ['amountIdr: At least Rp\u00a015.000.', 'retail_outlet', { amountIdr: 1 }],
    ['amountIdr: At most Rp\u00a05.000.000.', 'qris', { amountIdr: 5_000_001 }],
    ['reference: Letters, digits, hyphens and underscores only.', 'va', { reference: 'INV 7' }],
    ['expiresAt: Choose when it ends.', 'va', { lifetime: 'custom' }],
    ['expiresAt: Enter day and time in full.', 'va', { lifetime: 'custom', expiresAt: '2026-11-21' }],
    ['expiresAt: Not before 20 Nov, 15:02 WIB.', 'va', { lifetime: 'custom', expiresAt: '2026-11-20T14:30' }],
    ['minutes: Enter how many minutes.', 'ewallet', { minuteChoice: 'custom' }],
    ['minutes: At most 60 minutes.', 'ewallet', { minuteChoice: 'custom', minutes: '90' }],
  ])('is told as “%s” of %s', (sentence, method, parts) => {
    expect(told(method, parts)).toEqual([sentence]);
  });

  test('depends on the outlet', () => {
    expect(told('retail_outlet', { amountIdr: 5_000_000, outlet: 'indomaret' })).toEqual([]);
    expect(told('retail_outlet', { amountIdr: 10_000, outlet: 'indomaret' })).toEqual([]);
  });

  test('is not sought in the fields of another method', () => {
    expect(told('qris', { suffixNumber: 'abc', returnUrl: 'nowhere', minuteChoice: 'custom' })).toEqual([]);
    expect(told('ewallet', { displayName: '', lifetime: 'custom' })).toEqual([]);
  });

  test('comes in the order of the form, in Indonesian too', () => {
    expect(told('va', { amountIdr: null, displayName: '', lifetime: 'custom' }, id)).toEqual([
      'displayName: Isi namanya.',
      'amountIdr: Isi nominalnya.',
      'expiresAt: Pilih kapan berakhir.',
    ]);
  });

  test('that the server finds goes to the field of the chosen method', () => {
    const errors = ['channel', 'expiresAt'].map((field) => ({ field, code: 'not_allowed' as const, detail: 'wrong' }));
    const places = (method: OneTimeForm['method']) =>
      placeErrors(oneTimeCreation, form(method), errors).placed.map(({ field }) => field);
    expect(places('va')).toEqual(['bank', 'expiresAt']);
    expect(places('retail_outlet')).toEqual(['outlet', 'expiresAt']);
    expect(places('ewallet')).toEqual(['wallet', 'minutes']);
  });
});

describe('the limits of the amount', () => {
  test('are told for the method, and for the outlet where it matters', () => {
    expect(describeAmounts(en, form('va'))).toBe('Rp\u00a010.000 to Rp\u00a0100.000.000');
    expect(describeAmounts(en, form('qris'))).toBe('Rp\u00a01.500 to Rp\u00a05.000.000');
    expect(describeAmounts(en, form('retail_outlet'))).toBe('Alfamart: Rp\u00a015.000 to Rp\u00a02.500.000');
    expect(describeAmounts(id, form('retail_outlet', { outlet: 'indomaret' }))).toBe(
      'Indomaret: Rp\u00a010.000 sampai Rp\u00a05.000.000',
    );
    expect(describeAmounts(en, form('ewallet'))).toContain('Up to Rp\u00a010.000.000');
  });
});

describe('what the customer gets', () => {
  const sentences = (method: OneTimeForm['method'], parts: Partial<OneTimeForm> = {}, words = en) =>
    oneTimeCreation.summarise(words, 'en', form(method, parts), { environment: 'sandbox', now }).sentences;

  test.each<[OneTimeForm['method'], string]>([
    [
      'va',
      'The customer transfers Rp\u00a0150.000 to a BCA virtual account in the name of Toko Rahma until 21 Nov, 14:03 WIB.',
    ],
    ['qris', 'The customer scans a QR code and pays Rp\u00a0150.000 to Toko Rahma until 21 Nov, 14:03 WIB.'],
    ['retail_outlet', 'The customer pays Rp\u00a0150.000 at any Alfamart with a payment code until 21 Nov, 14:03 WIB.'],
    ['ewallet', 'The customer pays Rp\u00a0150.000 with ShopeePay until 20 Nov, 14:32 WIB.'],
  ])('is one sentence of %s', (method, sentence) => {
    expect(sentences(method)[0]).toBe(sentence);
  });

  test('says where an e-wallet leads afterwards', () => {
    expect(sentences('ewallet')[1]).toBe('Afterwards the customer comes to https://toko.example/selesai.');
  });

  test('makes do with a form that is half filled in, in Indonesian', () => {
    const bare = { amountIdr: null, displayName: '', lifetime: 'custom', expiresAt: '2026-11-2' } as const;
    expect(sentences('va', bare, id)[0]).toBe('Pelanggan mentransfer nominal yang belum diisi ke virtual account BCA.');
  });

  test('is real money in production', () => {
    const { warning, submit } = oneTimeCreation.summarise(en, 'en', form('va'), { environment: 'production', now });
    expect(warning).toBe('This is production: the customer pays real money.');
    expect(submit).toBe('Create payment of Rp\u00a0150.000');
  });
});
