import { expect, it, vi } from 'vitest';
import { createWorker } from './worker.ts';

const log = { error: vi.fn() };

it('repeats until nothing is left, and never works twice at the same time', async () => {
  let left = 5;
  let atOnce = 0;
  let mostAtOnce = 0;
  const worker = createWorker({
    name: 'test',
    everyMs: 60_000,
    log,
    async doSome() {
      mostAtOnce = Math.max(mostAtOnce, ++atOnce);
      await new Promise(setImmediate);
      atOnce--;
      return left > 0 ? Math.sign(left--) : 0;
    },
  });
  const done = await Promise.all([worker.processAll(), worker.processAll(), worker.processAll()]);
  expect(done).toEqual([5, 0, 0]);
  expect(mostAtOnce).toBe(1);
});

it('goes on after failures, and logs them once until it works again', async () => {
  let calls = 0;
  const worker = createWorker({
    name: 'test',
    everyMs: 5,
    log,
    async doSome() {
      if (++calls <= 3) throw new Error('the database is away');
      return 0;
    },
  });
  worker.start();
  await expect.poll(() => calls).toBeGreaterThan(4);
  await worker.stop();
  expect(log.error).toHaveBeenCalledOnce();
});

it('stops after the piece of work in hand, even when more is left', async () => {
  const finish: (() => void)[] = [];
  const worker = createWorker({
    name: 'test',
    everyMs: 60_000,
    log,
    async doSome() {
      await new Promise<void>((resolve) => finish.push(resolve));
      return 1;
    },
  });
  worker.start();
  await expect.poll(() => finish).toHaveLength(1);
  const stopped = worker.stop();
  finish[0]?.();
  await stopped;
  expect(finish).toHaveLength(1);
});

it('does nothing while it is paused, and then goes on', async () => {
  let done = 0;
  const worker = createWorker({
    name: 'test',
    everyMs: 60_000,
    log,
    doSome: async () => Math.sign(done++ < 3 ? 1 : 0),
  });
  const resume = await worker.pause();
  expect(await worker.processAll()).toBe(0);
  expect(done).toBe(0);
  resume();
  await expect.poll(() => done).toBe(4);
  await worker.stop();
});
