import type { EnvironmentName } from '../../api/keys.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './unknown-payment.module.css';

interface UnknownLinkProps {
  id: string;
  environment: EnvironmentName;
  onClose: () => void;
}

/** The address names a payment that this environment's ledger does not hold. */
export function UnknownPayment({ id, environment, onClose }: UnknownLinkProps) {
  const { common, payment: words } = useWords();
  return (
    <div className={styles.unknown} role="status">
      <h2>{words.unknown}</h2>
      <p>{words.unknownDetail(common.environments[environment])}</p>
      <code>{id}</code>
      <div>
        <Button size="small" onClick={onClose}>
          {words.backToList}
        </Button>
      </div>
    </div>
  );
}
