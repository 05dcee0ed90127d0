/** Work that goes on by itself beside the requests. All workers have this shape. */
export interface Worker {
  /** From now on works at intervals and when nudged. */
  start(): void;
  /** There is work now: do not wait for the next interval. */
  nudge(): void;
  /** Works until nothing is left to do now; resolves to how many things were done. Tests call this instead of `start`. */
  processAll(): Promise<number>;
  /** Waits for the piece of work in hand and begins no other until the function that it gives is called. */
  pause(): Promise<() => void>;
  /** Ends after the piece of work in hand. */
  stop(): Promise<void>;
}

interface Work {
  name: string;
  everyMs: number;
  /** Does one piece of work, in transactions of its own; resolves to how many things it did, 0 when nothing is due. */
  doSome(): Promise<number>;
  log: { error(fields: object, message: string): void };
}

/**
 * A worker that repeats `doSome`, never twice at the same time. A failure is tried again at the next interval, and logged
 * once until it works again.
 */
export function createWorker({ name, everyMs, doSome, log }: Work): Worker {
  let last: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let isNudged = false;
  let isStopped = false;
  let isPaused = false;
  let isFailing = false;

  async function untilNothingIsLeft() {
    isNudged = false;
    let done = 0;
    while (!isStopped && !isPaused) {
      const some = await doSome();
      if (some === 0) break;
      done += some;
    }
    return done;
  }

  function processAll() {
    const run = last.then(untilNothingIsLeft);
    last = run.catch(() => undefined);
    return run;
  }

  function nudge() {
    if (isNudged || isStopped) return;
    isNudged = true;
    processAll().then(
      () => {
        isFailing = false;
      },
      (error: unknown) => {
        // Once for each trouble: a database that is away for a minute is one message, not sixty.
        if (!isFailing) log.error({ err: error, worker: name }, 'work failed; it is tried again');
        isFailing = true;
      },
    );
  }

  return {
    start() {
      timer = setInterval(nudge, everyMs);
      nudge();
    },
    nudge,
    processAll,
    async pause() {
      isPaused = true;
      await last;
      return () => {
        isPaused = false;
        nudge();
      };
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await last;
    },
  };
}
