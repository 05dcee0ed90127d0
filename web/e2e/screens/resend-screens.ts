import type { Page } from 'playwright-core';
import type { ResendItem, ResendOrder, ResendPreview } from '../../api/resends.ts';
import { paths } from '../../app/paths.ts';
import { button, heading, type Screen, type Stage } from './screen.ts';
import { destinationsInEveryState } from './shown-destinations.ts';

const [orderSystem] = destinationsInEveryState;
const id = (number: number) => `rso_${number.toString().padStart(26, '0')}`;

const ordered: ResendOrder = {
  id: id(1),
  paymentFilter: { status: ['paid'], provider: ['rem'], createdFrom: '2026-11-13', createdTo: '2026-11-20' },
  callbackFilter: null,
  via: 'destination',
  destinationId: orderSystem?.id ?? null,
  perMinute: 600,
  state: 'canary_done',
  pausedReason: null,
  problem: null,
  count: 4812,
  doneCount: 1,
  failedCount: 0,
  unknownCount: 0,
  skippedCount: 14,
  cancelledCount: 0,
  orderedBy: 'Rani Wijaya',
  createdAt: '2026-11-20T07:02:09.000Z',
  endedAt: null,
};

/** The same order, further on. */
const running: ResendOrder = { ...ordered, state: 'running', doneCount: 2310, failedCount: 3 };
const paused: ResendOrder = {
  ...running,
  state: 'paused',
  pausedReason: 'destination_paused',
  problem: 'Order system is paused: it kept failing.',
};
const done: ResendOrder = {
  ...running,
  state: 'done',
  doneCount: 4790,
  failedCount: 7,
  unknownCount: 1,
  endedAt: '2026-11-20T07:10:14.000Z',
};
const byProvider: ResendOrder = {
  ...ordered,
  id: id(2),
  paymentFilter: {},
  via: 'provider',
  destinationId: null,
  perMinute: 60,
  state: 'cancelled',
  count: 38,
  doneCount: 12,
  skippedCount: 9,
  cancelledCount: 17,
  orderedBy: 'Bima Saputra',
  endedAt: '2026-11-18T03:22:40.000Z',
};

/** Of callbacks themselves. */
const ofCallbacks: ResendOrder = {
  ...done,
  id: id(5),
  paymentFilter: null,
  callbackFilter: { delivery: ['failing'], destinationId: orderSystem?.id ?? '', receivedFrom: '2026-11-20' },
  count: 212,
  doneCount: 211,
  failedCount: 1,
  skippedCount: 0,
  unknownCount: 0,
};

const outcomes: Pick<ResendItem, 'outcome' | 'detail'>[] = [
  { outcome: 'done', detail: null },
  { outcome: 'failed', detail: 'HTTP 503: the order system is being maintained until 15:00 WIB' },
  { outcome: 'skipped', detail: 'no_callback_yet' },
  { outcome: 'unknown', detail: null },
  { outcome: 'done', detail: null },
];

/** Items of an order: the first so many have their outcome, and perhaps the next is on its way. */
const itemsOf = (count: number, endedCount: number, isSending = false): ResendItem[] =>
  Array.from({ length: count }, (_, index) => {
    const isEnded = index < endedCount;
    return {
      number: index + 1,
      paymentId: `pay_${index.toString().padStart(26, '0')}`,
      callbackId: null,
      reference: `INV20261120${1040 + index}`,
      ...((isEnded && outcomes[index % outcomes.length]) || {
        outcome: isSending && index === endedCount ? 'sending' : 'waiting',
        detail: null,
      }),
      at: isEnded ? new Date(Date.parse(ordered.createdAt) + index * 1000).toISOString() : null,
    };
  });

