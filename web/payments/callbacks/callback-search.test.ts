import { describe, expect, it } from 'vitest';
import { writeParams } from '../../table/search-params.ts';
import { activeParts, dropOf, readCallbackSearch } from './callback-search.ts';

const read = (query: string) => readCallbackSearch(new URLSearchParams(query));

describe('the search of callbacks in an address', () => {
  it('is read and written back as it was', () => {
    const query =
      '?q=INV2042&provider=rem&says=paid,expired&verdict=contradicts&state=parked&destinationId=dst_01jd3k5v9x8w7q6r5t4y3u2z1a&receivedFrom=2026-11-20&receivedTo=2026-11-21';
    expect(writeParams(read(query))).toBe(query);
  });

  it('passes over what it does not know', () => {
    expect(
      read('?says=rich&state=parked,lost&receivedFrom=yesterday&paymentId=1&destinationId=ERP&sort=amount'),
    ).toEqual({
      state: ['parked'],
    });
  });

  it('names each filter that can be dropped once, days as one', () => {
    const search = read('?q=a&kind=link&receivedFrom=2026-11-20&receivedTo=2026-11-21');
    expect(activeParts(search)).toEqual(['kind', 'received', 'q']);
    expect({ ...search, ...dropOf('received') }).toEqual({ ...read('?q=a&kind=link'), ...dropOf('received') });
    expect(dropOf('payment')).toEqual({ paymentId: undefined });
  });
});
