import type { PGlite } from '@electric-sql/pglite';

/**
 * Calls `onTrap` when the engine itself crashes: out of memory, a PANIC, a bug. PGlite 0.5.16 swallows that and calls the
 * dead engine again for ever. `onTrap` must end the thread, as returning goes on with that loop.
 */
export function watchForTraps(pg: PGlite, onTrap: (error: WebAssembly.RuntimeError) => void) {
  const mod = pg.Module;
  const runOnce = mod._PostgresMainLoopOnce;
  mod._PostgresMainLoopOnce = () => {
    try {
      runOnce();
    } catch (error) {
      // A failed statement leaves by throwing too: that is no RuntimeError.
      if (error instanceof WebAssembly.RuntimeError) onTrap(error);
      throw error;
    }
  };
}
