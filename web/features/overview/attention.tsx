import { Link } from 'react-router';
import type { EnvironmentName } from '../../api/keys.ts';
import type { Overview } from '../../api/overview.ts';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { writePaymentSearch } from '../../payments/filters/payment-search.ts';
import { writeParams } from '../../table/search-params.ts';
import { AlertIcon, CheckIcon, ChevronRightIcon } from '../../ui/icons.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './attention.module.css';
import sheet from './overview.module.css';

type Reason = Overview['attention'][number]['attention'];

/** Where what a reason counts is found. */
function placeOfReason(environment: EnvironmentName, reason: Reason): string {
  if (reason === 'callback_parked') return paths.callbacks(environment, writeParams({ state: 'parked' }));
  if (reason === 'destination_stopped') return paths.destinations(environment);
  return paths.list(environment, 'payments', writePaymentSearch({ attention: reason }));
}

/** What needs a person: one quiet line when nothing does, else each reason with what it means and the way there. */
export function Attention({ attention }: { attention: Overview['attention'] }) {
  const { overview, payments } = useWords();
  const { name: environment } = useEnvironment();
  const pressing = attention.filter(({ count }) => count > 0);
  return (
    <section
      className={`${sheet.wide} ${styles.section} ${pressing.length > 0 ? styles.pressing : ''}`}
      aria-label={payments.filterNames.attention}
    >
      {pressing.length === 0 ? (
        <p className={styles.calm}>
          <CheckIcon />
          {overview.attention.none}
        </p>
      ) : (
        <>
          <h2 className={styles.title}>
            <AlertIcon />
            {payments.filterNames.attention}
          </h2>
          <ul className={styles.reasons}>
            {pressing.map(({ attention: reason, count }) => (
              <li key={reason}>
                <Link to={placeOfReason(environment, reason)}>
                  <strong>{overview.attention.reasons[reason](count)}</strong>
                  <ChevronRightIcon size={14} />
                  <small>{overview.attention.details[reason]}</small>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
