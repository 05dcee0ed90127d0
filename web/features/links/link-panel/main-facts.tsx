import type { Link } from '../../../api/links.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { Copyable } from '../../../ui/copyable.tsx';
import { Time } from '../../../ui/time.tsx';
import { useWords } from '../../../words/words.tsx';
import { describeMethod } from './describe-method.ts';
import { describeKnownFrom, explainPaid } from './describe-paid.ts';
import { Fact } from './fact.tsx';
import styles from './link-facts.module.css';
import { PayerPageFact } from './payer-page-fact.tsx';

/** The facts that are asked every day: how we know, the numbers to find it by, how much, when, and whom to reach. */
export function MainFacts({ link }: { link: Link }) {
  const words = useWords();
  const { facts, copyWhat } = words.link;
  const provider = words.common.providers[link.provider];
  const now = Date.now();
  const hasEnded = link.status === 'expired' || (link.expiresAt !== null && Date.parse(link.expiresAt) < now);
  const contacts = [...link.emails, link.phone].filter((contact) => contact !== null);
  return (
    <>
      {link.knownFrom && <Fact name={facts.knownFrom}>{describeKnownFrom(words, link.knownFrom, now)}</Fact>}
      <Fact name={facts.reference}>
        <Copyable value={link.reference} what={copyWhat.reference} />
      </Fact>
      {link.providerLinkId && (
        <Fact name={facts.providerLinkId}>
          <Copyable value={link.providerLinkId} what={copyWhat.linkId} />
        </Fact>
      )}
      {link.paymentReferenceNumber && (
        <Fact name={facts.receiptNumber}>
          <Copyable value={link.paymentReferenceNumber} what={copyWhat.receiptNumber} />
        </Fact>
      )}
      {link.txRefNumber && (
        <Fact name={facts.txRefNumber(provider)}>
          <Copyable value={link.txRefNumber} what={copyWhat.txRefNumber} />
        </Fact>
      )}
      {link.method && <Fact name={facts.method}>{describeMethod(words, link.method, link.channel)}</Fact>}
      {link.paidAmountIdr !== null && (
        <Fact name={facts.paidAmount} aside={explainPaid(words, link)}>
          {formatAmountIdr(link.paidAmountIdr)}
        </Fact>
      )}
      {link.paidAt && (
        <Fact name={facts.paidAt}>
          <Time at={link.paidAt} as="second" zone />
        </Fact>
      )}
      {link.expiresAt && link.status !== 'paid' && link.status !== 'deleted' && (
        <Fact name={hasEnded ? facts.expired : facts.expires}>
          <Time at={link.expiresAt} zone />
        </Fact>
      )}
      <Fact name={facts.contact} aside={link.contactMasked ? words.link.masked : null}>
        {contacts.map((contact) => (
          <span key={contact} className={styles.line}>
            {contact}
          </span>
        ))}
        {contacts.length === 0 && words.link.noContact}
      </Fact>
      <PayerPageFact link={link} />
    </>
  );
}
