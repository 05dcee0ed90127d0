import type { Db } from '../db/db.ts';
import { resendOnce } from '../destinations/resend-to-destination.ts';
import { providerTitles } from '../kinds/provider-problem.ts';
import { handleOf, observeRead } from '../kinds/read-at-provider.ts';
import type { Absent, Answer, ProviderFailure } from '../providers/provider.ts';
import type { AdvanceDeps } from './resend-deps.ts';
import { putBack, type Result, writeResult } from './resend-items.sql.ts';
import { lockOrder } from './resend-orders.sql.ts';
import type { TakenItem } from './take-batch.ts';

/** What came of an item: it has its result, or its provider was not reached and it has its turn again. */
export type Sent = { kind: 'ended' } | { kind: 'refused'; problem: string; retryAfterMs: number | null };

/**
 * Sends one item and writes its result, whatever became of the order meanwhile. Throws when that could not be written: then
 * it is unknown.
 */
export function sendItem(deps: AdvanceDeps, orderId: string, item: TakenItem): Promise<Sent> {
  return item.via === 'provider' ? askProvider(deps, orderId, item) : sendToDestination(deps, orderId, item);
}

async function sendToDestination(
  deps: AdvanceDeps,
  orderId: string,
  { number, destination, delivery }: TakenItem & { via: 'destination' },
): Promise<Sent> {
  await resendOnce(deps, destination, delivery, ({ answered, isTaken }, write) =>
    deps.db.tx(async (tx) => {
      await lockOrder(tx, orderId);
      const detail = answered.status === null ? answered.error : `HTTP ${answered.status}`;
      const result = isTaken ? 'done' : 'failed';
      await writeResult(tx, orderId, { from: 'sending', number, result, detail, at: deps.clock() });
      await write(tx);
    }),
  );
  return { kind: 'ended' };
}

/** The same call states the status, which is kept as a read (resend-payment-callback.ts). */
async function askProvider(
  { db, accounts, clock, calls }: AdvanceDeps,
  orderId: string,
  { number, payment }: TakenItem & { via: 'provider' },
): Promise<Sent> {
  const resend = accounts.get(payment.environment, payment.provider)?.ports[payment.kind]?.resendCallback;
  if (!resend) throw new Error('an order sends by a provider that has no call for it');
  const askedAt = clock();
  const answer = await calls.track(resend(handleOf(payment)));
  const refused = answer.kind === 'unavailable';
  await db.tx(async (tx) => {
    const order = await lockOrder(tx, orderId);
    const at = clock();
    if (refused) return leaveUnsent(tx, orderId, { number, isEnded: order?.endedAt !== null, at });
    await writeResult(tx, orderId, { from: 'sending', number, ...resultOf(payment.provider, answer), at });
    await observeRead(tx, payment, answer, { askedAt, at });
  });
  if (!refused) return { kind: 'ended' };
  const problem = `${providerTitles[payment.provider]} could not be asked: ${answer.message}`;
  return { kind: 'refused', problem, retryAfterMs: answer.retryAfterMs };
}

/** Nothing was sent. Has its turn again, unless the order was cancelled meanwhile. */
async function leaveUnsent(
  tx: Db,
  orderId: string,
  { number, isEnded, at }: { number: number; isEnded: boolean; at: Date },
): Promise<void> {
  if (!isEnded) return putBack(tx, orderId, number);
  await writeResult(tx, orderId, { from: 'sending', number, result: 'cancelled', detail: null, at });
}

type Decided = Exclude<Answer | Absent | ProviderFailure, { kind: 'unavailable' }>;

function resultOf(
  provider: keyof typeof providerTitles,
  answer: Decided,
): { result: Extract<Result, 'done' | 'failed' | 'unknown'>; detail: string | null } {
  switch (answer.kind) {
    case 'answer':
      return { result: 'done', detail: null };
    case 'absent':
      return { result: 'failed', detail: `${providerTitles[provider]} says that it knows no such payment` };
    case 'declined':
      return { result: 'failed', detail: answer.message };
    // It was asked, and whether it did it nobody knows.
    case 'unreadable':
    case 'unknown_outcome':
      return { result: 'unknown', detail: answer.message };
  }
}
