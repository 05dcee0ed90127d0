import { Link as RouterLink } from 'react-router';
import type { EnvironmentName } from '../api/keys.ts';
import { ProblemError } from '../api/problem.ts';
import { type Place, paths } from '../app/paths.ts';
import { CodeMeaning } from '../payments/codes/code-meaning.tsx';
import { Alert } from '../ui/alert.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { describeProblem } from '../words/describe-problem.ts';
import { useWords } from '../words/words.tsx';
import { isOutcomeUnknown } from './attempt.ts';
import type { CreateWords } from './create-kind.ts';
import type { Creation } from './use-creation.ts';

interface CreationProblemProps {
  own: CreateWords;
  place: Place;
  creation: Pick<Creation<never>, 'error' | 'others' | 'isPending'>;
  environment: EnvironmentName;
}

/** Why the payment was not created, where no field is to blame; or that nobody knows yet, and that pressing again is safe. */
export function CreationProblem({ own, place, creation, environment }: CreationProblemProps) {
  const { error, others, isPending } = creation;
  const words = useWords();
  if (!error || isPending) return null;
  if (isOutcomeUnknown(error)) {
    const { title, requestId } = describeProblem(words, error);
    return (
      <Alert tone="warning" title={own.errors.uncertain}>
        {title}. {own.errors.uncertainDetail}
        {requestId && (
          <div>
            {words.problems.requestId} <code>{requestId}</code>
          </div>
        )}
      </Alert>
    );
  }
  const problem = error instanceof ProblemError ? error : null;
  return (
    <>
      <ProblemAlert error={error} title={own.errors.failed} />
      {problem && <CodeMeaning code={problem.providerCode} message={problem.providerMessage} />}
      {problem?.paymentId && (
        <RouterLink to={paths.payment(environment, place, problem.paymentId)}>
          {words.create.errors.declined}
        </RouterLink>
      )}
      {others.map(({ field, detail }) => (
        <Alert key={field} tone="error">
          {words.create.errors.other(detail)}
        </Alert>
      ))}
    </>
  );
}
