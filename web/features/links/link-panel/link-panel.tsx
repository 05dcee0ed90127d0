import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { EnvironmentName } from '../../../api/keys.ts';
import { linkQuery } from '../../../api/links.ts';
import { ProblemError } from '../../../api/problem.ts';
import { paths } from '../../../app/paths.ts';
import { useEnvironment } from '../../../app/use-environment.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { useWords } from '../../../words/words.tsx';
import { LinkDetails } from './link-details.tsx';
import styles from './link-panel.module.css';
import { PanelHead } from './panel-head.tsx';
import { PanelSkeleton } from './panel-skeleton.tsx';
import { UnknownLink } from './unknown-link.tsx';
import { useKnownRow } from './use-known-row.ts';

/** The open link: beside the table, or a page of its own on a narrow screen. */
export function LinkPanel() {
  const { name: environment } = useEnvironment();
  const { id = '' } = useParams();
  const { common, link: words } = useWords();
  const { data: link, error, refetch, isFetching } = useQuery(linkQuery(environment, id));
  const row = useKnownRow(environment, id);
  const close = useClose(environment);

  const shown = link ?? row;
  const isUnknown = error instanceof ProblemError && ['payment-unknown', 'invalid-request'].includes(error.type);
  return (
    <section
      className={styles.panel}
      aria-label={shown ? words.panel(shown.reference) : words.loading}
      aria-busy={!link && !error}
    >
      {shown && (
        <title>{words.title(shown.customerName ?? shown.reference, common.environmentTitles[environment])}</title>
      )}
      <h1 className={styles.pageTitle}>{shown ? words.panel(shown.reference) : words.loading}</h1>
      {isUnknown ? (
        <UnknownLink id={id} environment={environment} onClose={close} />
      ) : (
        <PanelHead row={shown} onClose={close} />
      )}
      {error && !isUnknown && (
        <ProblemAlert
          error={error}
          title={words.loadFailed}
          action={
            <Button size="small" busy={isFetching} onClick={() => refetch()}>
              {common.retry}
            </Button>
          }
        />
      )}
      {link && !isUnknown ? (
        <LinkDetails key={link.id} link={link} environment={environment} />
      ) : (
        !error && <PanelSkeleton />
      )}
    </section>
  );
}

/** Goes back to the list with the same search; LinksPage puts focus back on the row. */
function useClose(environment: EnvironmentName): () => void {
  const navigate = useNavigate();
  const { search } = useLocation();
  return () => navigate(paths.links(environment, search));
}
