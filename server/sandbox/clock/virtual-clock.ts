import { createDueQueue, type Job } from './due-queue.ts';

/** setTimeout wraps round above this many ms (24.8 days); later jobs are looked at again when it ends. */
const longestTimerMs = 2 ** 31 - 1;

export interface VirtualClock {
  now(): Date;
  /** How far virtual time is ahead of real time, ms. */
  offsetMs(): number;
  /** Calls `run` at that instant (at once when it has passed). A key that waits already is replaced. */
  schedule(key: string, at: string, run: Job['run']): void;
  cancel(key: string): void;
  /** Resolves after so many virtual ms, or as soon as `signal` aborts. */
  sleep(waitMs: number, signal: AbortSignal): Promise<void>;
  /** Moves time on, firing what falls due one after the other, each at its own instant and to its end. */
  advance(byMs: number): Promise<void>;
  /** Forgets all that waits. */
  clear(): void;
  /** Fires nothing more and waits for what runs. */
  stop(): Promise<void>;
}

export interface ClockOptions {
  realNow: () => Date;
  offsetMs: number;
  onAdvanced: (offsetMs: number) => void;
  onError: (error: unknown) => void;
}

/** Real time plus an offset that `advance` enlarges. Everything in the twin that waits, waits here. */
export function createVirtualClock(options: ClockOptions): VirtualClock {
  const queue = createDueQueue();
  const running = new Set<Promise<void>>();
  let offsetMs = options.offsetMs;
  let timer: NodeJS.Timeout | undefined;
  let advancing = Promise.resolve();
  let holds = 0;
  let stopped = false;
  let sleeps = 0;

  const nowMs = () => options.realNow().getTime() + offsetMs;

  function start(job: Job): Promise<void> {
    const work = (async () => {
      try {
        await job.run(new Date(job.atMs).toISOString());
      } catch (error) {
        options.onError(error);
      }
    })();
    running.add(work);
    void work.then(() => running.delete(work));
    return work;
  }

  /** One timer, for the earliest job. None while `advance` drives, so that nothing overtakes it. */
  function arm(): void {
    clearTimeout(timer);
    const firstMs = queue.firstMs();
    if (stopped || holds > 0 || firstMs === null) return;
    timer = setTimeout(fireDue, Math.min(Math.max(firstMs - nowMs(), 0), longestTimerMs));
    timer.unref();
  }

  function fireDue(): void {
    for (let job = queue.takeDue(nowMs()); job; job = queue.takeDue(nowMs())) void start(job);
    arm();
  }

  async function advanceNow(byMs: number): Promise<void> {
    const targetMs = nowMs() + byMs;
    const jumpTo = (atMs: number) => {
      offsetMs += Math.max(0, atMs - nowMs());
    };
    holds += 1;
    clearTimeout(timer);
    try {
      await Promise.all(running);
      // Work may schedule more work for now, which real time has moved past the target meanwhile.
      const due = () => queue.takeDue(Math.max(targetMs, nowMs()));
      for (let job = due(); job && !stopped; job = due()) {
        jumpTo(job.atMs);
        await start(job);
      }
      jumpTo(targetMs);
      options.onAdvanced(offsetMs);
    } finally {
      holds -= 1;
      arm();
    }
  }

  const clock: VirtualClock = {
    now: () => new Date(nowMs()),
    offsetMs: () => offsetMs,
    schedule(key, at, run) {
      queue.put({ key, atMs: Date.parse(at), run });
      arm();
    },
    cancel(key) {
      queue.remove(key);
      arm();
    },
    sleep(waitMs, signal) {
      const key = `sleep:${++sleeps}`;
      return new Promise((resolve) => {
        if (signal.aborted) return resolve();
        signal.addEventListener(
          'abort',
          () => {
            clock.cancel(key);
            resolve();
          },
          { once: true },
        );
        clock.schedule(key, new Date(nowMs() + waitMs).toISOString(), () => resolve());
      });
    },
    advance(byMs) {
      advancing = advancing.then(() => advanceNow(byMs));
      return advancing;
    },
    clear() {
      queue.clear();
      arm();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.all(running);
    },
  };
  return clock;
}
