import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { keys } from '../../api/keys.ts';
import { importLink, type LookUpResult, linkLookUpQuery } from '../../api/links.ts';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { joined } from '../../format/list.ts';
import { Alert } from '../../ui/alert.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { describeProblem } from '../../words/describe-problem.ts';
import { type Catalogue, useLanguage, useWords } from '../../words/words.tsx';
import { LinkStatus } from './link-status.tsx';
import styles from './look-up.module.css';
import { isSurelyReference } from './looks-like-reference.ts';

/** Somebody who pauses while typing a long number should not make us ask for each part of it. */
const PAUSE_MS = 700;

type LookUpAnswer = LookUpResult['answers'][number];

function answerWords({ links: { lookUp }, common }: Catalogue, { outcome, provider }: LookUpAnswer): string {
  const name = common.providers[provider];
  const words: Record<LookUpAnswer['outcome'], string> = {
    found: lookUp.found(name),
    in_ledger: lookUp.inLedger,
    not_found: lookUp.notFound(name),
    unavailable: lookUp.unavailable(name),
    cannot_look_up: lookUp.cannotLookUp(name),
  };
  return words[outcome];
}

/**
 * A reference that our ledger does not hold, asked of every provider of the environment; what is found can be imported.
 * Give it the value as its key.
 */
export function LookUp({ value }: { value: string }) {
  const words = useWords();
  const { language } = useLanguage();
  const { lookUp } = words.links;
  const { name: environment, providers } = useEnvironment();
  const { search: query } = useLocation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [isAsked, setIsAsked] = useState(false);
  useEffect(() => {
    if (!isSurelyReference(value)) return;
    const timer = setTimeout(() => setIsAsked(true), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  const asked = useQuery({ ...linkLookUpQuery(environment, value), enabled: isAsked });
  const names = joined(
    language,
    'conjunction',
    providers.map((provider) => words.common.providers[provider]),
  );
  const importing = useMutation({
    mutationFn: (provider: LookUpAnswer['provider']) => importLink(environment, { provider, value }),
    onSuccess: (link) => {
      queryClient.setQueryData(keys.link(environment, link.id), link);
      void queryClient.invalidateQueries({ queryKey: keys.linkPages(environment) });
      void queryClient.invalidateQueries({ queryKey: keys.allLinkTotals(environment) });
      navigate(paths.link(environment, link.id, query));
    },
  });

  const problem = asked.error ?? importing.error;
  return (
    <section className={styles.card} aria-label={lookUp.title(value)}>
      <h3>{lookUp.title(value)}</h3>
      {asked.isPending &&
        (isAsked || isSurelyReference(value) ? (
          <p className={styles.asking} role="status">
            <Spinner /> {lookUp.asking(names)}
          </p>
        ) : (
          <div>
            <Button size="small" onClick={() => setIsAsked(true)}>
              {lookUp.ask(names)}
            </Button>
          </div>
        ))}
      <ul>
        {asked.data?.answers.map((answer) => (
          <li key={answer.provider} className={styles.answer}>
            <div>
              <p>{answerWords(words, answer)}</p>
              {answer.link && (
                <p className={styles.link}>
                  <span>{answer.link.customerName ?? answer.link.reference ?? value}</span>
                  {answer.link.amountIdr !== null && <Amount amountIdr={answer.link.amountIdr} />}
                  <LinkStatus link={{ status: answer.link.status, late: false, provider: answer.provider }} />
                </p>
              )}
            </div>
            {answer.outcome === 'found' && (
              <Button
                variant="primary"
                size="small"
                busy={importing.isPending && importing.variables === answer.provider}
                onClick={() => importing.mutate(answer.provider)}
              >
                {lookUp.import}
              </Button>
            )}
            {answer.link?.paymentId && (
              <Button
                size="small"
                onClick={() => navigate(paths.link(environment, answer.link?.paymentId ?? '', query))}
              >
                {lookUp.open}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked.data?.answers.some(({ outcome }) => outcome === 'found') && (
        <p className={styles.hint}>{lookUp.imported}</p>
      )}
      {problem && (
        <Alert tone="error" title={describeProblem(words, problem).title}>
          {describeProblem(words, problem).detail}
        </Alert>
      )}
    </section>
  );
}
