import type { Db } from '../db/db.ts';
import type { Destination } from '../destinations/destination.ts';
import {
  lockForResend,
  type ResentDelivery,
  releaseTaken,
  takeForResend,
} from '../destinations/resend-to-destination.ts';
import { findPayments } from '../payments/find-payment.ts';
import type { Payment } from '../payments/payment.ts';
import type { Accounts } from '../providers/accounts.ts';
import { auditResults, finishOrder } from './finish-order.ts';
import { allowance, dueAfter } from './pace.ts';
import type { ResendDeps } from './resend-deps.ts';
import {
  hasOpenItems,
  markSending,
  putOff,
  selectNextTurn,
  selectWaiting,
  type Turn,
  writeResult,
} from './resend-items.sql.ts';
import type { ResendOrder } from './resend-order.ts';
import { giveClaimBack, lockOrder, writeClaim, writeStand } from './resend-orders.sql.ts';
import { type Reason, whyNotByProvider } from './resendable.ts';

/** One item that may be sent, from now on by whoever has taken it alone. */
export type TakenItem = { number: number } & (
  | { via: 'provider'; payment: Payment }
  | { via: 'destination'; destination: Destination; delivery: ResentDelivery }
);

export interface Batch {
  order: ResendOrder;
  /** To be sent; empty when all that had their turn were skipped or put off. */
  items: TakenItem[];
  /** How many had their turn and are not sent now. */
  unsentCount: number;
}

interface Take {
  orderId: string;
  at: Date;
  /** Until when nobody else takes anything of this order. */
  until: Date;
}

/**
 * Takes the items of an order whose turn it is and marks them as `sending`: once this is committed they may have been sent,
 * and are never sent again. What a killed server left so is unknown from now on. Null when nothing is to be sent now. Locks the
 * order, then its destination.
 */
export async function takeBatch(tx: Db, { accounts }: Pick<ResendDeps, 'accounts'>, take: Take): Promise<Batch | null> {
  const found = await lockOrder(tx, take.orderId);
  if (!found || (found.claimedUntil !== null && found.claimedUntil > take.at)) return null;
  const order = found.claimedUntil === null ? found : await recover(tx, found, take.at);
  const isOpen = order.stage !== 'canary_done' && order.pausedAt === null && order.endedAt === null;
  if (!isOpen || order.nextAt > take.at) return null;
  const destination = order.destinationId === null ? null : await openDestination(tx, order, take.at);
  if (destination === 'held') return null;

  const pace = allowance(order.perMinute, order.nextAt, take.at);
  const turns = await selectWaiting(tx, order.id, { at: take.at, limit: order.stage === 'canary' ? 1 : pace.count });
  if (turns.length === 0) {
    const nextAt = await selectNextTurn(tx, order.id);
    if (nextAt) await writeStand(tx, { ...order, nextAt });
    else await finishOrder(tx, order.id, { endedAs: 'done', problem: null }, take.at);
    return null;
  }
  const judged = destination
    ? await takeDeliveries(tx, accounts, turns, destination, take)
    : await takePayments(tx, turns, (payment) => whyNotByProvider(accounts, order.environment, payment));
  for (const { number, reason } of judged.left)
    await writeResult(tx, order.id, { from: 'waiting', number, result: 'skipped', detail: reason, at: take.at });
  for (const { number, notBefore } of judged.later) await putOff(tx, order.id, number, notBefore);
  if (judged.items.length > 0) {
    await markSending(
      tx,
      order.id,
      judged.items.map(({ number }) => number),
      take.at,
    );
    await writeStand(tx, { ...order, nextAt: dueAfter(pace, judged.items.length) });
    await writeClaim(tx, order.id, take.until);
  }
  const unsentCount = judged.left.length + judged.later.length;
  return { order: { ...order, claim: order.claim + 1 }, items: judged.items, unsentCount };
}

/** The sender before us stopped in the middle: nobody knows what became of what it was sending. */
async function recover(tx: Db, order: ResendOrder, at: Date): Promise<ResendOrder> {
  const detail = 'the server stopped while it was being sent';
  const lost = await writeResult(tx, order.id, { from: 'sending', number: null, result: 'unknown', detail, at });
  await releaseTaken(tx, order.id);
  await giveClaimBack(tx, order.id);
  const stage = order.stage === 'canary' && lost > 0 ? 'canary_done' : order.stage;
  if (stage !== order.stage) await writeStand(tx, { ...order, stage });
  if (order.endedAt !== null) await auditResults(tx, order.id);
  else if (!(await hasOpenItems(tx, order.id))) await finishOrder(tx, order.id, { endedAs: 'done', problem: null }, at);
  return (await lockOrder(tx, order.id)) ?? order;
}

/** The destination that an order sends to; when it takes nothing any more the order is paused with it, or ends. */
async function openDestination(tx: Db, order: ResendOrder, at: Date): Promise<Destination | 'held'> {
  const destination = order.destinationId === null ? null : await lockForResend(tx, order.destinationId);
  if (!destination) {
    await finishOrder(tx, order.id, { endedAs: 'cancelled', problem: 'The destination was deleted.' }, at);
    return 'held';
  }
  if (destination.pausedAt === null) return destination;
  const problem = 'The destination is paused. Resume it, and then the order.';
  await writeStand(tx, { ...order, pausedAt: at, pausedReason: 'destination_paused', problem });
  return 'held';
}

interface Judged {
  items: TakenItem[];
  left: { number: number; reason: Reason }[];
  later: { number: number; notBefore: Date }[];
}

async function takeDeliveries(
  tx: Db,
  accounts: Accounts,
  turns: Turn[],
  destination: Destination,
  take: Take,
): Promise<Judged> {
  const judged: Judged = { items: [], left: [], later: [] };
  for (const { number, ...what } of turns) {
    const taken = await takeForResend(tx, accounts, destination, { ...take, ...what });
    if (taken.kind === 'left') judged.left.push({ number, reason: taken.reason });
    if (taken.kind === 'later') judged.later.push({ number, notBefore: taken.notBefore });
    if (taken.kind === 'taken')
      judged.items.push({ number, via: 'destination', destination, delivery: taken.delivery });
  }
  return judged;
}

/** What could be sent when the order was made may be deleted by now. */
async function takePayments(tx: Db, turns: Turn[], whyNot: (payment: Payment) => Reason | null): Promise<Judged> {
  const judged: Judged = { items: [], left: [], later: [] };
  const payments = await findPayments(
    tx,
    turns.flatMap(({ paymentId }) => paymentId ?? []),
  );
  for (const { number, paymentId } of turns) {
    const payment = payments.find(({ id }) => id === paymentId);
    if (!payment) throw new Error(`an order holds a payment that is not in the ledger: ${paymentId}`);
    const reason = whyNot(payment);
    if (reason !== null) judged.left.push({ number, reason });
    else judged.items.push({ number, via: 'provider', payment });
  }
  return judged;
}
