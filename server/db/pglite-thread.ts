import { Worker } from 'node:worker_threads';
import { DatabaseUnavailableError, StatementError } from './db-error.ts';
import type { RawResult } from './db-over-engine.ts';
import type { Failure, Unnumbered, WorkerAnswer, WorkerRequest, WorkerStart } from './pglite-messages.ts';

export interface PgliteThread {
  /** Sends one request; rejects with a StatementError, or with a DatabaseUnavailableError when the engine is gone. */
  ask(request: Unnumbered<WorkerRequest>): Promise<RawResult | null>;
  /** Ends the thread without asking the engine; `reason` is what later requests are told. */
  terminate(reason?: Error): Promise<void>;
}

const WORKER = new URL('./pglite-worker-start.mjs', import.meta.url);
const CLOSED = 'The embedded database is closed.';

interface ThreadOptions extends WorkerStart {
  /** The thread's own program; tests give one with a broken disk. */
  entry?: URL | undefined;
  onNotified?: (channel: string, payload: string) => void;
  /** The thread ended after it had been ready, asked for or not; `error` says why. A refusal to start is thrown instead. */
  onGone?: (error: Error) => void;
}

/**
 * Starts PGlite in a thread of its own: in ours, one heavy query would stop the event loop for most of a second.
 * @throws when the engine refuses to start, with its reason.
 */
export async function startPgliteThread({
  entry = WORKER,
  onNotified,
  onGone,
  ...start
}: ThreadOptions): Promise<PgliteThread> {
  const worker = new Worker(entry, { workerData: start, execArgv: [] });
  const waiting = new Map<number, { resolve(result: RawResult | null): void; reject(error: Error): void }>();
  let lastId = 0;
  let gone: Error | null = null;
  let wasReady = false;

  function end(error: Error) {
    if (gone !== null) return;
    gone = new DatabaseUnavailableError(error);
    for (const asked of waiting.values()) asked.reject(gone);
    waiting.clear();
    if (wasReady) onGone?.(error);
  }

  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer.kind === 'ready') return resolve();
      if (answer.kind === 'refused')
        return reject(new Error(`The embedded database does not start: ${answer.message}`));
      if (answer.kind === 'broken') return end(new Error(`The embedded database stopped: ${answer.message}`));
      if (answer.kind === 'notified') return onNotified?.(answer.channel, answer.payload);
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.kind === 'done') asked?.resolve(answer.result);
      else asked?.reject(errorOf(answer.failure));
    });
    worker.on('error', (error) => end(new Error('The embedded database stopped.', { cause: error })));
    worker.on('exit', () => {
      end(new Error(CLOSED));
      reject(gone);
    });
  });

  const thread: PgliteThread = {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (gone !== null) return reject(gone);
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.postMessage({ ...request, id: lastId });
      }),
    async terminate(reason = new Error(CLOSED)) {
      end(reason);
      await worker.terminate();
    },
  };
  await ready.catch(async (error: unknown) => {
    await thread.terminate();
    throw error;
  });
  wasReady = true;
  return thread;
}

function errorOf({ message, code, constraint, detail }: Failure): Error {
  if (code === null) return new Error(message);
  return new StatementError({
    message,
    code,
    ...(constraint !== null && { constraint }),
    ...(detail !== null && { detail }),
  });
}
