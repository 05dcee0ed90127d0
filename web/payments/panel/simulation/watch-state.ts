import type { Payment } from '../../../api/payments.ts';

/** Callbacks of simulated payments come within seconds; after this long we say that none has come (issue: attention callback_missing). */
const patienceMs = 60_000;

/** What followed a simulated payment, each with its instant; null for what has not happened. */
export interface WatchState {
  simulatedAt: string;
  /** The latest callback since then. */
  calledBackAt: string | null;
  /** When we learned since then that it is paid. */
  paidAt: string | null;
  /** `awaited` for 60 seconds, then `missing`. */
  callback: 'arrived' | 'awaited' | 'missing';
  /** When a callback that is awaited begins to be missing, ms; null when none is awaited. */
  awaitedUntil: number | null;
}

type Watched = Pick<Payment, 'simulatedAt' | 'calledBackAt' | 'status' | 'knownFrom'>;

/** What is to be told of a payment that somebody here has had simulated; null when nobody has. `now` is in ms. */
export function watchState({ simulatedAt, calledBackAt, status, knownFrom }: Watched, now: number): WatchState | null {
  if (simulatedAt === null) return null;
  const since = (at: string | null | undefined) => (at && Date.parse(at) >= Date.parse(simulatedAt) ? at : null);
  const arrivedAt = since(calledBackAt);
  const patientUntil = Date.parse(simulatedAt) + patienceMs;
  const callback = arrivedAt ? 'arrived' : now < patientUntil ? 'awaited' : 'missing';
  return {
    simulatedAt,
    calledBackAt: arrivedAt,
    paidAt: status === 'paid' ? since(knownFrom?.at) : null,
    callback,
    awaitedUntil: callback === 'awaited' ? patientUntil : null,
  };
}
