// A worker thread does not inherit tsx from `node --import tsx` (Node 20), and under vitest there is none: register it here.
import { register } from 'tsx/esm/api';

register();
await import('./pglite-worker.ts');
