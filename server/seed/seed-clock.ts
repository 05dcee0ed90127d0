/** Real time, except while the sandbox is seeded: then it lies in the past and is moved forward to the present. */
export interface SeedClock {
  now(): Date;
  /** Makes it that instant and lets it go on from there; never backwards, save for the first move, never beyond real time. */
  moveTo(at: Date): void;
  /** Back to real time. */
  release(): void;
}

export function createSeedClock(): SeedClock {
  let behindMs: number | null = null;
  return {
    now: () => new Date(Date.now() - (behindMs ?? 0)),
    moveTo(at) {
      const wantedMs = Math.max(0, Date.now() - at.getTime());
      behindMs = behindMs === null ? wantedMs : Math.min(behindMs, wantedMs);
    },
    release() {
      behindMs = null;
    },
  };
}
