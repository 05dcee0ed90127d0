import { createWorker, type Worker } from './worker.ts';

interface LanedWork {
  name: string;
  everyMs: number;
  log: { error(fields: object, message: string): void };
  /** The lanes in which something is due now. */
  dueLanes(): Promise<string[]>;
  /** Works in one lane until nothing is due there, or `isHeld` turns true; resolves to how many things it did. */
  workOn(lane: string, isHeld: () => boolean): Promise<number>;
}

/**
 * A worker that goes along several lanes at the same time, each at its own pace: what is slow or fails in one holds up no
 * other. A lane is never worked on twice at the same time by this process. A failure is tried again at the next interval, and
 * logged once for each lane until it works again.
 */
export function createLanedWorker({ name, everyMs, log, dueLanes, workOn }: LanedWork): Worker {
  const open = new Map<string, Promise<number>>();
  const failing = new Set<string>();
  let isStopped = false;
  let isPaused = false;
  const isHeld = () => isStopped || isPaused;

  async function runLane(lane: string): Promise<number> {
    try {
      const done = await workOn(lane, isHeld);
      failing.delete(lane);
      return done;
    } catch (error) {
      if (!failing.has(lane)) log.error({ err: error, worker: name, lane }, 'work failed; it is tried again');
      failing.add(lane);
      return 0;
    } finally {
      open.delete(lane);
    }
  }

  const opener = createWorker({
    name,
    everyMs,
    log,
    async doSome() {
      for (const lane of await dueLanes()) if (!open.has(lane)) open.set(lane, runLane(lane));
      return 0;
    },
  });

  async function untilLanesAreDone(): Promise<number> {
    let done = 0;
    while (open.size > 0) for (const count of await Promise.all(open.values())) done += count;
    return done;
  }

  return {
    start: opener.start,
    nudge: opener.nudge,
    async processAll() {
      let done = 0;
      for (;;) {
        await opener.processAll();
        const some = await untilLanesAreDone();
        if (some === 0) return done;
        done += some;
      }
    },
    async pause() {
      isPaused = true;
      const resume = await opener.pause();
      await untilLanesAreDone();
      return () => {
        isPaused = false;
        resume();
      };
    },
    async stop() {
      isStopped = true;
      await opener.stop();
      await untilLanesAreDone();
    },
  };
}
