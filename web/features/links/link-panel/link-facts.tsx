import { useId, useState } from 'react';
import type { Link } from '../../../api/links.ts';
import { remember, remembered } from '../../../ui/remembered.ts';
import { useWords } from '../../../words/words.tsx';
import { DisclosureButton } from './disclosure-button.tsx';
import styles from './link-facts.module.css';
import { MainFacts } from './main-facts.tsx';
import { MoreFacts } from './more-facts.tsx';

/** Everything the ledger believes of a link: what is asked every day in sight, the rest one click away (and left open for who wants it so). */
export function LinkFacts({ link }: { link: Link }) {
  const { facts } = useWords().link;
  const [isOpen, setIsOpen] = useState(remembered('all-details') === 'open');
  const moreId = useId();
  const toggle = () => {
    remember('all-details', isOpen ? null : 'open');
    setIsOpen(!isOpen);
  };
  return (
    <div className={styles.facts}>
      <dl aria-label={facts.label}>
        <MainFacts link={link} />
      </dl>
      <dl id={moreId} aria-label={facts.more} hidden={!isOpen}>
        {isOpen && <MoreFacts link={link} />}
      </dl>
      <div className={styles.toggle}>
        <DisclosureButton isOpen={isOpen} controls={moreId} onClick={toggle}>
          {isOpen ? facts.less : facts.more}
        </DisclosureButton>
      </div>
    </div>
  );
}
