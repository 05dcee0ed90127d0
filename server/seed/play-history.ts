import type { components } from '../../openapi/generated/console.ts';
import type { SandboxControl } from '../sandbox/control/control.ts';
import type { ConsoleClient } from './console-client.ts';
import type { PastSide } from './past-side.ts';
import type { SeedClock } from './seed-clock.ts';
import type { PlannedPayment, Way } from './seed-plan.ts';

type Payment = components['schemas']['Payment'];

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export interface Stage {
  client: ConsoleClient;
  past: Pick<PastSide, 'catchUp'>;
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
 * Plays what happened to the planned payments, in the order of time: staff act through the product's API, payers and banks
 * through the twin, and the clock of both is at each step where the step is. Ends at the present.
 */
export async function playHistory(stage: Stage, payments: readonly PlannedPayment[], moreSteps: readonly Step[]) {
  const steps = [...moreSteps, ...settlementHours(payments[0]?.createdAt ?? new Date())];
  payments.forEach((planned, index) => {
    steps.push({ at: planned.createdAt, run: async () => void steps.push(...(await begin(stage, planned, index))) });
  });
  for (let step = takeFirst(steps); step && step.at < new Date(); step = takeFirst(steps)) {
    if (stage.stopping.aborted) return;
    stage.seedClock.moveTo(step.at);
    await stage.control.advance(0);
    await step.run();
    // Sends the callbacks that the step caused, and has them read and confirmed, while it is still that time.
    await stage.control.advance(0);
    await stage.past.catchUp();
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

const creations = { link: 'createPaymentLink', routing: 'createPaymentRouting', 'one-time': 'createPayment' } as const;

/** Creates the payment; out: what happens to it later. */
async function begin({ client, control }: Stage, planned: PlannedPayment, index: number): Promise<Step[]> {
  if (planned.fate === 'unreachable') control.arm({ scenario: 'error_429', operation: creations[planned.kind] });
  const created = await client.create(planned.kind, planned.input, `seed-payment-${index}`);
  return created ? lifeOf({ client, control }, planned, created) : [];
}

type Actors = Pick<Stage, 'client' | 'control'>;

function lifeOf({ client, control }: Actors, planned: PlannedPayment, { id, reference, ...created }: Payment): Step[] {
  const { kind, fate, way, paysIdr, note } = planned;
  const createdMs = planned.createdAt.getTime();
  const expiresMs = Date.parse(created.expiresAt ?? '');
  const actsAt = new Date(createdMs + Math.min(planned.delayMs, 0.9 * (expiresMs - createdMs)));
  const after = (at: Date, ms: number) => new Date(at.getTime() + ms);
  const read = (at: Date): Step => ({ at, run: async () => void (await client.act('refreshPayment', id)) });
  const payer = (act: (way: Way | null) => void): Step => ({ at: actsAt, run: async () => withAnyWay(way, act) });
  // Neither provider calls back when a payment expires: somebody looks.
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
      return [{ at: actsAt, run: async () => void (await client.act('deletePayment', id)) }];
    case 'late':
      return [
        // Of a link the payer chooses how to pay; of others that is settled.
        ...(kind === 'link'
          ? [
              {
                at: new Date(expiresMs - 2 * hourMs),
                run: async () => void control.choose(reference, { method: 'va' }),
              },
            ]
          : []),
        end,
        { at: new Date(expiresMs + 3 * hourMs), run: async () => void control.pay(reference, { late: true }) },
      ];
    case 'left':
    case 'unreachable':
      return [end];
  }
}

/** Not every way takes every amount; then the payer takes the first that does. */
function withAnyWay(way: Way | null, act: (way: Way | null) => void): void {
  try {
    act(way);
  } catch {
    act(null);
  }
}
