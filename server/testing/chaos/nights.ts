import type { Night } from './plan.ts';
import { count, type Stage } from './stage.ts';

/**
 * So much time passes, for the twin and for the servers: payments expire and settle. Servers that are asleep miss all
 * callbacks of it; those that are awake have their clocks ahead of the twin's while it catches up.
 */
export async function passTime(stage: Stage, night: Night, byMs: number): Promise<void> {
  count(stage, `times passed ${night}`);
  if (night === 'asleep') {
    await killAll(stage);
    await advanceTwin(stage, byMs);
    await startAll(stage, twinAheadMs(stage));
  } else {
    const aheadMs = twinAheadMs(stage) + byMs;
    await killAll(stage);
    await startAll(stage, aheadMs);
    await advanceTwin(stage, aheadMs - twinAheadMs(stage));
  }
}

/** The servers sleep once more; the twin's time does not pass. */
export async function passTimeOfServers(stage: Stage, aheadOfTwinMs: number): Promise<void> {
  await killAll(stage);
  await startAll(stage, twinAheadMs(stage) + aheadOfTwinMs);
}

const twinAheadMs = ({ server }: Stage): number => server.twin.control.now().getTime() - Date.now();

/** Exactly so far, whatever its work takes of real time. */
async function advanceTwin(stage: Stage, byMs: number): Promise<void> {
  const target = twinAheadMs(stage) + byMs;
  for (let left = byMs; left > 0; left = target - twinAheadMs(stage)) await stage.server.twin.control.advance(left);
}

async function killAll(stage: Stage): Promise<void> {
  const { replicas } = stage.server;
  await Promise.all(stage.underWay);
  await Promise.all(replicas.map((replica) => replica.killNine()));
  count(stage, 'kills', replicas.length);
}

async function startAll({ server }: Stage, aheadMs: number): Promise<void> {
  server.setClockAhead(aheadMs);
  await Promise.all(server.replicas.map((replica) => replica.restart()));
  await server.signIn();
}
