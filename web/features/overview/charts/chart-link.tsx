import type { FocusEvent, PointerEvent, ReactNode } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';
import styles from './charts.module.css';

interface ChartLinkProps {
  to: string;
  /** The figure in words; read out, and all that a screen reader hears of it. */
  label: string;
  children: ReactNode;
  onFocus?: (event: FocusEvent) => void;
  onBlur?: (event: FocusEvent) => void;
  onPointerEnter?: (event: PointerEvent) => void;
}

/** A part of a drawing that leads to the payments it stands for. Its first child is the area that answers and shows the focus. */
export function ChartLink({ to, label, children, ...on }: ChartLinkProps) {
  return (
    <a className={styles.link} href={useHref(to)} onClick={useLinkClickHandler(to)} aria-label={label} {...on}>
      {children}
    </a>
  );
}
