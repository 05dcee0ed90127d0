import { Worker } from 'node:worker_threads';
import { StatementError } from './db-error.ts';
import type { RawResult } from './db-over-engine.ts';
import type { Failure, WorkerAnswer, WorkerRequest, WorkerStart } from './pglite-messages.ts';

type Unnumbered<Request> = Request extends WorkerRequest ? Omit<Request, 'id'> : never;

export interface PgliteThread {
  /** Sends one request; rejects with a StatementError, or with a plain Error when the engine is gone. */
  ask(request: Unnumbered<WorkerRequest>): Promise<RawResult | null>;
  /** Ends the thread without asking the engine. */
  terminate(): Promise<void>;
}

/**
 * Starts PGlite in a thread of its own: in ours, one heavy query would stop the event loop for most of a second.
 * @throws when the engine refuses to start, with its reason.
 */
export async function startPgliteThread(
  start: WorkerStart,
  onNotified: (channel: string, payload: string) => void,
): Promise<PgliteThread> {
  const worker = new Worker(new URL('./pglite-worker-start.mjs', import.meta.url), { workerData: start, execArgv: [] });
  const waiting = new Map<number, { resolve(result: RawResult | null): void; reject(error: Error): void }>();
  let lastId = 0;
  let gone: Error | null = null;

  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer.kind === 'ready') resolve();
      else if (answer.kind === 'refused') reject(new Error(`The embedded database did not start: ${answer.message}`));
      else if (answer.kind === 'notified') onNotified(answer.channel, answer.payload);
      else {
        const asked = waiting.get(answer.id);
        waiting.delete(answer.id);
        if (answer.kind === 'done') asked?.resolve(answer.result);
        else asked?.reject(errorOf(answer.failure));
      }
    });
    const end = (error: Error) => {
      gone ??= error;
      reject(gone);
      for (const asked of waiting.values()) asked.reject(gone);
      waiting.clear();
    };
    worker.on('error', (error) => end(new Error('The embedded database stopped.', { cause: error })));
    worker.on('exit', () => end(new Error('The embedded database is closed.')));
  });

  const thread: PgliteThread = {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (gone !== null) return reject(gone);
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.postMessage({ ...request, id: lastId });
      }),
    async terminate() {
      await worker.terminate();
    },
  };
  try {
    await ready;
  } catch (error) {
    await thread.terminate();
    throw error;
  }
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
