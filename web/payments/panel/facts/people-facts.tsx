import { Fact } from '../fact.tsx';
import styles from '../payment-facts.module.css';
import type { TellFact } from './facts.tsx';

type Name = 'contact' | 'payer' | 'payerNote' | 'notes' | 'createdBy';

/** Whom to reach, who paid, and who made it. */
export const peopleFacts: Record<Name, TellFact> = {
  contact: ({ payment: { kind, emails, phone, contactMasked }, words: { payment: words } }) => {
    const contacts = [...emails, phone].filter((contact) => contact !== null);
    // A link is sent to somebody, so that nobody to send it to is worth telling.
    if (contacts.length === 0 && kind !== 'link') return null;
    return (
      <Fact name={words.facts.contact} aside={contactMasked && contacts.length > 0 ? words.masked : null}>
        {contacts.map((contact) => (
          <span key={contact} className={styles.line}>
            {contact}
          </span>
        ))}
        {contacts.length === 0 && words.noContact}
      </Fact>
    );
  },
  payer: ({ payment: { payerName, payerPhone }, words: { payment: words } }) => {
    const payer = [payerName, payerPhone].filter(Boolean).join(' · ');
    return payer && <Fact name={words.facts.payer}>{payer}</Fact>;
  },
  payerNote: ({ payment: { payerNote }, words: { payment: words } }) =>
    payerNote && <Fact name={words.facts.payerNote}>{payerNote}</Fact>,
  notes: ({ payment: { notes }, words: { payment: words } }) => notes && <Fact name={words.facts.notes}>{notes}</Fact>,
  createdBy: ({ payment: { createdBy }, words: { payment: words } }) =>
    createdBy && <Fact name={words.facts.createdBy}>{createdBy}</Fact>,
};
