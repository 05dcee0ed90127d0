import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EnvironmentName, PaymentSearch } from '../../api/keys.ts';
import { paymentTotalsQuery } from '../../api/payments.ts';
import type { Place } from '../../app/paths.ts';
import { useWords } from '../../words/words.tsx';
import { filtersOf } from '../filters/payment-search.ts';
import styles from './payment-totals.module.css';

interface PaymentTotalsProps {
  environment: EnvironmentName;
  place: Place;
  search: PaymentSearch;
}

/** How many payments the search finds and how much of them is paid. Asked for after the rows, which matter more. */
export function PaymentTotals({ environment, place, search }: PaymentTotalsProps) {
  const { lists, payments } = useWords();
  const [isLater, setIsLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLater(true), 0);
    return () => clearTimeout(timer);
  }, []);
  const { data, isPlaceholderData } = useQuery({
    ...paymentTotalsQuery(environment, filtersOf(search)),
    enabled: isLater,
  });
  if (!data) return null;
  const parts = [lists[place].totals(data.count, data.countIsExact)];
  if (data.paidAmountIdr !== null) parts.push(payments.totalPaid(data.paidAmountIdr));
  return <span className={`${styles.totals} ${isPlaceholderData ? styles.old : ''}`}>{parts.join(' · ')}</span>;
}
