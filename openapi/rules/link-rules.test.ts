import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadContract } from '../check-contract.ts';
import { changedInputs, expectSameJudgement, text } from '../testing/changed-inputs.ts';
import { type RemBank, type RemMethod, remBanks, remMethods } from './channels.ts';
import type { FieldError } from './check-limits.ts';
import { checkLinkInput, expiryRange, methodsFor } from './link-rules.ts';

const now = new Date('2026-11-20T03:00:00Z');
const ahead = (ms: number) => new Date(now.getTime() + ms).toISOString();
const hourMs = 3_600_000;

const rem = { provider: 'rem', customerName: 'Siti Rahma', amountIdr: 150_000 };
const fazz = { ...rem, provider: 'fazz', emails: ['siti@example.com'], phone: '081234567890' };
const errorsOf = (input: unknown) => checkLinkInput(input, now).map(({ field, code }) => `${field} ${code}`);

describe('a link input', () => {
  it('passes with nothing but what is required', () => {
    expect(checkLinkInput(rem, now)).toEqual([]);
    expect(checkLinkInput(fazz, now)).toEqual([]);
  });

  it('passes with everything', () => {
    const shared = {
      reference: 'INV20261101',
      description: 'Order 1101',
      displayName: 'Toko Rahma',
      expiresAt: ahead(hourMs),
    };
    const remOnly = {
      isOpenAmount: true,
      includeAdminFee: true,
      notes: 'Monday',
      emails: ['a@b.id', 'c@d.id', 'e@f.id'],
    };
    const methods = { phone: '081234567890', enabledMethods: remMethods, enabledBanks: remBanks };
    expect(checkLinkInput({ ...rem, ...shared, ...remOnly, ...methods }, now)).toEqual([]);
    expect(checkLinkInput({ ...fazz, ...shared, reference: 'INV_2026-1' }, now)).toEqual([]);
  });

  it.each([
    [{ customerName: undefined }, 'customerName required'],
    [{ customerName: '' }, 'customerName required'],
    [{ customerName: '   ' }, 'customerName pattern'],
    [{ customerName: 'Siti 2' }, 'customerName pattern'],
    [{ customerName: 'S'.repeat(101) }, 'customerName too_long'],
    [{ customerName: null }, 'customerName type'],
    [{ reference: 'INV' }, 'reference too_short'],
    [{ reference: 'INV-1101' }, 'reference pattern'],
    [{ amountIdr: 9_999 }, 'amountIdr too_small'],
    [{ amountIdr: 500_000_001 }, 'amountIdr too_large'],
    [{ amountIdr: 10_000.5 }, 'amountIdr type'],
    [{ amountIdr: '150000' }, 'amountIdr type'],
    [{ emails: ['a@b.id', 'a@b'] }, 'emails.1 format'],
    [{ emails: ['a@b.id', 'c@d.id', 'e@f.id', 'g@h.id'] }, 'emails too_many'],
    [{ emails: ['a@b.id', 'a@b.id'] }, 'emails not_unique'],
    [{ phone: '+6281234567' }, 'phone pattern'],
    [{ description: 'Order #1' }, 'description pattern'],
    [{ enabledMethods: [] }, 'enabledMethods too_few'],
    [{ enabledMethods: ['cash'] }, 'enabledMethods.0 not_allowed'],
    [{ expiresAt: '2026-11-30 23:59:59' }, 'expiresAt format'],
    [{ expiresAt: '2027-02-30T00:00:00Z' }, 'expiresAt format'],
    [{ colour: 'red' }, 'colour unknown_field'],
    [{ provider: 'oy' }, 'provider not_allowed'],
    [{ provider: undefined }, 'provider required'],
  ])('of REM changed by %j gives %s', (change, expected) => {
    expect(errorsOf({ ...rem, ...change })).toEqual([expected]);
  });

  it('of Fazz needs one e-mail address and a phone number, and takes no methods', () => {
    expect(errorsOf({ ...fazz, emails: [] })).toEqual(['emails too_few']);
    expect(errorsOf({ ...fazz, emails: undefined, phone: '' })).toEqual(['emails required', 'phone required']);
    expect(errorsOf({ ...fazz, enabledMethods: ['va'] })).toEqual(['enabledMethods unknown_field']);
  });

  it('that is no object is refused as a whole', () => {
    for (const input of [null, undefined, 'rem', 3, [rem]]) expect(errorsOf(input)).toEqual([' type']);
  });

  it('tells the limit that was missed', () => {
    expect(checkLinkInput({ ...rem, amountIdr: 1 }, now)).toEqual([
      { field: 'amountIdr', code: 'too_small', limit: 10_000, detail: 'amountIdr must be at least 10000' },
    ]);
  });
});

