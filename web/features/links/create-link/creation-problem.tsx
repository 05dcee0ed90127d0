import { Link as RouterLink } from 'react-router';
import type { EnvironmentName } from '../../../api/keys.ts';
import { ProblemError } from '../../../api/problem.ts';
import { paths } from '../../../app/paths.ts';
import { Alert } from '../../../ui/alert.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { describeProblem } from '../../../words/describe-problem.ts';
import { useWords } from '../../../words/words.tsx';
import { isOutcomeUnknown } from './create-attempt.ts';
import type { Creation } from './use-create-link.ts';

interface CreationProblemProps {
  creation: Creation;
  environment: EnvironmentName;
}

/** Why the link was not created, where no field is to blame; or that nobody knows yet, and that pressing again is safe. */
export function CreationProblem({ creation: { error, others, isPending }, environment }: CreationProblemProps) {
  const words = useWords();
  const { errors } = words.create;
  if (!error || isPending) return null;
  if (isOutcomeUnknown(error)) {
    const { title, requestId } = describeProblem(words, error);
    return (
      <Alert tone="warning" title={errors.uncertain}>
        {title}. {errors.uncertainDetail}
        {requestId && (
          <div>
            {words.problems.requestId} <code>{requestId}</code>
          </div>
        )}
      </Alert>
    );
  }
  const paymentId = error instanceof ProblemError ? error.paymentId : null;
  return (
    <>
      <ProblemAlert error={error} title={errors.failed} />
      {paymentId && <RouterLink to={paths.link(environment, paymentId)}>{errors.declinedLink}</RouterLink>}
      {others.map(({ field, detail }) => (
        <Alert key={field} tone="error">
          {errors.other(detail)}
        </Alert>
      ))}
    </>
  );
}
