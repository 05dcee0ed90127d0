import { expect, it } from 'vitest';
import { createTestDatabase, testEngine } from '../test-database.ts';
import { planRounds } from './plan.ts';
import { runChaos } from './run-chaos.ts';

it('one seed gives one plan, whose first rounds are the same however many follow; another gives another', () => {
  const plan = planRounds({ seed: 7, rounds: 30, replicas: 2 });
  expect(planRounds({ seed: 7, rounds: 30, replicas: 2 })).toEqual(plan);
  expect(planRounds({ seed: 7, rounds: 12, replicas: 2 })).toEqual(plan.slice(0, 12));
  expect(planRounds({ seed: 8, rounds: 30, replicas: 2 })).not.toEqual(plan);
  expect(plan.filter(({ night }) => night !== null)).toHaveLength(3);
  expect(new Set(plan.flatMap(({ kills }) => kills.map(({ replica }) => replica)))).toEqual(new Set([0, 1]));
});

it('two rounds of chaos break no promise; the full proof takes 200: npm run test:chaos -- --rounds 200', async () => {
  const database = testEngine === 'postgres' ? await createTestDatabase() : null;
  const { violations, counts } = await runChaos({ seed: 5, rounds: 2, replicas: database ? 2 : 1, database });
  expect(violations.join('\n')).toBe('');
  expect(counts.get('kills')).toBeGreaterThan(2);
  expect(counts.get('payments paid')).toBeGreaterThan(0);
  expect(counts.get('callbacks forwarded')).toBe(counts.get('callbacks stored'));
}, 120_000);
