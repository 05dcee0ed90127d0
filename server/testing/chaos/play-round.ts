import { isOfStaff } from './actions.ts';
import { killReplica } from './kills.ts';
import { passTime } from './nights.ts';
import type { Kill, Round } from './plan.ts';
import { ask, count, receiverName, type Stage } from './stage.ts';
import { actAsCustomer, actAsStaff, findCharge } from './traffic.ts';
import { until } from './until.ts';

const staffCount = 4;
const customerCount = 3;
const nightMs = 26 * 3_600_000;

/**
 * Plays a round to its end: all its actions are done, and all servers that were killed take requests again. Customers do not
 * wait for our servers: they pay what they see at the provider while those are away.
 */
export async function playRound(stage: Stage, round: Round): Promise<void> {
  await prepare(stage, round);
  const ofStaff = round.actions.filter(isOfStaff);
  const ofCustomers = round.actions.filter((action) => !isOfStaff(action));
  const killings: Promise<void>[] = [];
  const begun = { staff: 0, customers: 0 };
  let isStaffDone = false;
  const begin = (whose: Kill['whose']) => {
    begun[whose] += 1;
    const due = round.kills.filter((kill) => kill.whose === whose && kill.afterActions === begun[whose]);
    for (const kill of due) killings.push(killReplica(stage, kill));
  };
  const working = together(staffCount, ofStaff, async (action) => {
    begin('staff');
    await actAsStaff(stage, action);
  }).finally(() => {
    isStaffDone = true;
  });
  const buying = together(customerCount, ofCustomers, async (action) => {
    await until(() => isStaffDone || findCharge(stage, action.order) !== undefined, { withinMs: 60_000, everyMs: 5 });
    begin('customers');
    actAsCustomer(stage, action);
  });
  await Promise.all([working, buying]);
  await Promise.all(killings);
  if (round.night) await passTime(stage, round.night, nightMs);
}

/** So many take the next of a list and do it, until it is empty. */
async function together<Item>(count: number, items: readonly Item[], does: (item: Item) => Promise<void>) {
  const left = items.values();
  async function one() {
    for (const item of left) await does(item);
  }
  await Promise.all(Array.from({ length: count }, one));
}

async function prepare(stage: Stage, { faults, speech, receiver, callbacksTo }: Round): Promise<void> {
  const { server } = stage;
  const { control } = server.twin;
  control.configure(speech);
  for (const provider of ['rem', 'fazz'] as const) {
    const replica = server.replicas[callbacksTo[provider]];
    control.setCallbackUrl(provider, server.callbackUrl(provider, replica));
  }
  for (const fault of faults) {
    control.arm(fault);
    count(stage, `fault: ${fault.scenario}`);
  }
  control.receivers.change(receiverName, receiver);
  if (receiver.answer !== 'ok') count(stage, `fault: receiver says ${receiver.answer}`);
  await resumeDestination(stage);
}

/** An admin resumes the destination when it was paused, because its system said that it is gone or kept failing. */
export async function resumeDestination(stage: Stage): Promise<void> {
  const { destinationId, server } = stage;
  const { environment } = server;
  const list = { params: { path: { environment } } };
  const { data } = await ask(stage, 0, (client) => client.GET('/api/{environment}/destinations', list));
  if (!data?.items.some(({ id, state }) => id === destinationId && state === 'paused')) return;
  const one = { params: { path: { environment, destinationId } } };
  await ask(stage, 0, (client) => client.POST('/api/{environment}/destinations/{destinationId}/resume', one));
  count(stage, 'destination resumed');
}
