import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { applyLiveCallback } from './apply-live-callback.ts';
import type { CallbackPage, CallbackRow } from './callbacks.ts';
import { keys } from './keys.ts';

const row = (id: string, state: CallbackRow['state']) => ({ id, state }) as CallbackRow;
const pageOf = (...items: CallbackRow[]): CallbackPage => ({ items, nextCursor: null, previousCursor: null });
const key = keys.callbackPage('sandbox', {});

it('a callback that changed live is renewed in its place; one that the page does not hold is not added', () => {
  const queryClient = new QueryClient();
  const page = pageOf(row('2', 'received'), row('1', 'received'));
  queryClient.setQueryData(key, page);
  applyLiveCallback(queryClient, 'sandbox', row('1', 'parked'));
  applyLiveCallback(queryClient, 'sandbox', row('9', 'parked'));
  expect(queryClient.getQueryData(key)).toEqual(pageOf(row('2', 'received'), row('1', 'parked')));
});

it('a page that was under way when a callback changed does not take the change back', async () => {
  const queryClient = new QueryClient();
  let answer: (page: CallbackPage) => void = () => undefined;
  const answered = new Promise<CallbackPage>((resolve) => {
    answer = resolve;
  });
  queryClient.setQueryData(key, pageOf(row('1', 'received')));
  const underWay = queryClient.fetchQuery({ queryKey: key, queryFn: () => answered });
  applyLiveCallback(queryClient, 'sandbox', row('1', 'parked'));
  applyLiveCallback(queryClient, 'sandbox', row('1', 'processed'));
  answer(pageOf(row('2', 'received'), row('1', 'received')));
  await underWay;
  expect(queryClient.getQueryData(key)).toEqual(pageOf(row('2', 'received'), row('1', 'processed')));
});
