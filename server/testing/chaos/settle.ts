import { checkPayments } from './check-agreement.ts';
import { readLedger } from './evidence.ts';
import { passTime, passTimeOfServers } from './nights.ts';
import { resumeDestination } from './play-round.ts';
import { ask, receiverName, type Stage } from './stage.ts';
import { until } from './until.ts';

/** After it no call of the day can still be under way: what a provider does not know then, it never made. */
const eveningMs = 5 * 60_000;
const dayMs = 24 * 3_600_000;
/** Longer than any payment lives, any settlement takes (the late ones too) and the week after which money is looked for again. */
const finalDaysMs = 10 * dayMs;
/** So often the sweep is given another day to look; the rarest look is one a day. */
const furtherDays = 4;
const patience = { withinMs: 60_000, everyMs: 500 };

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
  // Whether Fazz has made a link can be found out until it would have expired (providers/fazz/links.ts).
  if (!(await isAllCreated(stage))) await passTime(stage, 'asleep', eveningMs);
  await until(() => isAllCreated(stage), patience);
  await passTime(stage, 'awake', finalDaysMs);
  for (let days = 1; days <= furtherDays; days++) {
    await passTimeOfServers(stage, days * dayMs);
    await resumeDestination(stage);
    if (await until(() => isQuiet(stage), patience)) break;
  }
  // Retries go on for hours: none may come while the evidence is gathered.
  for (const provider of ['rem', 'fazz'] as const) control.setCallbackUrl(provider, null);
  await until(() => isQuiet(stage), patience);
}

async function isAllCreated(stage: Stage): Promise<boolean> {
  const { environment } = stage.server;
  const params = { path: { environment }, query: { status: ['creating' as const] } };
  const { data } = await ask(stage, 0, (client) => client.GET('/api/{environment}/payments', { params }));
  return data?.items.length === 0;
}

/** Whether no callback is on its way and nothing is left to do: the checks, which come next, find the same. */
async function isQuiet(stage: Stage): Promise<boolean> {
  const { destinationId, server } = stage;
  const { environment } = server;
  const { control } = server.twin;
  const isDue = (at: string | null) => at !== null && new Date(at) <= control.now();
  if (control.deliveries({ state: 'pending' }).some(({ nextAttemptAt }) => isDue(nextAttemptAt))) return false;
  const params = { path: { environment } };
  const unread = { params: { ...params, query: { state: ['received' as const] } } };
  const received = await ask(stage, 0, (client) => client.GET('/api/{environment}/callbacks', unread));
  if (received.data?.items.length !== 0) return false;
  const { data } = await ask(stage, 0, (client) => client.GET('/api/{environment}/destinations', { params }));
  const waiting = data?.items.find(({ id }) => id === destinationId)?.waitingCount;
  if (waiting !== 0) return false;
  return checkPayments({ payments: await readLedger(stage), charges: control.links() }).length === 0;
}