/** Orders in states that last a moment, or that take thousands of payments. */
async function withOrders(page: Page, orders: ResendOrder[], items: ResendItem[]) {
  await page.route('**/api/sandbox/destinations', (route) =>
    route.fulfill({ json: { items: destinationsInEveryState } }),
  );
  await page.route('**/api/sandbox/resend-orders**', (route) =>
    route.fulfill({ json: { items: orders, nextCursor: 'c2', previousCursor: null } }),
  );
  await page.route(`**/api/sandbox/resend-orders/${id(1)}`, (route) => route.fulfill({ json: orders[0] }));
  await page.route(`**/api/sandbox/resend-orders/${id(1)}/items**`, (route) =>
    route.fulfill({ json: { items, nextCursor: items.length > 10 ? 'c2' : null, previousCursor: null } }),
  );
}

/** What an order would send, of thousands too. */
async function withPreview(page: Page, preview: ResendPreview) {
  await page.route('**/api/sandbox/destinations', (route) =>
    route.fulfill({ json: { items: destinationsInEveryState } }),
  );
  await page.route('**/api/sandbox/resend-previews', (route) => route.fulfill({ json: preview }));
}

async function showOrder({ go, page, words }: Stage, order: ResendOrder, items: ResendItem[]) {
  await withOrders(page, [order], items);
  await go(paths.resend('sandbox', order.id));
  await heading(page, words.resends.items.title).waitFor();
  await page.getByRole('row').nth(1).waitFor();
}

/** Sending the callbacks of many payments again: the new order, one in each of its states, and all of them. */
export const resendScreens: Screen[] = [
  {
    name: 'new-resend',
    viewer: 'finance',
    async show({ go, page, words }) {
      await withPreview(page, {
        count: 4798,
        isTooMany: false,
        durationSeconds: 480,
        skipped: [
          { reason: 'no_callback_yet', count: 11 },
          { reason: 'not_offered', count: 3 },
        ],
      });
      await go(paths.newResend('sandbox', '?status=paid&provider=rem&createdFrom=2026-11-13&createdTo=2026-11-20'));
      await page.getByRole('radio', { name: words.resends.create.destination }).check();
      await page.getByRole('radio', { name: 'Order system' }).check();
      await page.getByText(words.resends.create.count(4798, words.resends.duration(480))).waitFor();
      await page.getByText(words.resends.create.counting, { exact: true }).waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'new-resend-of-callbacks',
    viewer: 'finance',
    async show({ go, page, words }) {
      const skipped: ResendPreview['skipped'] = [{ reason: 'being_delivered', count: 9 }];
      await withPreview(page, { count: 212, isTooMany: false, durationSeconds: 212, skipped });
      await go(paths.newResendOfCallbacks('sandbox', `?delivery=failing&destinationId=${orderSystem?.id}`));
      await page.getByText(words.resends.create.count(212, words.resends.duration(212))).waitFor();
      await page.getByText(words.resends.create.counting, { exact: true }).waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'resend-canary-done',
    viewer: 'finance',
    async show(stage) {
      await showOrder(stage, ordered, itemsOf(8, 1));
      await button(stage.page, stage.words.resends.steps.continue(4797, stage.words.resends.duration(480))).waitFor();
    },
  },
  { name: 'resend-running', viewer: 'finance', show: (stage) => showOrder(stage, running, itemsOf(12, 6, true)) },
  {
    name: 'resend-stop-dialog',
    viewer: 'finance',
    async show(stage) {
      await showOrder(stage, running, itemsOf(12, 6, true));
      await button(stage.page, stage.words.resends.steps.cancel).click();
      await heading(stage.page, stage.words.resends.steps.stopping.title).waitFor();
    },
  },
  { name: 'resend-paused', viewer: 'finance', show: (stage) => showOrder(stage, paused, itemsOf(8, 5)) },
  { name: 'resend-done', viewer: 'finance', show: (stage) => showOrder(stage, done, itemsOf(12, 12)) },
  {
    name: 'resends',
    viewer: 'finance',
    async show({ go, page, words }) {
      await withOrders(page, [running, { ...paused, id: id(3) }, { ...done, id: id(4) }, ofCallbacks, byProvider], []);
      await go(paths.resends('sandbox'));
      await page.getByText(words.resends.states.running, { exact: true }).waitFor();
    },
  },
];
