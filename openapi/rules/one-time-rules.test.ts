import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadContract } from '../check-contract.ts';
import { oneTimeInputLimits } from '../generated/console-limits.ts';
import { changedInputs, expectSameJudgement, text } from '../testing/changed-inputs.ts';
import { fazzBanks, isChannel, oneTimeMethods, outlets, wallets } from './channels.ts';
import { amountRange, checkOneTimeInput, oneTimeExpiryRange } from './one-time-rules.ts';

const now = new Date('2026-11-20T03:00:00Z');
const ahead = (ms: number) => new Date(now.getTime() + ms).toISOString();
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const va = { method: 'va', amountIdr: 150_000, channel: 'bca', displayName: 'Toko Melati' };
const retail = { method: 'retail_outlet', amountIdr: 150_000, channel: 'alfamart', displayName: 'Toko Melati' };
const qris = { method: 'qris', amountIdr: 150_000, displayName: 'Toko Melati' };
const ewallet = { method: 'ewallet', amountIdr: 150_000, channel: 'ovo', returnUrl: 'https://toko.example/selesai' };
const inputOf = { va, retail_outlet: retail, qris, ewallet };
const errorsOf = (input: unknown) => checkOneTimeInput(input, now).map(({ field, code }) => `${field} ${code}`);

describe('a one-time payment input', () => {
  it.each(oneTimeMethods)('of %s passes with nothing but what is required, and with everything', (method) => {
    expect(checkOneTimeInput(inputOf[method], now)).toEqual([]);
    const more = { reference: 'INV_2026-1', description: 'Order #1 – “teh”', expiresAt: ahead(hourMs) };
    expect(checkOneTimeInput({ ...inputOf[method], ...more }, now)).toEqual([]);
  });

  it.each([
    [va, { channel: 'permata' }, 'channel not_allowed'],
    [va, { displayName: '   ' }, 'displayName pattern'],
    [va, { displayName: 'T'.repeat(25) }, 'displayName too_long'],
    [va, { suffixNumber: '12a' }, 'suffixNumber pattern'],
    [va, { suffixNumber: '' }, 'suffixNumber too_short'],
    [va, { description: 'd'.repeat(1_001) }, 'description too_long'],
    [va, { returnUrl: 'https://toko.example' }, 'returnUrl unknown_field'],
    [retail, { channel: 'ALFAMART' }, 'channel not_allowed'],
    [retail, { suffixNumber: '12' }, 'suffixNumber unknown_field'],
    [qris, { displayName: undefined }, 'displayName required'],
    [qris, { channel: 'ovo' }, 'channel unknown_field'],
    [ewallet, { returnUrl: undefined }, 'returnUrl required'],
    [ewallet, { displayName: 'Toko' }, 'displayName unknown_field'],
    [va, { method: 'cash' }, 'method not_allowed'],
    [va, { method: 'card' }, 'method not_allowed'],
    [va, { method: undefined }, 'method required'],
    [va, { method: 'toString' }, 'method not_allowed'],
  ])('%j changed by %j gives %s', (input, change, expected) => {
    expect(errorsOf({ ...input, ...change })).toEqual([expected]);
  });

  it('that is no object is refused as a whole', () => {
    for (const input of [null, undefined, 'va', 3, [va]]) expect(errorsOf(input)).toEqual([' type']);
  });

  it.each([
    'https://toko.example',
    'https://toko.example:8443/pesanan/7?sumber=ovo&x=%20#selesai',
    'https://xn--bcher-kva.example/',
    'https://127.0.0.1/selesai',
  ])('takes the return address %s', (returnUrl) => {
    expect(errorsOf({ ...ewallet, returnUrl })).toEqual([]);
    expect(URL.canParse(returnUrl)).toBe(true);
  });

  it.each([
    'http://toko.example',
    'https://',
    'https:///selesai',
    'https://toko.example@penipu.example/',
    'https://toko.example/a b',
    'https://toko.example/%zz',
    'https://toko.example\\selesai',
    'https://toko.example/"><script>',
    'javascript:alert(1)//https://toko.example',
    'https://toko.example\n',
  ])('takes no return address %j', (returnUrl) => {
    expect(errorsOf({ ...ewallet, returnUrl })).toEqual(['returnUrl pattern']);
  });
});

