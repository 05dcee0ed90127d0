import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { startImportRun } from '../../api/import-runs.ts';
import { type EnvironmentName, keys } from '../../api/keys.ts';
import { addDays, dayOf } from '../../format/time.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useWords } from '../../words/words.tsx';
import { faultOfDays } from './check-days.ts';
import styles from './imports-page.module.css';

interface StartImportProps {
  environment: EnvironmentName;
  /** One run at a time. */
  isRunning: boolean;
}

/** Which days to import, and the button that begins. */
export function StartImport({ environment, isRunning }: StartImportProps) {
  const { imports: words, payments } = useWords();
  const queryClient = useQueryClient();
  const today = dayOf(Date.now());
  const [from, setFrom] = useState(addDays(today, -6));
  const [to, setTo] = useState(today);
  const [isTried, setIsTried] = useState(false);
  const fault = faultOfDays(from, to, today);
  // The same key for every try of the same days, so that a lost answer begins no second run.
  const attempt = useRef({ days: '', key: '' });
  const starting = useMutation({
    mutationFn: () => {
      const days = `${from} ${to}`;
      if (attempt.current.days !== days) attempt.current = { days, key: crypto.randomUUID() };
      return startImportRun(environment, { from, to }, attempt.current.key);
    },
    onSuccess: () => {
      attempt.current = { days: '', key: '' };
      return queryClient.invalidateQueries({ queryKey: keys.importRuns(environment) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (fault === null && !starting.isPending) starting.mutate();
  };
  const error = isTried && fault ? words.faults[fault] : null;
  return (
    <form className={styles.start} onSubmit={submit} noValidate aria-label={words.start}>
      <div className={styles.days}>
        <TextField
          id="import-from"
          type="date"
          label={payments.from}
          max={today}
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
        <TextField
          id="import-to"
          type="date"
          label={payments.to}
          max={today}
          value={to}
          aria-invalid={error !== null || undefined}
          onChange={({ target }) => setTo(target.value)}
        />
        <Button
          type="submit"
          variant="primary"
          busy={starting.isPending}
          disabledReason={isRunning ? words.oneAtATime : null}
        >
          {words.start}
        </Button>
      </div>
      <p className={error ? styles.error : styles.hint} role={error ? 'alert' : undefined}>
        {error ?? payments.wibDays}
      </p>
      {starting.error && <ProblemAlert error={starting.error} title={words.startFailed} onDismiss={starting.reset} />}
    </form>
  );
}
