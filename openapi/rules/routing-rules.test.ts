import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadContract } from '../check-contract.ts';
import { routingInputLimits } from '../generated/console-limits.ts';
import { routingLimits } from '../generated/provider-limits.ts';
import { changedInputs, expectSameJudgement, text } from '../testing/changed-inputs.ts';
import { checkRoutingInput, routingExpiryRange } from './routing-rules.ts';

const now = new Date('2026-11-20T03:00:00Z');
const ahead = (ms: number) => new Date(now.getTime() + ms).toISOString();
const minuteMs = 60_000;

const routing = { amountIdr: 150_000, hasHostedPage: false };
const everything = {
  ...routing,
  reference: 'TABLE_12-a',
  partnerUserId: 'member.7@toko',
  emails: ['siti@example.com'],
  expiresAt: ahead(10 * minuteMs),
};
const errorsOf = (input: unknown) => checkRoutingInput(input, now).map(({ field, code }) => `${field} ${code}`);

describe('a routing input', () => {
  it('passes with nothing but what is required, and with everything', () => {
    expect(checkRoutingInput(routing, now)).toEqual([]);
    expect(checkRoutingInput(everything, now)).toEqual([]);
  });

  it.each([
    [{ amountIdr: undefined }, 'amountIdr required'],
    [{ amountIdr: 9_999 }, 'amountIdr too_small'],
    [{ amountIdr: 10_000_001 }, 'amountIdr too_large'],
    [{ amountIdr: 10_000.5 }, 'amountIdr type'],
    [{ hasHostedPage: undefined }, 'hasHostedPage required'],
    [{ hasHostedPage: 'true' }, 'hasHostedPage type'],
    [{ reference: 'a b c d' }, 'reference pattern'],
    [{ reference: 'abc' }, 'reference too_short'],
    [{ partnerUserId: '' }, 'partnerUserId too_short'],
    [{ partnerUserId: 'm 7' }, 'partnerUserId pattern'],
    [{ emails: ['a@b.id', 'c@d.id'] }, 'emails too_many'],
    [{ emails: ['a@b'] }, 'emails.0 format'],
    [{ expiresAt: '2026-11-20 10:10:00' }, 'expiresAt format'],
    [{ method: 'qris' }, 'method unknown_field'],
  ])('changed by %j gives %s', (change, expected) => {
    expect(errorsOf({ ...routing, ...change })).toEqual([expected]);
  });

  it('that is no object is refused as a whole', () => {
    for (const input of [null, undefined, 'qris', 3, [routing]]) expect(errorsOf(input)).toEqual([' type']);
  });
});

describe('the end of a routing', () => {
  it('lies from 1 to 60 minutes ahead, by default 30', () => {
    const at = (ms: number) => errorsOf({ ...routing, expiresAt: ahead(ms) });
    expect([at(0), at(minuteMs - 1), at(60 * minuteMs + 1)].flat()).toEqual(
      ['in_past', 'too_soon', 'too_far'].map((code) => `expiresAt ${code}`),
    );
    expect([at(minuteMs), at(60 * minuteMs)]).toEqual([[], []]);
    expect(routingExpiryRange(now).defaultAt.toISOString()).toBe(ahead(30 * minuteMs));
  });

  it('that is missed tells the limit', () => {
    expect(checkRoutingInput({ ...routing, expiresAt: ahead(2 * 60 * minuteMs) }, now)).toEqual([
      { field: 'expiresAt', code: 'too_far', limit: ahead(60 * minuteMs), detail: 'expiresAt is too far ahead' },
    ]);
  });
});

describe('against the contracts', () => {
  const contract = loadContract('console');

  it('the amounts of console.yaml are those that REM takes', () => {
    const { minimum, maximum } = routingInputLimits.amountIdr;
    expect({ minIdr: minimum, maxIdr: maximum }).toEqual({
      minIdr: routingLimits.minIdr,
      maxIdr: routingLimits.maxIdr,
    });
  });

  it('the rules refuse what the schema refuses, and no more than that in the schema’s own words', () => {
    const latest = new Date(ahead(2 * 60 * minuteMs));
    const inputs = changedInputs([routing, everything], {
      amountIdr: fc.oneof(
        fc.constantFrom(9_999, 10_000, 10_000_000, 10_000_001),
        fc.integer({ max: 12_000_000 }),
        fc.double(),
      ),
      hasHostedPage: fc.boolean(),
      reference: text,
      partnerUserId: fc.oneof(text, fc.emailAddress()),
      emails: fc.array(fc.oneof(fc.emailAddress(), text), { maxLength: 2 }),
      expiresAt: fc.date({ min: now, max: latest, noInvalidDate: true }).map((at) => at.toISOString()),
    });
    expectSameJudgement(inputs, {
      bySchema: (input) => contract.checkRequest('createRouting', input),
      byRules: (input) =>
        checkRoutingInput(input, now).filter(({ code }) => !['in_past', 'too_soon', 'too_far'].includes(code)),
    });
  });

  it('anything at all is judged without a throw', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(checkRoutingInput(input, now).length).toBeGreaterThan(0);
      }),
    );
  });
});
