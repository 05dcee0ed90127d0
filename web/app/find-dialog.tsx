import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { callbackPageQuery } from '../api/callbacks.ts';
import type { EnvironmentName } from '../api/keys.ts';
import { paymentPageQuery } from '../api/payments.ts';
import { PaymentStatus } from '../payments/cells/payment-status.tsx';
import { writePaymentSearch } from '../payments/filters/payment-search.ts';
import { Amount } from '../ui/amount.tsx';
import { SearchIcon } from '../ui/icons.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { TopDialog } from '../ui/top-dialog.tsx';
import { describeProblem } from '../words/describe-problem.ts';
import { useWords } from '../words/words.tsx';
import styles from './find-dialog.module.css';
import { FindOption, optionId } from './find-option.tsx';
import { FoundCallbacks } from './found-callbacks.tsx';
import { paths, placeOf } from './paths.ts';
import { useEnvironmentOrNone } from './use-environment.ts';

const MOST_SHOWN = 8;
const MOST_CALLBACKS = 3;

interface FindDialogProps {
  environment: EnvironmentName;
  onClose: () => void;
}

/** Finds one payment of any kind from anywhere: type, arrow to it, Enter. The list behind stays as it was. */
export function FindDialog({ environment, onClose }: FindDialogProps) {
  const words = useWords();
  const { common } = words;
  const mayReadCallbacks = useEnvironmentOrNone()?.permissions.includes('callbacks.read') ?? false;
  const navigate = useNavigate();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const found = useQuery({ ...paymentPageQuery(environment, { q, limit: MOST_SHOWN }), enabled: q !== '' });
  const rows = q === '' ? [] : (found.data?.items ?? []);
  const isAsking = q !== '' && (found.isPending || found.isPlaceholderData);
  // Callbacks are found by what their bodies hold, and those of a payment that alone was found, whatever it was found by.
  const [only] = rows;
  const about = rows.length === 1 && only ? { paymentId: only.id } : { q };
  const callbacks = useQuery({
    ...callbackPageQuery(environment, { ...about, limit: MOST_CALLBACKS }),
    enabled: q !== '' && !isAsking && found.data !== undefined && mayReadCallbacks,
    placeholderData: undefined,
  });
  const callbackRows = q === '' ? [] : (callbacks.data?.items ?? []);
  const all = paths.list(environment, 'payments', writePaymentSearch({ q }));
  const targets = [
    ...rows.map(({ id, kind }) => paths.payment(environment, placeOf[kind], id)),
    ...callbackRows.map(({ id }) => paths.callback(environment, id)),
    ...(q === '' ? [] : [all]),
  ];

  const go = (to: string | undefined) => {
    if (!to) return;
    onClose();
    navigate(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && targets.length > 0) {
      event.preventDefault();
      setChosen((chosen + step + targets.length) % targets.length);
    }
    if (event.key === 'Enter' && !isAsking) go(targets[chosen]);
  };
  const search = (next: string) => {
    setQ(next);
    setChosen(0);
  };
  const options = { listId, chosen, onChoose: (index: number) => go(targets[index]) };
  return (
    <TopDialog onClose={onClose} label={common.findTitle}>
      <div className={styles.field}>
        <SearchField
          autoFocus
          value={q}
          onChange={search}
          label={common.findTitle}
          placeholder={common.find}
          onKeyDown={onKeyDown}
          list={{ id: listId, activeId: targets.length > 0 ? optionId(listId, chosen) : undefined }}
        />
      </div>
      <div className={styles.said} role="status">
        {q === '' && common.findHint}
        {isAsking && (
          <>
            <Spinner /> {common.loading}…
          </>
        )}
        {found.isError && q !== '' && describeProblem(words, found.error).title}
        {!isAsking && found.data && q !== '' && rows.length === 0 && callbackRows.length === 0 && common.findNothing(q)}
      </div>
      <div role="listbox" id={listId} aria-label={common.findTitle} className={styles.list}>
        {rows.map((row, index) => (
          <FindOption key={row.id} {...options} index={index}>
            <span className={styles.who}>
              {row.customerName ?? row.reference}
              <small>
                <span className={styles.kind}>{words.kinds[row.kind].name}</span> {row.customerName && row.reference}
              </small>
            </span>
            <Amount amountIdr={row.amountIdr} />
            <PaymentStatus payment={row} />
          </FindOption>
        ))}
        <FoundCallbacks rows={callbackRows} from={rows.length} options={options} />
        {q !== '' && (
          <FindOption {...options} index={targets.length - 1} className={styles.all}>
            <SearchIcon /> {common.findAll}
          </FindOption>
        )}
      </div>
    </TopDialog>
  );
}
