import { expect, test } from 'vitest';
import { methodRange } from '../../../../openapi/rules/method-range.ts';
import { en } from '../../../words/en.ts';
import { describeRange, offeredMethods, whyNotBank, whyNotBanks, whyNotMethod } from './describe-offer.ts';
import { emptyForm } from './link-form.ts';

const fixed = (amountIdr: number | null) => ({ amountIdr, amountKind: 'fixed' as const });

test('a method that the amount excludes says above or below which amount', () => {
  expect(whyNotMethod(en, 'qris', fixed(10_000_001))).toBe('QRIS is not offered above Rp\u00a010.000.000');
  expect(whyNotMethod(en, 'card', fixed(14_999))).toBe('Card is not offered below Rp\u00a015.000');
  expect(whyNotMethod(en, 'qris', fixed(10_000_000))).toBeNull();
  expect(whyNotMethod(en, 'qris', fixed(null))).toBeNull();
});

test('of an open amount only the minimum counts, because the payer may pay less', () => {
  expect(whyNotMethod(en, 'qris', { amountIdr: 50_000_000, amountKind: 'open' })).toBeNull();
});

test('a bank has limits of its own', () => {
  expect(whyNotBank(en, 'bca', fixed(50_000_001))).toBe('BCA is not offered above Rp\u00a050.000.000');
  expect(whyNotBank(en, 'bri', fixed(50_000_001))).toBeNull();
});

test('banks with the same limit are told in one line', () => {
  expect(whyNotBanks(en, ['bca', 'mandiri', 'bri'], fixed(9_999))).toEqual([
    'Not offered below Rp\u00a010.000: BCA',
    'Not offered below Rp\u00a015.000: Mandiri, BRI',
  ]);
  expect(whyNotBanks(en, ['bca', 'bri'], fixed(50_000_001))).toEqual(['Not offered above Rp\u00a050.000.000: BCA']);
  expect(whyNotBanks(en, ['bca', 'bri'], fixed(null))).toEqual([]);
});

test('the payer is offered what is chosen and takes the amount', () => {
  expect(offeredMethods({ ...emptyForm('rem'), amountIdr: 20_000_000 })).toEqual(['va', 'card', 'bank_transfer']);
  expect(offeredMethods({ ...emptyForm('rem'), enabledMethods: ['qris'] })).toEqual(['qris']);
});

test('a range without a maximum names its minimum', () => {
  expect(describeRange(en, methodRange('qris'))).toBe('Rp\u00a010.000 to Rp\u00a010.000.000');
  expect(describeRange(en, methodRange('card'))).toBe('from Rp\u00a015.000');
});
