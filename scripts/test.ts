/**
 * `npm test`: every check of the project, each with its time, and one closing line with the number of tests.
 * Types, lint, generated code and the build, which the server serves, with its size limit, first (they fail fast); component
 * tests on PGlite; the same on PostgreSQL when TEST_DATABASE_URL is set; journeys in a real Chromium. What failed is named
 * once more at the end, where whoever keeps only the last lines of a log still finds it.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { relative } from 'node:path';

interface Step {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** Where vitest writes its counts. */
  report?: string;
}

const reports = 'node_modules/.cache/tautan/reports';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const tsx = (script: string, ...args: string[]) => ['node', '--import', 'tsx', script, ...args];
const bin = (path: string, ...args: string[]) => ['node', `node_modules/${path}`, ...args];

function tests(name: string, project: string[], env: Record<string, string> = {}): Step {
  const report = `${reports}/${name.replaceAll(' ', '-')}.json`;
  const projects = project.flatMap((one) => ['--project', one]);
  const command = bin(
    'vitest/vitest.mjs',
    'run',
    ...projects,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  );
  return { name, command, env, report };
}

/**
 * Where the tests keep their databases: in memory, where there is room. What survives a kill -9 survives it there too, and
 * whether an fsync reaches a disk is asked at every start of the product (prove-durable.ts), not by tests.
 */
function scratchDirectory(): string {
  const shared = '/dev/shm';
  if (!existsSync(shared)) return tmpdir();
  const { bsize, bavail } = statfsSync(shared);
  return bsize * bavail > 4 * 1024 ** 3 ? shared : tmpdir();
}

/** With the same seed each time: `npm run test:bad-inputs` is what tries many new ones. */
const BAD_INPUTS = '1500';

const { TEST_DATABASE_URL } = process.env;
/** Independent of each other, and each on one core: all at once. */
const checks: Step[] = [
  { name: 'generated code', command: tsx('scripts/generate.ts', '--check') },
  { name: 'lint', command: bin('@biomejs/biome/bin/biome', 'check', '--error-on-warnings') },
  { name: 'types', command: bin('typescript/bin/tsc', '-p', '.') },
  { name: 'build and its size limit', command: tsx('scripts/build.ts') },
];
/** Each takes the whole machine: one after the other. */
const suites: Step[] = [
  tests('component tests on PGlite', ['server', 'without-database', 'web'], { TEST_ENGINE: 'pglite', BAD_INPUTS }),
  ...(TEST_DATABASE_URL
    ? [tests('component tests on PostgreSQL', ['server'], { TEST_ENGINE: 'postgres', TZ: 'Asia/Jakarta', BAD_INPUTS })]
    : []),
  tests('journeys in Chromium', ['journeys'], { TEST_ENGINE: 'pglite' }),
];

const totals = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
let broken = false;
await Promise.all(checks.map((check) => take(check, 'pipe')));
for (const suite of suites) await take(suite, 'inherit');
if (!TEST_DATABASE_URL) lines.push('--   component tests on PostgreSQL: not run, TEST_DATABASE_URL is not set');

process.stdout.write(
  `\n${lines.join('\n')}\n\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`,
);
process.exit(broken ? 1 : 0);

/** Runs a step to its end and notes how it went; what is piped is said when it is over. */
async function take(step: Step, output: 'pipe' | 'inherit') {
  if (output === 'inherit') process.stdout.write(`\n── ${step.name}\n`);
  const startedAt = Date.now();
  const { code, said } = await run(step, output);
  if (output === 'pipe') process.stdout.write(`\n── ${step.name}\n${said}`);
  broken ||= code !== 0;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const { counts, failures } = count(step);
  lines.push(`${code === 0 ? 'ok  ' : 'FAIL'} ${step.name}${counts} (${seconds} s)`, ...failures);
}

function run({ command, env }: Step, output: 'pipe' | 'inherit'): Promise<{ code: number; said: string }> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    stdio: ['inherit', output, output],
    env: { ...process.env, TMPDIR: scratchDirectory(), ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code: code ?? 1, said })));
}

/** What vitest's JSON reporter writes, as far as it is read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

function count({ report }: Step): { counts: string; failures: string[] } {
  if (!report) return { counts: '', failures: [] };
  try {
    const { testResults, numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    ) as Report;
    totals.passed += numPassedTests;
    totals.failed += numFailedTests;
    totals.skipped += numPendingTests;
    const failures = testResults.flatMap(describeFailures).map((failure) => `     ${failure}`);
    const counts = `: ${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`;
    return { counts, failures };
  } catch {
    broken = true;
    return { counts: ': no report', failures: [] };
  }
}

/** A line for each test of a file that failed, with how its message begins; or one for a file that could not be run. */
function describeFailures({ name, status, message, assertionResults }: Report['testResults'][number]): string[] {
  const file = relative('.', name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (status === 'failed' && failed.length === 0) return [`${file}: ${beginning(message)}`];
  return failed.map((test) => `${file} > ${test.fullName}: ${beginning(test.failureMessages[0])}`);
}

/** What it says, without where in the code that was said. */
function beginning(message = ''): string {
  const [said = ''] = message.trimStart().split(/\n\s+at /);
  return said.slice(0, 500).replaceAll('\n', '\n       ');
}
