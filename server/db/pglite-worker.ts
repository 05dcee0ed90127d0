import { readFile, writeFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { RawResult } from './db-over-engine.ts';
import { DURABLE_START_PARAMS, DurableNodeFS } from './durable-node-fs.ts';
import type { Failure, WorkerAnswer, WorkerRequest, WorkerStart } from './pglite-messages.ts';
import { createStatements, type Statements } from './pglite-statements.ts';
import { proveDurable } from './prove-durable.ts';
import { watchForTraps } from './watch-for-traps.ts';

const { directory, templateFile } = workerData as WorkerStart;

function say(message: WorkerAnswer) {
  parentPort?.postMessage(message);
}

/** Ends the thread in the middle of whatever it does: nothing is acknowledged after this. */
function stop(reason: string): never {
  say({ kind: 'broken', message: reason });
  process.exit(1);
}

async function open(): Promise<PGlite> {
  const files =
    directory === null
      ? null
      : new DurableNodeFS(directory, (error) => stop(`a sync to disk failed: ${messageOf(error)}`));
  const pg = await PGlite.create({
    extensions: { pg_trgm },
    ...(files !== null && { fs: files, startParams: DURABLE_START_PARAMS }),
    ...(templateFile !== null && { loadDataDir: new Blob([await readFile(templateFile)]) }),
  });
  watchForTraps(pg, (error) => stop(`the engine crashed: ${messageOf(error)}`));
  if (files !== null && directory !== null) await proveDurable(pg, files, directory);
  pg.onNotification((channel, payload) => say({ kind: 'notified', channel, payload }));
  return pg;
}

async function run(pg: PGlite, statements: Statements, request: WorkerRequest): Promise<RawResult | null> {
  switch (request.kind) {
    case 'query':
      return statements.query(request.text, request.params);
    case 'exec':
      await pg.exec(request.text);
      return null;
    case 'dump': {
      const dump = await pg.dumpDataDir('none');
      await writeFile(request.file, Buffer.from(await dump.arrayBuffer()));
      return null;
    }
    case 'close':
      await pg.close();
      return null;
  }
}

function failureOf(error: unknown): Failure {
  const said = (error ?? {}) as Partial<Record<keyof Failure, unknown>>;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    message: messageOf(error),
    code: text(said.code),
    constraint: text(said.constraint),
    detail: text(said.detail),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

try {
  const pg = await open();
  const statements = await createStatements(pg);
  parentPort?.on('message', async (request: WorkerRequest) => {
    try {
      say({ kind: 'done', id: request.id, result: await run(pg, statements, request) });
    } catch (error) {
      say({ kind: 'failed', id: request.id, failure: failureOf(error) });
    }
  });
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'refused', message: messageOf(error) });
}
