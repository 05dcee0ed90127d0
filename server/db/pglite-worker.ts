import { readFile, writeFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { RawResult } from './db-over-engine.ts';
import { DurableNodeFS } from './durable-node-fs.ts';
import type { Failure, WorkerAnswer, WorkerRequest, WorkerStart } from './pglite-messages.ts';

const { directory, templateFile } = workerData as WorkerStart;
const files = directory === null ? null : new DurableNodeFS(directory);

const DURABLE_START_PARAMS = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['fsync=on', 'wal_sync_method=fsync', 'max_wal_size=64MB'].flatMap((setting) => ['-c', setting]),
];

function answer(message: WorkerAnswer) {
  parentPort?.postMessage(message);
}

async function open(): Promise<PGlite> {
  const pg = await PGlite.create({
    extensions: { pg_trgm },
    // Bytes come as hex text; PGlite's own serializer takes Uint8Array alone.
    serializers: { 17: (value: string) => value },
    ...(files !== null && { fs: files, startParams: DURABLE_START_PARAMS }),
    ...(templateFile !== null && { loadDataDir: new Blob([await readFile(templateFile)]) }),
  });
  // Raw text to the main thread, which decodes for both engines alike.
  for (const type of Object.keys(pg.parsers)) pg.parsers[type] = (text) => text;
  pg.onNotification((channel, payload) => answer({ kind: 'notified', channel, payload }));
  return pg;
}

async function run(pg: PGlite, request: WorkerRequest): Promise<RawResult | null> {
  switch (request.kind) {
    case 'query': {
      const result = await pg.query<(string | null)[]>(request.text, request.params, { rowMode: 'array' });
      // PGlite swallows a trap of the engine and answers with nothing at all.
      if (result.command === undefined) throw new Error('The engine gave no answer.');
      return {
        command: result.command,
        columns: result.fields.map(({ name, dataTypeID }) => ({ name, oid: dataTypeID })),
        rows: result.rows,
        affected: result.affectedRows ?? 0,
      };
    }
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
  const said = (error ?? {}) as Partial<Record<'message' | 'code' | 'constraint' | 'detail', string>>;
  const text = (value: string | undefined) => (typeof value === 'string' ? value : null);
  return {
    message: text(said.message) ?? String(error),
    code: text(said.code),
    constraint: text(said.constraint),
    detail: text(said.detail),
  };
}

try {
  const pg = await open();
  parentPort?.on('message', async (request: WorkerRequest) => {
    try {
      const result = await run(pg, request);
      if (files?.failure) throw files.failure;
      answer({ kind: 'done', id: request.id, result });
    } catch (error) {
      answer({ kind: 'failed', id: request.id, failure: failureOf(error) });
    }
    if (request.kind === 'close') parentPort?.close();
  });
  answer({ kind: 'ready' });
} catch (error) {
  answer({ kind: 'refused', message: failureOf(error).message });
}
