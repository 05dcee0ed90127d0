import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaymentSearch } from '../../api/keys.ts';
import { withoutEmpty } from '../../table/search-params.ts';
import {
  activeParts,
  attentions,
  dropOf,
  filterValues,
  readPaymentSearch,
  writePaymentSearch,
} from './payment-search.ts';

const read = (query: string) => readPaymentSearch(new URLSearchParams(query));

/** Any choice of a filter's values, in the order in which they are written; absent rather than empty. */
const someOf = <Value>(values: readonly Value[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '');

const searches: fc.Arbitrary<PaymentSearch> = fc
  .record({
    q: fc.option(words, { nil: undefined }),
    kind: someOf(filterValues.kind),
    status: someOf(filterValues.status),
    settlement: someOf(filterValues.settlement),
    provider: someOf(filterValues.provider),
    method: someOf(filterValues.method),
    createdFrom: fc.option(day, { nil: undefined }),
    createdTo: fc.option(day, { nil: undefined }),
    paidFrom: fc.option(day, { nil: undefined }),
    paidTo: fc.option(day, { nil: undefined }),
    settlesFrom: fc.option(day, { nil: undefined }),
    settlesTo: fc.option(day, { nil: undefined }),
    attention: fc.constantFrom(undefined, ...attentions),
    sort: fc.constantFrom(undefined, 'createdAt' as const, '-amount' as const, 'amount' as const),
    cursor: fc.option(fc.stringMatching(/^[\w-]{1,200}$/), { nil: undefined }),
  })
  .map(withoutEmpty);

describe('The state of the list in the address', () => {
  it('comes back exactly as it was written, whatever it is', () => {
    fc.assert(
      fc.property(searches, (search) => {
        expect(read(writePaymentSearch(search))).toEqual(search);
      }),
    );
  });

  it('is written the same again after it was read', () => {
    fc.assert(
      fc.property(searches, (search) => {
        const query = writePaymentSearch(search);
        expect(writePaymentSearch(read(query))).toBe(query);
      }),
    );
  });

  it('reads well: lists stay joined by commas, and nothing asked leaves nothing behind', () => {
    expect(writePaymentSearch({ status: ['open', 'paid'], sort: 'amount' })).toBe('?status=open,paid&sort=amount');
    expect(writePaymentSearch({})).toBe('');
  });

  it('passes over what nobody could have written: unknown names, values, days and the order that is usual anyway', () => {
    expect(
      read(
        'status=paid,stolen&kind=invoice&attention=love&paidTo=now&method=cash&createdFrom=2026-13-01&createdTo=yesterday&sort=-createdAt&x=1&q=%20',
      ),
    ).toEqual({
      status: ['paid'],
    });
  });

  it('does not depend on the order in which values were typed', () => {
    expect(read('status=paid,open')).toEqual(read('status=open,paid'));
  });
});

describe('Dropping a filter', () => {
  it('drops that one and leaves all others', () => {
    fc.assert(
      fc.property(searches, (search) => {
        for (const part of activeParts(search)) {
          const rest = withoutEmpty({ ...search, ...dropOf(part) });
          expect(activeParts(rest)).toEqual(activeParts(search).filter((other) => other !== part));
        }
      }),
    );
  });
});
