import type { Evidence } from './evidence.ts';
import { groupBy } from './group-by.ts';
import type { Change } from './records.sql.ts';

/** What may follow on each axis: money wins, an attempt may be repeated, and nothing else goes back. */
const mayFollow: Record<string, readonly string[]> = {
  creating: ['open', 'awaiting_payment', 'processing', 'paid', 'expired', 'deleted', 'failed'],
  open: ['awaiting_payment', 'processing', 'paid', 'expired', 'deleted', 'failed'],
  awaiting_payment: ['processing', 'paid', 'expired', 'deleted', 'failed'],
  processing: ['paid', 'expired', 'deleted', 'failed'],
  failed: ['awaiting_payment', 'processing', 'expired', 'deleted', 'paid'],
  expired: ['paid'],
  deleted: ['paid'],
  paid: [],
  none: ['waiting', 'settled'],
  waiting: ['settled'],
  settled: [],
};

const starts = { status: 'creating', settlement: 'none' } as const;

/**
 * No axis went back: neither by any observation that the ledger holds, of which each goes on where the one before ended and
 * the last gives what is shown; nor in what anybody was shown, by an answer that was asked for after another was given.
 */
export function checkAxes(evidence: Pick<Evidence, 'changes' | 'payments' | 'sightings'>): string[] {
  return [...checkChanges(evidence), ...checkSightings(evidence)];
}

function checkChanges({ changes, payments }: Pick<Evidence, 'changes' | 'payments'>): string[] {
  const byPayment = groupBy(changes, ({ paymentId }) => paymentId);
  return payments.flatMap((payment) => {
    const steps = byPayment.get(payment.id) ?? [];
    return (['status', 'settlement'] as const).flatMap((field) => {
      const ofAxis = steps.filter((step) => step.field === field);
      return [...brokenSteps(field, ofAxis), ...endsElsewhere(payment.id, field, ofAxis, payment[field])];
    });
  });
}

function brokenSteps(field: Change['field'], steps: readonly Change[]): string[] {
  return steps.flatMap(({ paymentId, observationId, from, to }, index) => {
    const before = steps[index - 1]?.to ?? starts[field];
    const step = `The ${field} of ${paymentId} went from ${from} to ${to} by observation ${observationId}`;
    if (from !== before) return [`${step}, and was ${before} before.`];
    return mayFollow[from]?.includes(to) ? [] : [`${step}.`];
  });
}

function endsElsewhere(id: string, field: Change['field'], steps: readonly Change[], shown: string): string[] {
  const last = steps.at(-1)?.to ?? starts[field];
  return last === shown ? [] : [`The ${field} of ${id} is shown as ${shown}; its observations end with ${last}.`];
}

/** Every status that may come after this one, by any number of steps. */
function followers(start: string): Set<string> {
  const found = new Set([start]);
  for (const word of found) for (const next of mayFollow[word] ?? []) found.add(next);
  return found;
}

const reachable = new Map(Object.keys(mayFollow).map((word) => [word, followers(word)]));

function checkSightings({ sightings }: Pick<Evidence, 'sightings'>): string[] {
  const seen = sightings.flatMap(({ startedMs, endedMs, payments }) =>
    payments.map((payment) => ({ ...payment, startedMs, endedMs })),
  );
  return [...groupBy(seen, ({ paymentId }) => paymentId)].flatMap(([paymentId, own]) => {
    const ended = own.toSorted((a, b) => a.endedMs - b.endedMs);
    return own.flatMap((later) => {
      const before = ended.filter(({ endedMs }) => endedMs < later.startedMs);
      const bad = before.find(
        (earlier) =>
          earlier.version > later.version ||
          !reachable.get(earlier.status)?.has(later.status) ||
          !reachable.get(earlier.settlement)?.has(later.settlement),
      );
      if (!bad) return [];
      const [was, is] = [bad, later].map(
        ({ version, status, settlement }) => `${status}/${settlement} (version ${version})`,
      );
      return [`${paymentId} was shown as ${was} and later as ${is}.`];
    });
  });
}
