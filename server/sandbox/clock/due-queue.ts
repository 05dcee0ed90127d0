export interface Job {
  key: string;
  atMs: number;
  /** Gets the instant at which it was due, not the one at which it runs. */
  run: (dueAt: string) => void | Promise<void>;
}

export interface DueQueue {
  /** Replaces the job that has this key. */
  put(job: Job): void;
  remove(key: string): void;
  clear(): void;
  firstMs(): number | null;
  /** Takes out the earliest job when it is due at `nowMs`; of two at one instant the one that was put first. */
  takeDue(nowMs: number): Job | undefined;
}

/** What waits, earliest first. */
export function createDueQueue(): DueQueue {
  const jobs: Job[] = [];

  function firstAfter(atMs: number): number {
    let low = 0;
    let high = jobs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((jobs[middle]?.atMs ?? 0) <= atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function remove(key: string): void {
    const index = jobs.findIndex((job) => job.key === key);
    if (index >= 0) jobs.splice(index, 1);
  }

  return {
    put(job) {
      remove(job.key);
      jobs.splice(firstAfter(job.atMs), 0, job);
    },
    remove,
    clear() {
      jobs.length = 0;
    },
    firstMs: () => jobs[0]?.atMs ?? null,
    takeDue: (nowMs) => (jobs[0] && jobs[0].atMs <= nowMs ? jobs.shift() : undefined),
  };
}
