import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { PaymentSearch } from '../../api/keys.ts';
import { paymentTotalsQuery } from '../../api/payments.ts';
import { type Place, paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { Button } from '../../ui/button.tsx';
import { SendIcon } from '../../ui/icons.tsx';
import { useWords } from '../../words/words.tsx';
import { filtersOf, writePaymentSearch } from '../filters/payment-search.ts';
import styles from './list-acts.module.css';

interface ResendManyProps {
  search: PaymentSearch;
  place: Place;
}

/** Leads to sending the callbacks of all payments of the search again: all of it, not the page that is shown. */
export function ResendMany({ search, place }: ResendManyProps) {
  const { lists, resends } = useWords();
  const { name: environment } = useEnvironment();
  const navigate = useNavigate();
  const filters = filtersOf(search);
  // The totals are asked for beside the title; here they are only read.
  const totals = useQuery({ ...paymentTotalsQuery(environment, filters), enabled: false }).data;
  if (totals?.count === 0) return null;
  const told = totals ? resends.fromList(lists[place].totals(totals.count, totals.countIsExact)) : null;
  return (
    <Button
      className={styles.quiet}
      icon={<SendIcon size={14} />}
      // No hint: its tooltip's script would come before the first row.
      aria-label={told ?? undefined}
      onClick={() => navigate(paths.newResend(environment, writePaymentSearch(filters)))}
    >
      {resends.fromListShort}
    </Button>
  );
}
