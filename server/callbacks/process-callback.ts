import type { components } from '../../openapi/generated/console.ts';
import { recordAction } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { problem } from '../http/problems.ts';
import { type StoredCallback, takeCallback } from './callbacks.sql.ts';
import type { CallbackRequest } from './get-callback.ts';
import { type GetCallbackDeps, getCallback, noSuchCallback } from './get-callback.ts';
import { type Outcome, parkFailed, type ReadingDeps, readIntoLedger } from './read-into-ledger.ts';

/**
 * Reads a parked callback again, after a fix or an import; it may stay parked, with a new reason. Throws not-found, and
 * action-not-allowed when it is not parked.
 */
export async function processCallback(
  deps: ReadingDeps & GetCallbackDeps,
  actor: Actor,
  request: CallbackRequest,
): Promise<components['schemas']['Callback']> {
  const inHand: StoredCallback[] = [];
  try {
    const outcome = await deps.db.tx(async (tx) => {
      const callback = await takeCallback(tx, request.environment, request.callbackId);
      if (!callback) throw noSuchCallback();
      if (callback.state !== 'parked') throw isNotParked();
      inHand.push(callback);
      const read = await readIntoLedger(tx, deps, callback);
      await record(deps, actor, request, read, tx);
      return read;
    });
    if (outcome.isClaim) deps.confirmer.nudge();
  } catch (error) {
    const failed = inHand.at(-1);
    if (!failed) throw error;
    deps.log.error({ err: error, callbackId: failed.id }, 'a parked callback could not be processed');
    await record(deps, actor, request, await parkFailed(deps, failed, error), deps.db);
  }
  return getCallback(deps, actor, request);
}

const isNotParked = () =>
  problem('action-not-allowed', {
    detail: 'The callback is not parked: it has been read, or is about to be. Nothing was done.',
    reason: 'not_parked',
  });

/** "refused": it is parked still, and why. */
async function record(
  { clock }: ReadingDeps,
  actor: Actor,
  { environment, callbackId }: CallbackRequest,
  { paymentId, parkedReason }: Outcome,
  tx: ReadingDeps['db'],
): Promise<void> {
  const outcome = parkedReason === null ? 'done' : 'refused';
  const detail = { callbackId, message: parkedReason };
  await recordAction(tx, actor, { action: 'processCallback', environment, paymentId, outcome, detail, at: clock() });
}
