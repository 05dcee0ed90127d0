import { type ProblemError, problem } from '../http/problems.ts';

export const anotherRuns = (): ProblemError =>
  problem('import-not-allowed', {
    detail: 'Another import of this environment is running. Wait for its end or cancel it.',
  });

export const noSuchRun = (): ProblemError =>
  problem('not-found', { detail: 'This environment has no import with that id.' });
