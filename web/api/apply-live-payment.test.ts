import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { applyLivePayment, withRow } from './apply-live-payment.ts';
import { keys } from './keys.ts';
import type { PaymentPage, PaymentRow } from './payments.ts';

const row = (id: string, version: number, status: PaymentRow['status'] = 'open') =>
  ({ id, version, status }) as PaymentRow;
const page: PaymentPage = { items: [row('a', 2), row('b', 3), row('c', 1)], nextCursor: null, previousCursor: null };

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

  it.each([row('b', 4), row('d', 1)])('leaves a page that waits to be read again waiting: %j', async (arrived) => {
    const queryClient = new QueryClient();
    const key = keys.paymentPage('sandbox', {});
    queryClient.setQueryData(key, page);
    await queryClient.invalidateQueries({ queryKey: keys.paymentPages('sandbox') });
    applyLivePayment(queryClient, 'sandbox', arrived);
    const again = { ...page, items: [row('e', 1)] };
    expect(await queryClient.fetchQuery({ queryKey: key, queryFn: () => again, staleTime: 60_000 })).toEqual(again);
  });

  it('leaves a page that was read just now as fresh as it was', async () => {
    const queryClient = new QueryClient();
    const key = keys.paymentPage('sandbox', {});
    queryClient.setQueryData(key, page);
    applyLivePayment(queryClient, 'sandbox', row('b', 4, 'paid'));
    const shown = await queryClient.fetchQuery({ queryKey: key, queryFn: () => page, staleTime: 60_000 });
    expect(shown.items[1]).toEqual(row('b', 4, 'paid'));
  });
});
