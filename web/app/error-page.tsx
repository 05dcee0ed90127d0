import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Button } from '../ui/button.tsx';
import { describeProblem } from '../words/describe-problem.ts';
import { useWords } from '../words/words.tsx';
import styles from './message-page.module.css';
import { NotFoundPage } from './not-found-page.tsx';

/** When a page can't be shown at all. */
export function ErrorPage() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <main>
      <PartError />
    </main>
  );
}

/** When a page, or a part of one, can't be shown: what happened, and the request to name to a developer. */
export function PartError() {
  const error = useRouteError();
  const words = useWords();
  const isProblem = error instanceof Error && error.name === 'ProblemError';
  const { title, detail, requestId } = isProblem
    ? describeProblem(words, error)
    : { title: words.pages.brokenTitle, detail: words.pages.brokenDetail, requestId: null };
  return (
    <div className={styles.page} role="alert">
      <title>{`${title} · Tautan`}</title>
      <h1>{title}</h1>
      <p>{detail}</p>
      {requestId && (
        <p className={styles.request}>
          {words.problems.requestId} <code>{requestId}</code>
        </p>
      )}
      {!isProblem && error instanceof Error && <code className={styles.address}>{error.message}</code>}
      <p>
        <Button variant="primary" onClick={() => location.reload()}>
          {words.common.reload}
        </Button>
      </p>
    </div>
  );
}
