import { channelName } from '../../../../openapi/rules/channels.ts';
import type { Link } from '../../../api/links.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { Time } from '../../../ui/time.tsx';
import { useWords } from '../../../words/words.tsx';
import { Fact } from './fact.tsx';
import styles from './link-facts.module.css';

/** The facts behind "all details": settlement, what was agreed, what the payer typed, and who made it. */
export function MoreFacts({ link }: { link: Link }) {
  const { common, link: words } = useWords();
  const { facts } = words;
  const provider = common.providers[link.provider];
  const settlement = link.settlement === 'settled' ? link.settledAt : link.settlesAt;
  const methods = link.enabledMethods.map((method) => common.methods[method]).join(', ');
  const payer = [link.payerName, link.payerPhone].filter(Boolean).join(' · ');
  return (
    <>
      {settlement && (
        <Fact name={link.settlement === 'settled' ? facts.settled : facts.settles}>
          <Time at={settlement} zone />
        </Fact>
      )}
      {payer && <Fact name={facts.payer}>{payer}</Fact>}
      {link.payerNote && <Fact name={facts.payerNote}>{link.payerNote}</Fact>}
      {link.notes && <Fact name={facts.notes}>{link.notes}</Fact>}
      {link.isOpenAmount && <Fact name={facts.amount}>{words.openAmount(formatAmountIdr(link.amountIdr))}</Fact>}
      <Fact name={facts.fee}>{link.includeAdminFee ? words.feeByPayer : words.feeByUs}</Fact>
      <Fact name={facts.offered}>{methods || words.methodsByProvider(provider)}</Fact>
      {link.enabledBanks.length > 0 && <Fact name={facts.banks}>{link.enabledBanks.map(channelName).join(', ')}</Fact>}
      {link.displayName && <Fact name={facts.displayName}>{link.displayName}</Fact>}
      <Fact name={facts.created}>
        <Time at={link.createdAt} as="second" zone />
      </Fact>
      {link.expiresAt && (link.status === 'paid' || link.status === 'deleted') && (
        <Fact name={Date.parse(link.expiresAt) < Date.now() ? facts.expired : facts.expires}>
          <Time at={link.expiresAt} zone />
        </Fact>
      )}
      {link.createdBy && <Fact name={facts.createdBy}>{link.createdBy}</Fact>}
      {link.imported && <Fact name={facts.origin}>{words.imported(provider)}</Fact>}
      {link.providerStatus && (
        <Fact name={facts.providerStatus(provider)}>
          <span className={styles.code}>{link.providerStatus}</span>
        </Fact>
      )}
    </>
  );
}