describe('the amount of a one-time payment', () => {
  it.each([
    ['va', undefined, 10_000, 100_000_000],
    ['va', 'bca', 10_000, 100_000_000],
    ['retail_outlet', 'alfamart', 15_000, 2_500_000],
    ['retail_outlet', 'indomaret', 10_000, 5_000_000],
    ['retail_outlet', undefined, 10_000, 5_000_000],
    ['qris', undefined, 1_500, 5_000_000],
    ['ewallet', 'ovo', 1, 10_000_000],
  ] as const)('by %s at %s lies from %i to %i rupiah', (method, channel, minIdr, maxIdr) => {
    expect(amountRange(method, channel)).toEqual({ minIdr, maxIdr });
    if (method !== 'qris' && channel === undefined) return;
    const errorsAt = (amountIdr: number) => errorsOf({ ...inputOf[method], channel, amountIdr });
    expect([errorsAt(minIdr), errorsAt(maxIdr)]).toEqual([[], []]);
    expect([errorsAt(minIdr - 1).length, errorsAt(maxIdr + 1).length]).toEqual([1, 1]);
  });

  it('that an outlet does not take tells that outlet’s limit', () => {
    expect(checkOneTimeInput({ ...retail, amountIdr: 2_500_001 }, now)).toMatchObject([
      { field: 'amountIdr', code: 'too_large_for_method', limit: 2_500_000 },
    ]);
    expect(checkOneTimeInput({ ...retail, amountIdr: 14_999 }, now)).toMatchObject([
      { field: 'amountIdr', code: 'too_small_for_method', limit: 15_000 },
    ]);
    expect(errorsOf({ ...retail, channel: 'indomaret', amountIdr: 2_500_001 })).toEqual([]);
    expect(errorsOf({ ...retail, channel: 'kantor', amountIdr: 12_000 })).toEqual(['channel not_allowed']);
  });
});

describe('the end of a one-time payment', () => {
  it.each([
    ['va', hourMs, 30 * dayMs, dayMs],
    ['retail_outlet', 5 * minuteMs, 30 * dayMs, dayMs],
    ['qris', 5 * minuteMs, 30 * dayMs, dayMs],
    ['ewallet', minuteMs, hourMs, 30 * minuteMs],
  ] as const)('by %s lies from %i to %i ms ahead, by default %i', (method, leastMs, mostMs, defaultMs) => {
    const at = (ms: number) => errorsOf({ ...inputOf[method], expiresAt: ahead(ms) });
    expect([at(-1), at(leastMs - 1), at(mostMs + 1)].flat()).toEqual(
      ['in_past', 'too_soon', 'too_far'].map((code) => `expiresAt ${code}`),
    );
    expect([at(leastMs), at(mostMs)]).toEqual([[], []]);
    expect(oneTimeExpiryRange(method, now)).toEqual({
      defaultAt: new Date(ahead(defaultMs)),
      earliestAt: new Date(ahead(leastMs)),
      latestAt: new Date(ahead(mostMs)),
    });
  });
});

describe('against the contracts', () => {
  const contract = loadContract('console');

  it('the lists of methods, banks, outlets and wallets are those of console.yaml, and all have names', () => {
    const { va, retail_outlet, ewallet } = oneTimeInputLimits;
    expect([...fazzBanks].sort()).toEqual([...va.channel.enum].sort());
    expect([...outlets].sort()).toEqual([...retail_outlet.channel.enum].sort());
    expect([...wallets].sort()).toEqual([...ewallet.channel.enum].sort());
    expect([...oneTimeMethods].sort()).toEqual(Object.keys(oneTimeInputLimits).sort());
    expect([...fazzBanks, ...outlets, ...wallets].filter((channel) => !isChannel(channel))).toEqual([]);
  });

  it.each(oneTimeMethods)('the amounts of console.yaml for %s are those that Fazz takes', (method) => {
    const { minimum, maximum } = oneTimeInputLimits[method].amountIdr;
    expect(amountRange(method)).toEqual({ minIdr: minimum, maxIdr: maximum });
  });

  it('the rules refuse what the schema refuses, and no more than that in the schema’s own words', () => {
    const latest = new Date(ahead(40 * dayMs));
    const amounts = [0, 1, 1_499, 1_500, 9_999, 10_000, 5_000_000, 5_000_001, 10_000_001, 100_000_000, 100_000_001];
    const inputs = changedInputs(Object.values(inputOf), {
      method: fc.constantFrom(...oneTimeMethods, 'card'),
      amountIdr: fc.oneof(fc.constantFrom(...amounts), fc.integer({ max: 120_000_000 }), fc.double()),
      channel: fc.constantFrom(...fazzBanks, ...outlets, ...wallets, 'permata'),
      displayName: text,
      description: fc.oneof(text, fc.string({ minLength: 990, maxLength: 1_010 })),
      suffixNumber: fc.stringMatching(/^[0-9]{0,18}$/),
      reference: text,
      returnUrl: fc.oneof(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.webUrl({ validSchemes: ['https'], authoritySettings: { withUserInfo: true, withPort: true } }),
        text,
      ),
      expiresAt: fc.date({ min: now, max: latest, noInvalidDate: true }).map((at) => at.toISOString()),
    });
    const beyondSchema = ['in_past', 'too_soon', 'too_far', 'too_small_for_method', 'too_large_for_method'];
    expectSameJudgement(inputs, {
      bySchema: (input) => contract.checkRequest('createOneTimePayment', input),
      byRules: (input) => checkOneTimeInput(input, now).filter(({ code }) => !beyondSchema.includes(code)),
    });
  });

  it('anything at all is judged without a throw', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(checkOneTimeInput(input, now).length).toBeGreaterThan(0);
      }),
    );
  });
});