describe('the end of a link', () => {
  it('of REM lies from 5 minutes to 31 days and 23 hours ahead, by default 24 hours', () => {
    const at = (ms: number) => errorsOf({ ...rem, expiresAt: ahead(ms) });
    const mostMs = (31 * 24 + 23) * hourMs;
    expect([at(0), at(5 * 60_000 - 1), at(mostMs + 1)].flat()).toEqual(
      ['in_past', 'too_soon', 'too_far'].map((code) => `expiresAt ${code}`),
    );
    expect([at(5 * 60_000), at(mostMs)]).toEqual([[], []]);
    expect(expiryRange('rem', now).defaultAt).toEqual(new Date(ahead(24 * hourMs)));
  });

  it('of Fazz lies from 60 minutes to 30 days ahead, by default 24 hours', () => {
    const at = (ms: number) => errorsOf({ ...fazz, expiresAt: ahead(ms) });
    const mostMs = 30 * 24 * hourMs;
    expect([at(-1), at(hourMs - 1), at(mostMs + 1)].flat()).toEqual(
      ['in_past', 'too_soon', 'too_far'].map((code) => `expiresAt ${code}`),
    );
    expect([at(hourMs), at(mostMs)]).toEqual([[], []]);
    expect(expiryRange('fazz', now).defaultAt).toEqual(new Date(ahead(24 * hourMs)));
  });

  it('counts in its own zone', () => {
    expect(errorsOf({ ...rem, expiresAt: '2026-11-20T10:04:59+07:00' })).toEqual(['expiresAt too_soon']);
    expect(errorsOf({ ...rem, expiresAt: '2026-11-20T10:05:00+07:00' })).toEqual([]);
  });
});

