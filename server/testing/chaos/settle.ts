import { checkPayments } from './check-agreement.ts';
import { readLedger } from './evidence.ts';
import { passNight, passTimeOfServers } from './nights.ts';
import { resumeDestination } from './play-round.ts';
import { ask, receiverName, type Stage } from './stage.ts';
import { until } from './until.ts';

const dayMs = 24 * 3_600_000;
/** Longer than any payment lives and any settlement takes, the late ones of a scenario included. */
const finalDaysMs = 6 * dayMs;
/** So often the sweep is given another day to look; the rarest look is one a day. */
const furtherDays = 4;
const patience = { withinMs: 15_000, everyMs: 500 };

/**
 * All faults end, and everything is left to settle by itself: time passes until nothing is expected any more, and the
 * servers' own workers find out what they missed. Nobody refreshes anything.
 */
export async function settleAll(stage: Stage): Promise<void> {
  const { control } = stage.server.twin;
  control.disarm();
  control.configure({ settleAfterMs: 'next-day-15:00', remRetries: true });
  control.receivers.change(receiverName, { answer: 'ok', percent: 100, remaining: null, delayMs: 0 });
  await resumeDestination(stage);
  await passNight(stage, 'awake', finalDaysMs);
  for (let days = 1; days <= furtherDays; days++) {
    await passTimeOfServers(stage, days * dayMs);
    await resumeDestination(stage);
    if (await until(() => isQuiet(stage), patience)) return;
  }
}

/** Whether nothing is left to do: the checks, which come next, find the same. */
async function isQuiet(stage: Stage): Promise<boolean> {
  const { destinationId, server } = stage;
  const { environment } = server;
  const params = { path: { environment } };
  const { data } = await ask(stage, 0, (client) => client.GET('/api/{environment}/destinations', { params }));
  const waiting = data?.items.find(({ id }) => id === destinationId)?.waitingCount;
  if (waiting !== 0) return false;
  return checkPayments({ payments: await readLedger(stage), charges: server.twin.control.links() }).length === 0;
}
