import { channelName } from '../../../../openapi/rules/channels.ts';
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

/** Everything the ledger believes of a link, what matters most first. Facts that are not known yet are left out. */
export function LinkFacts({ link }: { link: Link }) {
  const words = useWords();
  const { facts, copyWhat } = words.link;
  const provider = words.common.providers[link.provider];
  const now = Date.now();
  const paidDifference = explainPaid(words, link);
  const hasEnded = link.status === 'expired' || (link.expiresAt !== null && Date.parse(link.expiresAt) < now);
  return (
    <dl className={styles.facts} aria-label={facts.label}>
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
        <Fact name={facts.paidAmount} aside={paidDifference}>
          {formatAmountIdr(link.paidAmountIdr)}
        </Fact>
      )}
      {link.paidAt && (
        <Fact name={facts.paidAt}>
          <Time at={link.paidAt} as="second" zone />
        </Fact>
      )}
      {link.settlement === 'settled' && link.settledAt && (
        <Fact name={facts.settled}>
          <Time at={link.settledAt} zone />
        </Fact>
      )}
      {link.settlement === 'waiting' && link.settlesAt && (
        <Fact name={facts.settles}>
          <Time at={link.settlesAt} zone />
        </Fact>
      )}
      <PayerPageFact link={link} />
      {link.expiresAt && (
        <Fact name={hasEnded ? facts.expired : facts.expires}>
          <Time at={link.expiresAt} zone />
        </Fact>
      )}
      {link.isOpenAmount && <Fact name={facts.amount}>{words.link.openAmount(formatAmountIdr(link.amountIdr))}</Fact>}
      <Fact name={facts.fee}>{link.includeAdminFee ? words.link.feeByPayer : words.link.feeByUs}</Fact>
      <Fact name={facts.contact} aside={link.contactMasked ? words.link.masked : null}>
        {[...link.emails, link.phone].filter(Boolean).join(' · ') || words.link.noContact}
      </Fact>
      {(link.payerName || link.payerPhone) && (
        <Fact name={facts.payer}>{[link.payerName, link.payerPhone].filter(Boolean).join(' · ')}</Fact>
      )}
      {link.payerNote && <Fact name={facts.payerNote}>{link.payerNote}</Fact>}
      {link.notes && <Fact name={facts.notes}>{link.notes}</Fact>}
      <Fact name={facts.offered}>
        {link.enabledMethods.map((method) => words.common.methods[method]).join(', ') ||
          words.link.methodsByProvider(provider)}
      </Fact>
      {link.enabledBanks.length > 0 && <Fact name={facts.banks}>{link.enabledBanks.map(channelName).join(', ')}</Fact>}
      {link.displayName && <Fact name={facts.displayName}>{link.displayName}</Fact>}
      <Fact name={facts.created} aside={link.imported ? words.link.imported : null}>
        <Time at={link.createdAt} as="second" zone /> {link.createdBy && words.link.createdBy(link.createdBy)}
      </Fact>
      {link.providerStatus && (
        <Fact name={facts.providerStatus(provider)}>
          <span className={styles.code}>{link.providerStatus}</span>
        </Fact>
      )}
    </dl>
  );
}
