import { describe, expect, it } from 'vitest';
import type { CallbackPage } from '../../../api/callbacks.ts';
import type { HeardCallback } from '../../../app/live-provider.tsx';
import { countArrived } from './count-arrived.ts';

/** Received that many minutes after seven, heard of now. */
const row = (id: string, minute: number, change: Partial<HeardCallback> = {}): HeardCallback => ({
  id,
  provider: 'rem',
  receivedAt: `2026-11-20T07:${String(minute).padStart(2, '0')}:00.000Z`,
  kind: 'link',
  paymentId: null,
  reference: 'INV1',
  status: 'paid',
  settlement: null,
  providerStatus: 'complete',
  amountIdr: 50_000,
  verdict: 'applied',
  state: 'processed',
  parkedReason: null,
  delivery: 'waiting',
  heardAt: 2_000,
  ...change,
});
const pageOf = (...items: HeardCallback[]): CallbackPage => ({ items, nextCursor: 'more', previousCursor: null });
const page = pageOf(row('c', 20), row('a', 10));
const READ_AT = 1_000;

describe('callbacks that were heard of live', () => {
  it('are new where they belong on the first page and are not there', () => {
    expect(countArrived([row('d', 21), row('c', 20)], page, {}, READ_AT)).toBe(1);
    expect(countArrived([row('d', 21)], { ...page, previousCursor: 'before' }, {}, READ_AT)).toBe(0);
    expect(countArrived([row('d', 21)], page, { provider: ['fazz'] }, READ_AT)).toBe(0);
    const settled = row('d', 21, { settlement: 'settled' });
    expect(countArrived([settled], page, { says: ['paid'] }, READ_AT)).toBe(0);
    expect(countArrived([settled], page, { says: ['settled'] }, READ_AT)).toBe(1);
  });

  it('are new also when they came to match later than they arrived', () => {
    const failing = row('b', 15, { delivery: 'failing' });
    expect(countArrived([failing], page, { delivery: ['failing'] }, READ_AT)).toBe(1);
    expect(countArrived([failing], pageOf(), { delivery: ['failing'] }, READ_AT)).toBe(1);
  });

  it('are perhaps on the next page where they lie beyond the last row', () => {
    expect(countArrived([row('9', 5)], page, {}, READ_AT)).toBe(0);
    expect(countArrived([row('9', 5)], { ...page, nextCursor: null }, {}, READ_AT)).toBe(1);
  });

  it('may match words in the search until the next search has looked at them', () => {
    expect(countArrived([row('d', 21)], page, { q: 'siti' }, READ_AT)).toBe(1);
    expect(countArrived([row('d', 21)], page, { q: 'siti' }, 3_000)).toBe(0);
  });

  it('may have come to match at one destination, whatever became of them elsewhere', () => {
    const failing = { destinationId: 'dst_01jd3k5v9x8w7q6r5t4y3u2z1a', delivery: ['failing' as const] };
    expect(countArrived([row('d', 21, { delivery: 'delivered' })], page, failing, READ_AT)).toBe(1);
    expect(countArrived([row('d', 21)], page, failing, 3_000)).toBe(0);
  });
});
