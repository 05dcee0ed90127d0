import type { ReactNode } from 'react';
import { ChevronRightIcon } from '../../ui/icons.tsx';
import styles from './disclosure-button.module.css';

interface DisclosureButtonProps {
  isOpen: boolean;
  /** Id of what it shows. */
  controls: string;
  onClick: () => void;
  children: ReactNode;
}

/** A small button that shows and hides what stands below it. */
export function DisclosureButton({ isOpen, controls, onClick, children }: DisclosureButtonProps) {
  return (
    <button type="button" className={styles.disclose} aria-expanded={isOpen} aria-controls={controls} onClick={onClick}>
      <ChevronRightIcon size={12} />
      {children}
    </button>
  );
}
