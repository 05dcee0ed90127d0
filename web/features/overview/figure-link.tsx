import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PaymentFilters } from '../../api/keys.ts';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { writePaymentSearch } from '../../payments/filters/payment-search.ts';
import styles from './figure-link.module.css';

interface FigureLinkProps {
  /** The search for the payments that the figure counts; null when there is none. */
  filters: PaymentFilters | null;
  children: ReactNode;
  className?: string;
}

/** A figure that leads to the payments it counts. */
export function FigureLink({ filters, children, className = '' }: FigureLinkProps) {
  const { name: environment } = useEnvironment();
  if (!filters) return <span className={className}>{children}</span>;
  return (
    <Link
      className={`${styles.link} ${className}`}
      to={paths.list(environment, 'payments', writePaymentSearch(filters))}
    >
      {children}
    </Link>
  );
}
