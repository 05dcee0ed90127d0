import { useId, useState } from 'react';
import type { Payment } from '../../api/payments.ts';
import { remember, remembered } from '../../ui/remembered.ts';
import { useWords } from '../../words/words.tsx';
import { useKindViews } from '../kind-views.tsx';
import { DisclosureButton } from './disclosure-button.tsx';
import { type FactScene, Facts } from './facts/facts.tsx';
import styles from './payment-facts.module.css';

/** Everything the ledger believes of a payment: what is asked every day in sight, the rest one click away (and left open for who wants it so). */
export function PaymentFacts({ payment }: { payment: Payment }) {
  const words = useWords();
  const { facts } = words.payment;
  const view = useKindViews()[payment.kind];
  const [isOpen, setIsOpen] = useState(remembered('all-details') === 'open');
  const moreId = useId();
  const toggle = () => {
    remember('all-details', isOpen ? null : 'open');
    setIsOpen(!isOpen);
  };
  const provider = words.common.providers[payment.provider];
  const scene: FactScene = { payment, view, words, provider, now: Date.now() };
  return (
    <div className={styles.facts}>
      <dl aria-label={facts.label}>
        <Facts names={view.facts} scene={scene} />
      </dl>
      <dl id={moreId} aria-label={facts.more} hidden={!isOpen}>
        {isOpen && <Facts names={view.moreFacts} scene={scene} />}
      </dl>
      <div className={styles.toggle}>
        <DisclosureButton isOpen={isOpen} controls={moreId} onClick={toggle}>
          {isOpen ? facts.less : facts.more}
        </DisclosureButton>
      </div>
    </div>
  );
}
