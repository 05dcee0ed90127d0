import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useMemo, useRef, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { keys } from '../../api/keys.ts';
import { createResendOrder, type ResendOrderInput } from '../../api/resends.ts';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { DestinationField } from '../../payments/destinations/destination-field.tsx';
import { useDestinationChoice } from '../../payments/destinations/use-destination-choice.ts';
import { Alert } from '../../ui/alert.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useWords } from '../../words/words.tsx';
import { MOST_PER_MINUTE, paceOf } from './pace.ts';
import { Preview } from './preview.tsx';
import styles from './resends.module.css';
import { filterInput, listPath, readSelection, type Selection } from './selection.ts';
import { useFilterSentence } from './use-filter-sentence.ts';
import { useResendPreview } from './use-resend-preview.ts';

interface NewResendPageProps {
  of: Selection['of'];
}

/** What would be sent again, how, how fast and how long it takes; then the first one is sent. */
export function NewResendPage({ of }: NewResendPageProps) {
  const { common, resends } = useWords();
  const { name: environment, may } = useEnvironment();
  const { search: query } = useLocation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const id = useId();
  const selection = useMemo(() => readSelection(of, query), [of, query]);
  const sentence = useFilterSentence(environment, selection);
  // A provider is asked about payments; callbacks themselves come from our store.
  const [chosenVia, setVia] = useState<ResendOrderInput['via']>('provider');
  const via = selection.of === 'callbacks' ? 'destination' : chosenVia;
  const [paceText, setPaceText] = useState('60');
  const choice = useDestinationChoice(
    environment,
    selection.of === 'callbacks' ? selection.filter.destinationId : undefined,
  );
  const perMinute = paceOf(paceText, via);
  const input: ResendOrderInput | null =
    perMinute === null || (via === 'destination' && !choice.destination)
      ? null
      : {
          ...filterInput(selection),
          via,
          perMinute,
          ...(via === 'destination' && { destinationId: choice.destination?.id }),
        };
  const preview = useResendPreview(environment, input);

  // The same key for every try of the same order, so that a lost answer orders nothing twice.
  const attempt = useRef({ order: '', key: '' });
  const ordering = useMutation({
    mutationFn: (order: ResendOrderInput) => {
      const said = JSON.stringify(order);
      if (attempt.current.order !== said) attempt.current = { order: said, key: crypto.randomUUID() };
      return createResendOrder(environment, order, attempt.current.key);
    },
    onSuccess: (order) => {
      queryClient.setQueryData(keys.resendOrder(environment, order.id), order);
      void queryClient.invalidateQueries({ queryKey: keys.resendOrderPages(environment) });
      navigate(paths.resend(environment, order.id));
    },
  });
  const said = resends.create;
  const paceError = perMinute === null ? said.paceError(MOST_PER_MINUTE[via]) : null;
  const missing = paceError ?? (via === 'destination' ? choice.whyNot : null);
  const uncounted = preview.error ? said.previewFailed : said.counting;
  const figures = preview.isCurrent ? preview.figures : null;
  const unfit = figures?.isTooMany ? common.reasons.too_many_items : figures?.count === 0 ? said.nothing : null;
  const whyNot = missing ?? (figures ? unfit : uncounted);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (input && whyNot === null && !ordering.isPending) ordering.mutate(input);
  };
  return (
    <main className={styles.page}>
      <title>{`${said.titles[of]} · ${common.environmentTitles[environment]} · Tautan`}</title>
      <BackLink to={paths.resends(environment)}>{resends.title}</BackLink>
      <h1>{said.titles[of]}</h1>
      {!may('callbacks.resend-many') ? (
        <Alert tone="info">{resends.mayNot}</Alert>
      ) : (
        <form className={styles.form} onSubmit={submit} noValidate>
          <div>
            <p className={styles.label}>{said.of[of]}</p>
            <p>
              {sentence} <Link to={listPath(environment, selection)}>{said.change}</Link>
            </p>
          </div>
          {of === 'payments' ? (
            <ChoiceField
              label={said.via}
              choices={[
                { value: 'provider', label: said.provider, detail: said.providerDetail },
                { value: 'destination', label: said.destination, detail: said.destinationDetail },
              ]}
              input={{ name: 'via', onChange: ({ target }) => setVia(target.value as ResendOrderInput['via']) }}
              chosen={via}
            />
          ) : (
            <p className={styles.quiet}>{said.eachDetail}</p>
          )}
          {via === 'destination' && <DestinationField choice={choice} environment={environment} label={said.to} />}
          <div className={styles.pace}>
            <TextField
              id={`${id}-pace`}
              label={said.pace}
              inputMode="numeric"
              hint={said.paceHint(MOST_PER_MINUTE[via])}
              error={paceError}
              value={paceText}
              onChange={({ target }) => setPaceText(target.value)}
            />
          </div>
          <Preview preview={preview} isComplete={input !== null} />
          <p className={styles.quiet}>{said.happens}</p>
          {ordering.error && (
            <ProblemAlert
              error={ordering.error}
              title={said.failed}
              whenUnknown={said.failedUnknown}
              onDismiss={ordering.reset}
            />
          )}
          <div>
            <Button type="submit" variant="primary" busy={ordering.isPending} disabledReason={whyNot} hint={null}>
              {said.submit}
            </Button>
          </div>
        </form>
      )}
    </main>
  );
}
