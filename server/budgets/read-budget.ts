/**
 * How many reads of one provider account are allowed: a bucket of tokens that fills at a pace. The providers publish no
 * limit (providers.md A.1, B.1), so the pace is a setting, and it gives way when the provider asks for fewer.
 */
export interface ReadBudget {
  /** Below zero when confirmations, which do not wait as a rule, took more than there was. */
  tokens: number;
  /** What the sweep may spend even so. */
  sweepTokens: number;
  filledAt: Date;
  /** The pace at `filledAt`. */
  perMinute: number;
  /** Until then nothing is read; null when the provider has not asked for fewer, or not lately. */
  slowedUntil: Date | null;
  /** The latest payments, `several` at most, whose reads failed since a read of the account was last answered. */
  failingIds: readonly string[];
}

/** A read that failed, or an attempt at one. */
export interface FailedRead {
  paymentId: string;
  /** Whether it failed for a reason that has nothing to do with this payment (providers/provider.ts). */
  isAboutAccount: boolean;
  /** How long the provider wants to be left alone, when it said so. */
  retryAfterMs: number | null;
}

const minuteMs = 60_000;
/** What may be read at once after a pause, as part of what a minute gives. */
const burstShare = 1 / 6;
/** What is the sweep's even while claims wait, so that a busy shop finds out all the same what never came. */
const sweepShare = 1 / 4;
const slowestPerMinute = 1;
/** Unless the provider says how long it wants to be left alone. */
const defaultPauseMs = 10_000;
const longestPauseMs = 3_600_000;
/** One payment may fail for ever by a fault of its own, and by chance another; of so many different ones the account is the cause. */
const several = 3;

/** The budget of an account that was never asked. */
export function fullBudget(fullPerMinute: number, at: Date): ReadBudget {
  return {
    tokens: burstOf(fullPerMinute),
    sweepTokens: burstOf(fullPerMinute * sweepShare),
    filledAt: at,
    perMinute: fullPerMinute,
    slowedUntil: null,
    failingIds: [],
  };
}

/** The budget as it has become by `at`: fuller, and faster again by half of what it was for each minute of peace. */
export function refilled(budget: ReadBudget, fullPerMinute: number, at: Date): ReadBudget {
  const sinceMs = Math.max(budget.filledAt.getTime(), budget.slowedUntil?.getTime() ?? 0);
  const minutes = Math.max(0, at.getTime() - sinceMs) / minuteMs;
  const perMinute = Math.min(fullPerMinute, budget.perMinute * 1.5 ** minutes);
  // By the pace before, which is the slower one, so that the account never gets more than its pace allowed.
  const gained = minutes * Math.min(budget.perMinute, fullPerMinute);
  const tokens = Math.min(budget.tokens + gained, burstOf(perMinute));
  const sweepTokens = Math.min(budget.sweepTokens + gained * sweepShare, burstOf(perMinute * sweepShare));
  const slowedUntil = budget.slowedUntil && budget.slowedUntil > at ? budget.slowedUntil : null;
  return { ...budget, tokens, sweepTokens, filledAt: at, perMinute, slowedUntil };
}

/** How many payments a refilled budget lets the sweep read now; while claims wait, only from what is its own. */
export function allowedSweeps({ tokens, sweepTokens, slowedUntil }: ReadBudget, areClaimsWaiting: boolean): number {
  if (slowedUntil !== null) return 0;
  return Math.max(0, Math.floor(areClaimsWaiting ? sweepTokens : Math.max(tokens, sweepTokens)));
}

/**
 * How many claims it lets be confirmed now. They do not wait for their turn, because a person does, and the sweep makes up
 * for it; unless the provider has asked for fewer requests and the full pace is not reached again.
 */
export function allowedConfirmations({ tokens, perMinute, slowedUntil }: ReadBudget, fullPerMinute: number): number {
  if (slowedUntil !== null) return 0;
  return perMinute < fullPerMinute ? Math.max(0, Math.floor(tokens)) : Number.POSITIVE_INFINITY;
}

/** How many payments a minute the sweep reads at most as things are. */
export const sweepsPerMinute = ({ tokens, perMinute }: ReadBudget): number =>
  tokens < 0 ? perMinute * sweepShare : perMinute;

/** After reads; a debt is at most what a minute gives, so that the sweep is at its full pace a minute after the last flood. */
export function spent(budget: ReadBudget, reads: number): ReadBudget {
  return { ...budget, tokens: Math.max(budget.tokens - reads, -budget.perMinute) };
}

/** After reads by the sweep. */
export function spentOnSweep(budget: ReadBudget, reads: number): ReadBudget {
  return { ...spent(budget, reads), sweepTokens: Math.max(0, budget.sweepTokens - reads) };
}

/**
 * After a read failed at `at`. What may be the fault of the payment alone slows down nothing, until reads of several have
 * failed with none answered between.
 */
export function failed(
  budget: ReadBudget,
  { paymentId, isAboutAccount, retryAfterMs }: FailedRead,
  at: Date,
): ReadBudget {
  if (isAboutAccount) return slowed(budget, at, retryAfterMs);
  const failingIds = [...new Set([...budget.failingIds, paymentId])].slice(-several);
  return { ...(failingIds.length < several ? budget : slowed(budget, at, retryAfterMs)), failingIds };
}

/** Half the pace, once for all calls that were under way together, and no read until the instant that the provider named. */
function slowed(budget: ReadBudget, at: Date, retryAfterMs: number | null): ReadBudget {
  const pauseMs = Math.min(retryAfterMs ?? defaultPauseMs, longestPauseMs);
  const until = new Date(at.getTime() + pauseMs);
  const isSlowed = budget.slowedUntil !== null;
  return {
    ...budget,
    tokens: 0,
    sweepTokens: 0,
    perMinute: isSlowed
      ? budget.perMinute
      : Math.max(budget.perMinute / 2, Math.min(slowestPerMinute, budget.perMinute)),
    slowedUntil: budget.slowedUntil !== null && budget.slowedUntil > until ? budget.slowedUntil : until,
  };
}

const burstOf = (perMinute: number): number => Math.max(1, perMinute * burstShare);
