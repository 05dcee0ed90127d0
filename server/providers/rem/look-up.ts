import type { ProviderFailure } from '../provider.ts';
import type { Outcome } from './ask.ts';

/** What OVO's receipts show is longer than what REM knows (rem-payment-link-status, rem-payment-routing). */
const ovoReferenceLength = 12;

/** The payment reference numbers that may stand for what a payer's receipt shows, the likelier one first. */
export function receiptNumbers(value: string): string[] {
  return value.length > ovoReferenceLength ? [value, value.slice(0, ovoReferenceLength)] : [value];
}

/**
 * Makes one attempt after the other until one finds something or REM is unavailable. Absent only when REM denied every one of
 * them; an attempt that failed otherwise is returned instead.
 */
export async function firstFound(attempts: readonly (() => Promise<Outcome>)[]): Promise<Outcome> {
  let failure: ProviderFailure | null = null;
  for (const attempt of attempts) {
    const outcome = await attempt();
    if (outcome.kind === 'answer' || outcome.kind === 'unavailable') return outcome;
    if (outcome.kind !== 'absent') failure ??= outcome;
  }
  return failure ?? { kind: 'absent', raw: null };
}
