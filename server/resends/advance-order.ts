import type { Db } from '../db/db.ts';
import { auditResults, finishOrder } from './finish-order.ts';
import type { AdvanceDeps } from './resend-deps.ts';
import { hasOpenItems } from './resend-items.sql.ts';
import type { ResendOrder } from './resend-order.ts';
import { extendClaim, giveClaimBack, lockOrder, writeStand } from './resend-orders.sql.ts';
import { type Sent, sendItem } from './send-item.ts';
import { type Batch, takeBatch } from './take-batch.ts';

/** How soon another replica takes over from one that was killed; a living one renews its claim. */
const leaseMs = 30_000;

/** How long an order rests when its provider cannot be asked, one time after the other; once more, and it is paused. */
const restsMs = [5_000, 15_000, 60_000, 300_000, 900_000];
const longestRestMs = 3_600_000;

/**
 * Sends what is due of one order, a second's worth at most, side by side. Resolves to how many items had their turn, 0 when
 * none is due. At a kill each of them is done, or unknown to the next.
 */
export async function advanceOrder(deps: AdvanceDeps, orderId: string): Promise<number> {
  const at = deps.clock();
  const until = new Date(at.getTime() + leaseMs);
  const batch = await deps.db.tx((tx) => takeBatch(tx, deps, { orderId, at, until }));
  if (!batch) return 0;
  if (batch.items.length > 0) await sendBatch(deps, batch);
  return batch.items.length + batch.unsentCount;
}

async function sendBatch(deps: AdvanceDeps, { order, items }: Batch): Promise<void> {
  const stopRenewing = renewClaim(deps, order);
  try {
    const settled = await Promise.allSettled(items.map((item) => sendItem(deps, order.id, item)));
    const failed = settled.find((one) => one.status === 'rejected');
    // The claim is left to lapse: then what has no result is found, and counts as unknown.
    if (failed) throw failed.reason;
    const sent = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    await deps.db.tx((tx) => closeBatch(tx, deps, order, sent));
  } finally {
    stopRenewing();
  }
}

/** Gives the claim back and says how the order goes on, unless somebody has paused or cancelled it meanwhile. */
async function closeBatch(tx: Db, { clock, log }: AdvanceDeps, claimed: ResendOrder, sent: Sent[]): Promise<void> {
  const order = await lockOrder(tx, claimed.id);
  if (!order || order.claim !== claimed.claim) return;
  const at = clock();
  await giveClaimBack(tx, order.id);
  if (order.endedAt !== null) return auditResults(tx, order.id);
  const refusal = sent.find((one) => one.kind === 'refused');
  const refusals = sent.some((one) => one.kind === 'ended') ? 0 : order.refusals;
  if (refusal) return rest(tx, log, { ...order, refusals }, refusal, at);
  const stage = order.stage === 'canary' ? 'canary_done' : order.stage;
  // A person's pause keeps what it says.
  const problem = order.pausedAt === null ? null : order.problem;
  await writeStand(tx, { ...order, stage, refusals: 0, problem });
  if (!(await hasOpenItems(tx, order.id))) await finishOrder(tx, order.id, { endedAs: 'done', problem: null }, at);
}

/** The provider could not be asked, so that nothing was sent: the order waits, longer each time, and is paused in the end. */
async function rest(
  tx: Db,
  log: AdvanceDeps['log'],
  order: ResendOrder,
  { problem, retryAfterMs }: Extract<Sent, { kind: 'refused' }>,
  at: Date,
): Promise<void> {
  const refusals = order.refusals + 1;
  const restMs = restsMs[order.refusals];
  if (restMs === undefined && order.pausedAt === null) {
    log.warn({ orderId: order.id }, 'an order to resend is paused: its provider cannot be reached');
    return writeStand(tx, { ...order, refusals, problem, pausedAt: at, pausedReason: 'provider_unavailable' });
  }
  const askedForMs = Math.min(retryAfterMs ?? 0, longestRestMs);
  const nextAt = new Date(at.getTime() + Math.max(restMs ?? 0, askedForMs));
  return writeStand(tx, { ...order, refusals, problem, nextAt });
}

/** A provider may take two minutes to answer. That a renewal fails is no harm: another replica may then take over. */
function renewClaim({ db, clock }: AdvanceDeps, order: ResendOrder): () => void {
  const renew = () => extendClaim(db, order, new Date(clock().getTime() + leaseMs)).catch(() => undefined);
  const timer = setInterval(renew, leaseMs / 3);
  return () => clearInterval(timer);
}
