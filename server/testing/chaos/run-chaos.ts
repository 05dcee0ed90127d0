import type { TestDatabase } from '../test-database.ts';
import { checkPayments, checkTotals } from './check-agreement.ts';
import { checkAxes } from './check-axes.ts';
import { checkCallbacksKept } from './check-callbacks-kept.ts';
import { checkCreatedOnce } from './check-created-once.ts';
import { checkForwarding } from './check-forwarding.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { type PlanOptions, planRounds } from './plan.ts';
import { playRound } from './play-round.ts';
import { settleAll } from './settle.ts';
import { count, openStage, type Stage } from './stage.ts';

export interface ChaosOptions extends PlanOptions {
  /** PostgreSQL, closed at the end; null for the embedded one, which has one replica. */
  database: TestDatabase | null;
  /** Called when so many rounds are over. */
  onRound?(done: number, counts: ReadonlyMap<string, number>): void;
}

export interface ChaosResult {
  /** One sentence each; none when all that was promised held. */
  violations: string[];
  /** How often things happened, by their names. */
  counts: ReadonlyMap<string, number>;
}

/** Every promise, by the check that finds out whether it was kept. */
const checks: readonly ((evidence: Evidence) => string[])[] = [
  checkCallbacksKept,
  checkCreatedOnce,
  checkAxes,
  checkPayments,
  checkTotals,
  checkForwarding,
];

/**
 * Random traffic, with everything that the twin can do wrong, while servers are killed with -9; then all is left to settle
 * and checked. One seed gives one plan of actions, faults and kills; how they interleave is up to the machine.
 */
export async function runChaos({ database, onRound, ...plan }: ChaosOptions): Promise<ChaosResult> {
  const rounds = planRounds(plan);
  const stage = await openStage({ replicas: plan.replicas, database });
  try {
    for (const [index, round] of rounds.entries()) {
      await playRound(stage, round);
      onRound?.(index + 1, stage.counts);
    }
    await settleAll(stage);
    const evidence = await gatherEvidence(stage);
    countEvidence(stage, evidence);
    return { violations: checks.flatMap((check) => check(evidence)), counts: stage.counts };
  } finally {
    await stage.server.close();
  }
}

function countEvidence(
  stage: Stage,
  { payments, charges, deliveries, callbacks, received, sightings }: Evidence,
): void {
  const attempts = deliveries.flatMap((delivery) => delivery.attempts);
  count(stage, 'payments in the ledger', payments.length);
  count(stage, 'payments at the twin', charges.length);
  count(stage, 'payments paid', charges.filter(({ status }) => status === 'paid').length);
  count(stage, 'callbacks sent', attempts.length);
  count(stage, 'callbacks acknowledged', attempts.filter(({ httpStatus }) => httpStatus === 200).length);
  count(stage, 'callbacks stored', callbacks.length);
  count(stage, 'callbacks stored again', callbacks.length - new Set(callbacks.map(({ body }) => body)).size);
  count(stage, 'callbacks forwarded', new Set(received.map(({ headers }) => headers['webhook-id'])).size);
  count(stage, 'requests at the receiver', received.length);
  count(stage, 'answers that showed payments', sightings.length);
}
