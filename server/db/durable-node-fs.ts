import fs from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type EmscriptenOptions = Parameters<NodeFS['init']>[1];

/** What the hook sees of an open file in Emscripten's NODEFS; `nfd` is the file descriptor in Node. */
export interface NodeStream {
  nfd: number;
  path: string;
}

/** PGlite starts with -F, fsync off. Of the ways to sync the log, 0.5.16 passes `fsync` alone on to its file layer. */
export const DURABLE_START_PARAMS = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['fsync=on', 'wal_sync_method=fsync', 'max_wal_size=64MB'].flatMap((setting) => ['-c', setting]),
];

/** errno of EIO in WASI, which Emscripten uses. */
const EIO = 29;

/**
 * PGlite's files in Node, with the fsync that PGlite's own file layer lacks (0.5.16: `fd_sync` calls
 * `stream_ops.fsync`, which NODEFS does not define). Without it a power cut loses every commit since the start.
 * Works together with DURABLE_START_PARAMS only.
 */
export class DurableNodeFS extends NodeFS {
  /** How many syncs the engine has asked for, and of which file last. */
  syncCount = 0;
  lastSyncedPath = '';
  readonly #onFailure: (error: unknown) => void;

  /** `onFailure`: a sync failed. It must end the thread at once: nothing may be acknowledged any more. */
  constructor(directory: string, onFailure: (error: unknown) => void) {
    super(directory);
    this.#onFailure = onFailure;
  }

  override async init(pg: PGlite, options: EmscriptenOptions): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const install = (mod: unknown) => {
      streamOperationsOf(mod).fsync = (stream: NodeStream) => this.sync(stream);
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), install] } };
  }

  protected sync(stream: NodeStream): number {
    try {
      // fdatasync keeps a file's size as well; of a directory, opened read-only, it keeps the names.
      fs.fdatasyncSync(stream.nfd);
    } catch (error) {
      this.#onFailure(error);
      return EIO;
    }
    this.syncCount += 1;
    this.lastSyncedPath = stream.path;
    return 0;
  }
}

function streamOperationsOf(mod: unknown): { fsync?: (stream: NodeStream) => number } {
  const { NODEFS } = mod as { NODEFS?: { stream_ops?: { fsync?: (stream: NodeStream) => number } } };
  if (NODEFS?.stream_ops === undefined) throw new Error('This PGlite has no NODEFS.stream_ops to hang fsync on.');
  return NODEFS.stream_ops;
}