describe('the methods of a REM link', () => {
  const offered = (amountIdr: number, methods?: RemMethod[], banks?: RemBank[]) =>
    methodsFor(amountIdr, methods, banks).flatMap(({ method, isOffered }) => (isOffered ? [method] : []));

  it('are those whose limits take the amount', () => {
    expect(offered(10_000)).toEqual(['va', 'qris', 'ewallet']);
    expect(offered(11_000)).toEqual(['va', 'qris', 'ewallet', 'bank_transfer']);
    expect(offered(15_000)).toEqual(['va', 'qris', 'ewallet', 'card', 'bank_transfer']);
    expect(offered(10_000_001)).toEqual(['va', 'card', 'bank_transfer']);
    expect(methodsFor(10_000_001, ['qris'])).toEqual([
      { method: 'qris', isOffered: false, banks: [], missed: { code: 'too_large_for_method', limitIdr: 10_000_000 } },
    ]);
  });

  it('have virtual accounts at the banks that take the amount', () => {
    const banks = (amountIdr: number) => methodsFor(amountIdr, ['va'])[0]?.banks;
    expect(banks(14_999)).toEqual(['bca', 'smbc', 'bsi']);
    expect(banks(50_000_001)).toEqual(['bri', 'mandiri', 'permata', 'cimb', 'smbc']);
    expect(banks(100_000_001)).toEqual(['bri', 'mandiri', 'permata', 'cimb']);
    expect(offered(12_000, ['va'], ['bri'])).toEqual([]);
    expect(offered(12_000, ['va'], [])).toEqual(['va']);
  });

  it('with an open amount have no maximum, because the payer may pay less', () => {
    expect(methodsFor(20_000_000, ['qris'], remBanks, true)).toMatchObject([{ isOffered: true }]);
    expect(methodsFor(14_999, ['card'], remBanks, true)).toMatchObject([{ isOffered: false }]);
  });

  it('must take the amount, one at least', () => {
    const check = (change: object) => checkLinkInput({ ...rem, ...change }, now);
    expect(check({ amountIdr: 20_000_000, enabledMethods: ['qris', 'ewallet'] })).toEqual([
      {
        field: 'amountIdr',
        code: 'too_large_for_method',
        limit: 10_000_000,
        detail: 'amountIdr must be at most 10000000 for any method that is enabled (QRIS)',
      },
    ]);
    expect(check({ amountIdr: 10_500, enabledMethods: ['card', 'bank_transfer'] })).toMatchObject([
      { code: 'too_small_for_method', limit: 11_000 },
    ]);
    expect(check({ amountIdr: 20_000_000, enabledMethods: ['qris', 'card'] })).toEqual([]);
    expect(check({ amountIdr: 20_000_000, enabledMethods: ['qris'], isOpenAmount: true })).toEqual([]);
  });

  it('need va for banks, and the unique code beside va, because REM switches off both at once', () => {
    expect(errorsOf({ ...rem, enabledMethods: ['qris'], enabledBanks: ['bca'] })).toEqual(['enabledBanks not_allowed']);
    expect(errorsOf({ ...rem, enabledMethods: ['va'] })).toEqual(['enabledMethods not_allowed']);
    expect(errorsOf({ ...rem, enabledMethods: ['bank_transfer'] })).toEqual([]);
    expect(errorsOf({ ...rem, enabledBanks: ['bca'] })).toEqual([]);
  });
});

describe('against console.yaml', () => {
  const contract = loadContract('console');
  const beyondSchema = ['in_past', 'too_soon', 'too_far', 'too_small_for_method', 'too_large_for_method'];
  const isOfSchema = ({ field, code }: FieldError) =>
    !beyondSchema.includes(code) && !(code === 'not_allowed' && ['enabledMethods', 'enabledBanks'].includes(field));

  const word = (words: readonly string[]) => fc.constantFrom(...words, 'other');
  const latest = new Date(ahead(40 * 24 * hourMs));
  const values: Record<string, fc.Arbitrary<unknown>> = {
    provider: fc.constantFrom('rem', 'fazz'),
    customerName: text,
    amountIdr: fc.oneof(
      fc.constantFrom(9_999, 10_000, 100_000_000, 100_000_001, 500_000_000, 500_000_001),
      fc.integer({ max: 600_000_000 }),
      fc.double(),
    ),
    reference: text,
    isOpenAmount: fc.boolean(),
    includeAdminFee: fc.boolean(),
    description: text,
    notes: text,
    emails: fc.array(fc.oneof(fc.emailAddress(), text, fc.constant('siti@example.com')), { maxLength: 4 }),
    phone: fc.stringMatching(/^[0-9]{6,17}$/),
    enabledMethods: fc.array(word(remMethods), { maxLength: 6 }),
    enabledBanks: fc.array(word(remBanks), { maxLength: 9 }),
    expiresAt: fc.date({ min: now, max: latest, noInvalidDate: true }).map((at) => at.toISOString()),
    displayName: text,
  };
  const inputs = changedInputs([rem, fazz], values);

  it('the rules refuse what the schema refuses, and no more than that in the schema’s own words', () => {
    expectSameJudgement(inputs, {
      bySchema: (input) => contract.checkRequest('createLink', input),
      byRules: (input) => checkLinkInput(input, now).filter(isOfSchema),
    });
  });

  it('anything at all is judged without a throw', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(checkLinkInput(input, now).length).toBeGreaterThan(0);
      }),
    );
  });
});
