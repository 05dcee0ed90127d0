/**
 * `npm run test:chaos`: 50 rounds (or `--rounds`, CHAOS_ROUNDS) of random traffic and faults from the twin while the servers are
 * killed with -9; then everything must have come right. On the embedded database, or with two replicas on a database of its
 * own at the server that DATABASE_URL (or TEST_DATABASE_URL) names. The seed is new each time and printed; `--seed` or
 * CHAOS_SEED repeats its plan of actions, faults and kills. When exactly a kill strikes is up to the machine. Exits 1 when a
 * promise was broken.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { runChaos } from '../server/testing/chaos/run-chaos.ts';
import { openTestPostgres } from '../server/testing/test-postgres.ts';

const { values } = parseArgs({ options: { seed: { type: 'string' }, rounds: { type: 'string' } } });
const { CHAOS_SEED, CHAOS_ROUNDS, DATABASE_URL, TEST_DATABASE_URL } = process.env;
const seed = Number(values.seed ?? CHAOS_SEED ?? randomInt(1, 2 ** 31 - 1));
const rounds = Number(values.rounds ?? CHAOS_ROUNDS ?? 50);
const serverUrl = DATABASE_URL ?? TEST_DATABASE_URL ?? null;
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(rounds) || rounds < 1)
  throw new Error('the seed and the number of rounds must be whole numbers');

const say = (text: string) => process.stdout.write(`${text}\n`);
const place = serverUrl ? 'two replicas on PostgreSQL' : 'PGlite';
say(`test:chaos: ${rounds} rounds on ${place}, CHAOS_SEED=${seed}`);
const startedMs = performance.now();
const seconds = () => `${((performance.now() - startedMs) / 1_000).toFixed(0)} s`;

const { violations, counts } = await runChaos({
  seed,
  rounds,
  replicas: serverUrl ? 2 : 1,
  database: serverUrl ? await openTestPostgres(serverUrl) : null,
  onRound(done, soFar) {
    if (done % 10 > 0 && done < rounds) return;
    say(`  round ${done} (${seconds()}): ${soFar.get('orders') ?? 0} orders, ${soFar.get('kills') ?? 0} kills`);
  },
});
say('');
for (const [name, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  say(`  ${name.padEnd(36)} ${String(count).padStart(7)}`);
say(
  `\n${[...violations, `${violations.length} violations in ${rounds} rounds on ${place}, ${seconds()}, CHAOS_SEED=${seed}`].join('\n')}`,
);
process.exit(violations.length === 0 ? 0 : 1);
