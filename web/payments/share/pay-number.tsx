import { CopyButton } from '../../ui/copy-button.tsx';
import { groupsOfFour } from './groups-of-four.ts';
import styles from './pay-number.module.css';

interface PayNumberProps {
  /** What number it is: "BCA virtual account". */
  label: string;
  number: string;
  copyLabel: string;
  /** What stands with it on the customer's side: its name, and under which words. */
  name: { label: string; value: string } | null;
  /** Copying it is what the screen is for. */
  isMainAct: boolean;
}

/** The number that a customer pays with, large, in groups of four; it is copied without the gaps. */
export function PayNumber({ label, number, copyLabel, name, isMainAct }: PayNumberProps) {
  return (
    <div className={styles.box}>
      <dl className={styles.facts}>
        <div>
          <dt>{label}</dt>
          <dd className={styles.number}>{groupsOfFour(number)}</dd>
        </div>
        {name && (
          <div>
            <dt>{name.label}</dt>
            <dd>{name.value}</dd>
          </div>
        )}
      </dl>
      <CopyButton variant={isMainAct ? 'primary' : 'secondary'} value={number}>
        {copyLabel}
      </CopyButton>
    </div>
  );
}
