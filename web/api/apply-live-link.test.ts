import { describe, expect, it } from 'vitest';
import { withRow } from './apply-live-link.ts';
import type { LinkPage, LinkRow } from './links.ts';

const row = (id: string, version: number, status: LinkRow['status'] = 'open') => ({ id, version, status }) as LinkRow;
const page: LinkPage = { items: [row('a', 2), row('b', 3), row('c', 1)], nextCursor: null, previousCursor: null };

describe('A row that changed live', () => {
  it('is renewed in its place; all others are the very same', () => {
    const paid = row('b', 4, 'paid');
    const next = withRow(page, paid);
    expect(next.items).toEqual([page.items[0], paid, page.items[2]]);
    expect(next.items[0]).toBe(page.items[0]);
  });

  it('never goes back to an older version, and a repetition changes nothing', () => {
    expect(withRow(page, row('b', 2, 'creating'))).toBe(page);
    expect(withRow(page, row('b', 3))).toBe(page);
  });

  it('that the page does not hold is not added: nothing jumps', () => {
    expect(withRow(page, row('d', 1))).toBe(page);
  });
});
