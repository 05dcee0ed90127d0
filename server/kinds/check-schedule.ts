/** How long after each check of an unknown outcome the next one follows: 5 s, 15 s, 1 min, then every 5 min. */
const pausesMs = [5_000, 15_000, 60_000, 300_000];

/** Beyond the person's wait, so that the resolver looks only when the answer is late or we were killed. */
const firstCheckMarginMs = 5_000;

/** How soon the resolver looks after an answer was lost. */
const afterLossMs = 2_000;

/** Beyond our own time-out for the call, before what a provider does not know counts as never done. */
const marginMs = 15_000;

/**
 * The instant from which a provider can no longer be working on a call that was made at `calledAt`: it has been given up
 * by both sides (providers.md A.1: 120 s at most). Only then does "no such payment" prove that there will be none.
 */
export function overAt(calledAt: Date, providerTimeoutMs: number): Date {
  return new Date(calledAt.getTime() + providerTimeoutMs + marginMs);
}

/** When to look first at what a provider is asked at `askedAt`, while a person waits for `answerWithinMs`. */
export function firstCheckAt(askedAt: Date, answerWithinMs: number): Date {
  return new Date(askedAt.getTime() + answerWithinMs + firstCheckMarginMs);
}

/** When to look at what a provider was asked, after its answer was lost at `lostAt`. */
export function checkAfterLossAt(lostAt: Date): Date {
  return new Date(lostAt.getTime() + afterLossMs);
}

/** When to look again, in: how often we looked, and when the call is over, so that the proof comes without delay. */
export function nextCheckAt(now: Date, attempts: number, callOverAt: Date): Date {
  const pauseMs = pausesMs[Math.min(Math.max(attempts, 1), pausesMs.length) - 1] ?? 0;
  const next = now.getTime() + pauseMs;
  return new Date(now < callOverAt ? Math.min(next, callOverAt.getTime()) : next);
}
