/**
 * Provider calls that outlive the request which began them: a person is answered after some seconds, the provider may
 * take two minutes, and a shutdown waits for what still runs.
 */
export interface RunningCalls {
  /** Keeps count of `call`, and logs its failure, because nobody may be waiting for it any more; settles like `call`. */
  track<T>(call: Promise<T>): Promise<T>;
  /** Waits until no call runs, `timeoutMs` at most; resolves to how many still run then. */
  drain(timeoutMs: number): Promise<number>;
}

interface ErrorLog {
  error(fields: object, message: string): void;
}

/** An empty set of running calls; one for each server. */
export function createRunningCalls(log: ErrorLog): RunningCalls {
  const running = new Set<Promise<unknown>>();
  return {
    track(call) {
      const ended = call
        .catch((error: unknown) => log.error({ err: error }, 'a provider call could not be brought to its end'))
        .finally(() => running.delete(ended));
      running.add(ended);
      return call;
    },
    async drain(timeoutMs) {
      const deadline = performance.now() + timeoutMs;
      while (running.size > 0) {
        const leftMs = deadline - performance.now();
        if (leftMs <= 0) break;
        await within(Promise.all(running), leftMs);
      }
      return running.size;
    },
  };
}

/** What `work` resolves to, or 'pending' when that takes longer than `timeoutMs`; the work goes on. */
export async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T | 'pending'> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<'pending'>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, 'pending');
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
