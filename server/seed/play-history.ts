import type { components } from '../../openapi/generated/console.ts';
import type { SandboxControl } from '../sandbox/control/control.ts';
import type { ConsoleClient } from './console-client.ts';
import type { SeedClock } from './seed-clock.ts';
import type { PlannedLink, Way } from './seed-plan.ts';

type Link = components['schemas']['Link'];

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export interface Stage {
  client: ConsoleClient;
  control: SandboxControl;
  seedClock: SeedClock;
  /** The server stops: the history ends after the step in hand. */
  stopping: AbortSignal;
}

interface Step {
  at: Date;
  run(): Promise<void>;
}

/**
 * Plays what happened to the planned links, in the order of time: staff act through the product's API, payers and banks
 * through the twin, and the clock of both is at each step where the step is. Ends at the present.
 */
export async function playHistory(stage: Stage, links: readonly PlannedLink[], moreSteps: readonly Step[]) {
  const steps = [...moreSteps, ...settlementHours(links[0]?.createdAt ?? new Date())];
  links.forEach((link, index) => {
    steps.push({ at: link.createdAt, run: async () => void steps.push(...(await begin(stage, link, index))) });
  });
  for (let step = takeFirst(steps); step && step.at < new Date(); step = takeFirst(steps)) {
    if (stage.stopping.aborted) return;
    stage.seedClock.moveTo(step.at);
    await stage.control.advance(0);
    await step.run();
    // Sends the callbacks that the step caused, while it is still that time.
    await stage.control.advance(0);
  }
}

function takeFirst(steps: Step[]): Step | undefined {
  const first = steps.reduce<Step | undefined>((best, step) => (best && best.at <= step.at ? best : step), undefined);
  if (first) steps.splice(steps.indexOf(first), 1);
  return first;
}

/** Both providers settle at 15:00 WIB; the clock stops there each day so that the callbacks arrive at that time. */
function settlementHours(from: Date): Step[] {
  const first = Date.parse(`${from.toISOString().slice(0, 10)}T08:00:01Z`);
  const days = Math.ceil((Date.now() - first) / (24 * hourMs));
  return Array.from({ length: Math.max(0, days) }, (_, day) => ({
    at: new Date(first + day * 24 * hourMs),
    run: async () => {},
  }));
}

/** Creates the link; out: what happens to it later. */
async function begin({ client, control }: Stage, link: PlannedLink, index: number): Promise<Step[]> {
  const { input, fate } = link;
  if (fate === 'unreachable')
    control.arm({ scenario: 'error_429', provider: input.provider, operation: 'createPaymentLink' });
  const created = await client.createLink(input, `seed-link-${index}`);
  return created ? lifeOf({ client, control }, link, created) : [];
}

type Actors = Pick<Stage, 'client' | 'control'>;

function lifeOf({ client, control }: Actors, link: PlannedLink, { id, reference, ...created }: Link): Step[] {
  const { fate, way, paysIdr, note } = link;
  const expiresMs = Date.parse(created.expiresAt ?? '');
  const latestMs = expiresMs - 30 * minuteMs;
  const actsAt = new Date(Math.min(link.createdAt.getTime() + link.delayMs, latestMs));
  const after = (at: Date, ms: number) => new Date(at.getTime() + ms);
  const read = (at: Date): Step => ({ at, run: async () => void (await client.act('refreshLink', id)) });
  const payer = (act: (way: Way | null) => void): Step => ({ at: actsAt, run: async () => withAnyWay(way, act) });
  // Neither provider calls back when a link expires: somebody looks.
  const end = read(new Date(expiresMs + minuteMs));

  switch (fate) {
    case 'paid':
      return [payer((by) => control.pay(reference, { ...by, amountIdr: paysIdr, note }))];
    case 'chosen':
      return [payer((by) => control.choose(reference, by ?? { method: 'va' })), read(after(actsAt, minuteMs)), end];
    case 'processing':
      return [payer((by) => control.process(reference, by ?? {})), read(after(actsAt, minuteMs)), end];
    case 'failed':
      return [payer((by) => control.fail(reference, by ?? {})), read(after(actsAt, minuteMs)), end];
    case 'deleted':
      return [{ at: actsAt, run: async () => void (await client.act('deleteLink', id)) }];
    case 'late':
      return [
        { at: new Date(expiresMs - 2 * hourMs), run: async () => void control.choose(reference, { method: 'va' }) },
        end,
        { at: new Date(expiresMs + 3 * hourMs), run: async () => void control.pay(reference, { late: true }) },
      ];
    case 'left':
    case 'unreachable':
      return [end];
  }
}

/** Not every way takes every amount; then the payer takes the first that does. */
function withAnyWay(way: Way, act: (way: Way | null) => void): void {
  try {
    act(way);
  } catch {
    act(null);
  }
}
