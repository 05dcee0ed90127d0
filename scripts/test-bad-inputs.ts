/**
 * `npm run test:bad-inputs`: 10,000 generated bad inputs (or as many as BAD_INPUTS says) to the addresses of callbacks and to
 * every operation of the API: no 500, and no change of any payment by what is refused. The seed is new each time and printed;
 * FAST_CHECK_SEED repeats a run. On the engine of TEST_ENGINE, as in the other tests.
 */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';

const seed = process.env.FAST_CHECK_SEED ?? String(randomInt(1, 2 ** 31 - 1));
const count = process.env.BAD_INPUTS ?? '10000';
process.stdout.write(`test:bad-inputs: ${count} inputs, FAST_CHECK_SEED=${seed}\n`);
const files = ['server/testing/bad-inputs.test.ts', 'server/testing/bad-callbacks.test.ts'];
const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'server', ...files];
const env = { ...process.env, FAST_CHECK_SEED: seed, BAD_INPUTS: count };
spawn(process.execPath, args, { stdio: 'inherit', env }).on('exit', (code) => process.exit(code ?? 1));
