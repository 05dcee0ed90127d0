import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { cancelImportRun, type ImportRun, resumeImportRun } from '../../api/import-runs.ts';
import { type EnvironmentName, keys } from '../../api/keys.ts';
import { paths } from '../../app/paths.ts';
import { formatCount } from '../../format/money.ts';
import { formatDay } from '../../format/time.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { StatusChip, type Tone } from '../../ui/status-chip.tsx';
import { Time } from '../../ui/time.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './imports-page.module.css';

const tones: Record<ImportRun['state'], Tone> = { running: 'violet', done: 'green', stopped: 'red', cancelled: 'grey' };

/** One import: which days, how far it is, what it found, and what may be done with it. */
export function RunItem({ run, environment }: { run: ImportRun; environment: EnvironmentName }) {
  const { common, imports: words } = useWords();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: keys.importRuns(environment) });
  const cancelling = useMutation({ mutationFn: () => cancelImportRun(environment, run.id), onSettled });
  const resuming = useMutation({ mutationFn: () => resumeImportRun(environment, run.id), onSettled });
  const now = Date.now();
  const [from, to] = [run.from, run.to].map((day) => formatDay(day, common.months, now));
  const days = from === to ? from : `${from} – ${to}`;
  const percent = Math.floor(run.progress * 100);
  const query = `?createdFrom=${run.from}&createdTo=${run.to}`;
  return (
    <li className={styles.run}>
      <div className={styles.head}>
        <h3>{days}</h3>
        <StatusChip tone={tones[run.state]} busy={run.state === 'running'}>
          {words.states[run.state]}
        </StatusChip>
        <span className={styles.acts}>
          {run.state === 'running' && (
            <Button size="small" busy={cancelling.isPending} onClick={() => cancelling.mutate()}>
              {words.cancel}
            </Button>
          )}
          {(run.state === 'stopped' || run.state === 'cancelled') && (
            <Button size="small" busy={resuming.isPending} onClick={() => resuming.mutate()}>
              {words.resume}
            </Button>
          )}
        </span>
      </div>
      {run.state !== 'done' && (
        <ProgressBar value={run.progress} label={words.progressOf(days ?? '')}>
          {words.progress(percent)}
        </ProgressBar>
      )}
      <p className={styles.counts}>
        {words.seen(formatCount(run.seenCount))} · {words.imported(formatCount(run.importedCount))} ·{' '}
        {words.known(formatCount(run.knownCount))}
        {run.seenCount > 0 && (
          <>
            {' · '}
            <Link to={paths.list(environment, 'one-time', query)}>{words.show}</Link>
          </>
        )}
      </p>
      {run.problem && (
        <p className={styles.problem} lang="en">
          {run.problem}
        </p>
      )}
      <p className={styles.by}>
        {words.by(run.startedBy)}, <Time at={run.startedAt} zone />
        {run.endedAt && (
          <>
            {' · '}
            {words.ended} <Time at={run.endedAt} zone />
          </>
        )}
      </p>
      {cancelling.error && <ProblemAlert error={cancelling.error} title={words.cancelFailed} />}
      {resuming.error && <ProblemAlert error={resuming.error} title={words.resumeFailed} />}
    </li>
  );
}
