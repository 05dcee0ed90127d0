import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EnvironmentName, LinkSearch } from '../../api/keys.ts';
import { linkTotalsQuery } from '../../api/links.ts';
import { useWords } from '../../words/words.tsx';
import { filtersOf } from './link-search.ts';
import styles from './link-totals.module.css';

interface LinkTotalsProps {
  environment: EnvironmentName;
  search: LinkSearch;
}

/** How many links the search finds and how much of them is paid. Asked for after the rows, which matter more. */
export function LinkTotals({ environment, search }: LinkTotalsProps) {
  const { links } = useWords();
  const [isLater, setIsLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLater(true), 0);
    return () => clearTimeout(timer);
  }, []);
  const { data, isPlaceholderData } = useQuery({
    ...linkTotalsQuery(environment, filtersOf(search)),
    enabled: isLater,
  });
  if (!data) return null;
  const parts = [links.totals(data.count, data.countIsExact)];
  if (data.paidAmountIdr !== null) parts.push(links.totalPaid(data.paidAmountIdr));
  return <span className={`${styles.totals} ${isPlaceholderData ? styles.old : ''}`}>{parts.join(' · ')}</span>;
}
