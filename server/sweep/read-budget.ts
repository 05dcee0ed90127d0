/**
 * How many reads of one provider account are allowed: a bucket of tokens that fills at a pace. The providers publish no
 * limit (providers.md A.1, B.1), so the pace is a setting, and it gives way when the provider asks for fewer.
 */
export interface ReadBudget {
  /** Below zero when confirmations, which do not wait, took more than there was. */
  tokens: number;
  filledAt: Date;
  /** The pace at `filledAt`. */
  perMinute: number;
  /** Until then nothing is read; null when the provider has not asked for fewer, or not lately. */
  slowedUntil: Date | null;
}

const minuteMs = 60_000;
/** What may be read at once after a pause, as part of what a minute gives. */
const burstShare = 1 / 6;
const slowestPerMinute = 1;
/** Unless the provider says how long it wants to be left alone. */
const defaultPauseMs = 10_000;
const longestPauseMs = 3_600_000;

/** The budget of an account that was never asked. */
export function fullBudget(fullPerMinute: number, at: Date): ReadBudget {
  return { tokens: burstOf(fullPerMinute), filledAt: at, perMinute: fullPerMinute, slowedUntil: null };
}

/** The budget as it has become by `at`: fuller, and faster again by half of what it was for each minute of peace. */
export function refilled(budget: ReadBudget, fullPerMinute: number, at: Date): ReadBudget {
  const sinceMs = Math.max(budget.filledAt.getTime(), budget.slowedUntil?.getTime() ?? 0);
  const minutes = Math.max(0, at.getTime() - sinceMs) / minuteMs;
  const perMinute = Math.min(fullPerMinute, budget.perMinute * 1.5 ** minutes);
  // By the pace before, which is the slower one, so that the account never gets more than its pace allowed.
  const gained = minutes * Math.min(budget.perMinute, fullPerMinute);
  const tokens = Math.min(budget.tokens + gained, burstOf(perMinute));
  const slowedUntil = budget.slowedUntil && budget.slowedUntil > at ? budget.slowedUntil : null;
  return { tokens, filledAt: at, perMinute, slowedUntil };
}

/** How many reads a refilled budget allows now. */
export const allowedReads = ({ tokens, slowedUntil }: ReadBudget): number =>
  slowedUntil === null ? Math.max(0, Math.floor(tokens)) : 0;

/** After reads; a debt is at most what a minute gives, so that the sweep goes on a minute after the last flood. */
export function spent(budget: ReadBudget, reads: number): ReadBudget {
  return { ...budget, tokens: Math.max(budget.tokens - reads, -budget.perMinute) };
}

/**
 * After the provider refused or failed at `at`: half the pace, once for all calls that were under way together, and none
 * until the instant it named.
 */
export function slowed(budget: ReadBudget, at: Date, retryAfterMs: number | null): ReadBudget {
  const pauseMs = Math.min(retryAfterMs ?? defaultPauseMs, longestPauseMs);
  const until = new Date(at.getTime() + pauseMs);
  const isSlowed = budget.slowedUntil !== null;
  return {
    ...budget,
    tokens: Math.min(budget.tokens, 0),
    perMinute: isSlowed
      ? budget.perMinute
      : Math.max(budget.perMinute / 2, Math.min(slowestPerMinute, budget.perMinute)),
    slowedUntil: budget.slowedUntil !== null && budget.slowedUntil > until ? budget.slowedUntil : until,
  };
}

const burstOf = (perMinute: number): number => Math.max(1, perMinute * burstShare);
