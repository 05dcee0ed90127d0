import fc from 'fast-check';
import type { TwinProvider } from '../../sandbox/charges/charge.ts';
import type { ReceiverChanges } from '../../sandbox/receiver/receiver.ts';
import type { Settings } from '../../sandbox/settings.ts';
import { type Action, type ActionDraft, actionDrafts } from './actions.ts';
import { type Fault, faults, receiverMoods, speech } from './faults.ts';

/** A server that is killed with -9. */
export interface Kill {
  replica: number;
  /** When staff or the customers have begun so many actions of the round, and so long after: a callback, say, is on its way. */
  whose: 'staff' | 'customers';
  afterActions: number;
  delayMs: number;
  /** So long after the restart has begun it is killed once more, ready or not; null is not. */
  againAfterMs: number | null;
}

/** What happens to the servers between two days: they sleep while the twin's time passes, or take its callbacks. */
export type Night = 'asleep' | 'awake';

/** One round of traffic and trouble: data alone, so that a seed gives the same again. */
export interface Round {
  /** Begun in this order, by several of staff and several customers at the same time. */
  actions: Action[];
  faults: Fault[];
  /** How the providers speak and settle. */
  speech: Partial<Omit<Settings, 'callbackUrls'>>;
  /** How the merchant's system takes what is sent on. */
  receiver: ReceiverChanges;
  /** Which replica gets whose callbacks. */
  callbacksTo: Record<TwinProvider, number>;
  kills: Kill[];
  /** What follows the round. */
  night: Night | null;
}

export interface PlanOptions {
  seed: number;
  rounds: number;
  replicas: number;
}

/** A night follows each so many rounds: payments expire and settle in it. */
const roundsADay = 10;

/** The rounds of that seed. With more of them the first ones stay the same. */
export function planRounds({ seed, rounds, replicas }: PlanOptions): Round[] {
  const drafts = fc.sample(roundDrafts(replicas), { seed, numRuns: rounds, unbiased: true });
  let orders = 0;
  const numbered = (draft: ActionDraft): Action => {
    if (draft.do === 'create') return { ...draft, order: orders++ };
    if (draft.do === 'look') return draft;
    const { ordersBack, ...rest } = draft;
    return { ...rest, order: Math.max(0, orders - ordersBack) };
  };
  return drafts.map(({ actions, sleepsWell, ...draft }, index) => ({
    ...draft,
    actions: actions.map(numbered),
    night: (index + 1) % roundsADay > 0 ? null : sleepsWell ? 'asleep' : 'awake',
  }));
}

function roundDrafts(replicas: number) {
  const replica = fc.nat(replicas - 1);
  const kill = fc.record<Kill>({
    replica,
    whose: fc.constantFrom('staff', 'customers'),
    afterActions: fc.integer({ min: 1, max: 8 }),
    delayMs: fc.oneof(fc.nat(15), fc.nat(120)),
    againAfterMs: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.integer({ min: 50, max: 1_500 }) },
    ),
  });
  return fc.record({
    actions: fc.array(actionDrafts(replica), { minLength: 16, maxLength: 30 }),
    faults: fc.array(faults, { maxLength: 6 }),
    speech,
    receiver: receiverMoods,
    callbacksTo: fc.record({ rem: replica, fazz: replica }),
    kills: fc.oneof(
      { weight: 1, arbitrary: fc.constant<Kill[]>([]) },
      { weight: 3, arbitrary: fc.array(kill, { minLength: 1, maxLength: replicas }) },
    ),
    sleepsWell: fc.boolean(),
  });
}
