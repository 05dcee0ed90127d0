import { it } from 'vitest';
import type { ScenarioName } from '../scenarios.ts';

/** The test of one scenario; scenarios.test.ts sees to it that each has exactly one. */
export const testOf = (name: ScenarioName, title: string, run: () => Promise<void>) => it(`${name} ${title}`, run);
