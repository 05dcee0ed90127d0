// The embedded database's thread on a disk that breaks when <directory>.broken appears; the file says what fails then:
// `sync` (every fdatasync) or `write` (the disk is full).
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { workerData } from 'node:worker_threads';

const { fdatasyncSync, writeSync } = fs;
const mark = `${workerData.directory}.broken`;
const fails = (what) => fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === what;

fs.fdatasyncSync = (...args) => {
  if (fails('sync')) throw new Error('input/output error');
  return fdatasyncSync(...args);
};
fs.writeSync = (...args) => {
  if (fails('write')) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  return writeSync(...args);
};
syncBuiltinESMExports();
await import('../db/pglite-worker-start.mjs');
