import { createLanedWorker } from '../jobs/laned-worker.ts';
import { within } from '../jobs/running-calls.ts';
import type { Worker } from '../jobs/worker.ts';
import { attemptDelivery, type SendDeps, timeoutMs } from './attempt-delivery.ts';
import { type ClaimedDelivery, claimDue, releaseJudged } from './deliveries.sql.ts';
import type { Destination } from './destination.ts';
import { destinationsWithDue, lockDestination } from './destinations.sql.ts';

/** For callbacks that another replica has read, and attempts that fall due. */
const everyMs = 1_000;
/** Callbacks of different payments under way to one destination, from one replica. */
const mostAtOnce = 8;
/** How soon another replica sends what a killed one had in hand: after the attempt has ended for certain. */
const leaseMs = 3 * timeoutMs;

/** The worker that sends callbacks on: each destination has a lane, in which payments go side by side, each in order. */
export function createDeliveriesWorker(deps: SendDeps): Worker {
  return createLanedWorker({
    name: 'deliver-callbacks',
    everyMs,
    log: deps.log,
    async dueLanes() {
      const at = deps.clock();
      await releaseJudged(deps.db, at);
      return destinationsWithDue(deps.db, at);
    },
    workOn: (destinationId, isHeld) => emptyQueue(deps, destinationId, isHeld),
  });
}

/** Sends until nothing is due, with a new one on its way as soon as one has ended, or falls due while another is slow. */
async function emptyQueue(deps: SendDeps, destinationId: string, isHeld: () => boolean): Promise<number> {
  const underWay = new Set<Promise<void>>();
  let done = 0;

  async function send(destination: Destination, delivery: ClaimedDelivery): Promise<void> {
    try {
      await attemptDelivery(deps, destination, delivery);
      done += 1;
    } catch (error) {
      deps.log.error({ err: error, destinationId }, 'an attempt could not be written down; it is made again');
    }
  }

  try {
    for (;;) {
      const isFull = underWay.size === mostAtOnce;
      const claimed = isHeld() || isFull ? null : await claim(deps, destinationId, mostAtOnce - underWay.size);
      if (claimed)
        for (const delivery of claimed.deliveries) {
          const sending = send(claimed.destination, delivery).finally(() => underWay.delete(sending));
          underWay.add(sending);
        }
      if (underWay.size === 0) return done;
      await within(Promise.race(underWay), everyMs);
    }
  } finally {
    await Promise.all(underWay);
  }
}

interface Claimed {
  destination: Destination;
  deliveries: ClaimedDelivery[];
}

/** What may be sent to a destination now; null when it is paused or deleted. */
function claim({ db, clock }: SendDeps, destinationId: string, limit: number): Promise<Claimed | null> {
  const at = clock();
  return db.tx(async (tx) => {
    const destination = await lockDestination(tx, destinationId);
    if (!destination || destination.pausedAt !== null) return null;
    const until = new Date(at.getTime() + leaseMs);
    return { destination, deliveries: await claimDue(tx, destinationId, { at, until, limit }) };
  });
}
