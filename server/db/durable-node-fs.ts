import fs from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type EmscriptenOptions = Parameters<NodeFS['init']>[1];

/** What the hook sees of an open file in Emscripten's NODEFS; `nfd` is the file descriptor in Node. */
interface NodeStream {
  nfd: number;
  path: string;
}

/** errno of EIO in WASI, which Emscripten uses. */
const EIO = 29;

/**
 * PGlite's files in Node, with the fsync that PGlite's own file layer lacks (0.5.16: `fd_sync` calls
 * `stream_ops.fsync`, which NODEFS does not define). Without it every commit since the start is lost in a power cut.
 * Works together with `DURABLE_START_PARAMS` only.
 */
export class DurableNodeFS extends NodeFS {
  /** How often the engine asked for a sync, and of which file last: the self-test at start looks at it. */
  syncCount = 0;
  lastSyncedPath = '';
  /** The first failed sync. From then on nothing may be acknowledged any more. */
  failure: Error | null = null;

  override async init(pg: PGlite, options: EmscriptenOptions): ReturnType<NodeFS['init']> {
    const initialised = await super.init(pg, options);
    const install = (mod: unknown) => {
      streamOperationsOf(mod).fsync = (stream: NodeStream) => this.#sync(stream);
    };
    const preRun = [...(initialised.emscriptenOpts.preRun ?? []), install];
    return { emscriptenOpts: { ...initialised.emscriptenOpts, preRun } };
  }

  #sync(stream: NodeStream): number {
    try {
      // fdatasync writes the size as well; for a directory, opened read-only, it keeps the names in it.
      fs.fdatasyncSync(stream.nfd);
    } catch (error) {
      this.failure ??= error instanceof Error ? error : new Error(String(error));
      return EIO;
    }
    this.syncCount += 1;
    this.lastSyncedPath = stream.path;
    return 0;
  }
}

function streamOperationsOf(mod: unknown): { fsync?: (stream: NodeStream) => number } {
  const { NODEFS } = mod as { NODEFS?: { stream_ops?: { fsync?: (stream: NodeStream) => number } } };
  if (NODEFS?.stream_ops === undefined) throw new Error('This PGlite has no NODEFS.stream_ops to hang the fsync on.');
  return NODEFS.stream_ops;
}
