import { channelName } from '../../../openapi/rules/channels.ts';
import type { LinkRow } from '../../api/links.ts';
import { Time } from '../../ui/time.tsx';
import { type Catalogue, useWords } from '../../words/words.tsx';
import styles from './link-cells.module.css';

/** How a link is paid, short: `VA BCA`, `OVO`, `QRIS`; null while nothing is chosen. */
export function methodWords(
  { method, channel }: Pick<LinkRow, 'method' | 'channel'>,
  { common }: Catalogue,
): string | null {
  if (!method) return null;
  const short = common.methodsShort[method];
  if (!channel) return short;
  if (method === 'ewallet' || method === 'retail_outlet') return channelName(channel);
  return method === 'qris' ? short : `${short} ${channelName(channel)}`;
}

/** Who pays, and for what. Where the customer has no name the reference stands for it. */
export function CustomerCell({ link }: { link: LinkRow }) {
  const words = useWords();
  const second = [
    link.customerName ? (link.description ?? link.reference) : link.description,
    methodWords(link, words),
  ];
  return (
    <>
      <span className={styles.first}>{link.customerName ?? link.reference}</span>
      <small className={styles.second}>{second.filter(Boolean).join(' · ') || '\u00a0'}</small>
    </>
  );
}

/** When the money reaches the merchant: the hour while it is on its way, a word once it is there. */
export function SettlementCell({ link }: { link: LinkRow }) {
  const { common, links } = useWords();
  if (link.settlement === 'settled') return <span className={styles.settled}>{links.settled}</span>;
  if (link.settlement === 'none') return <span className={styles.none}>{common.none}</span>;
  return <span className={styles.settling}>{link.settlesAt ? <Time at={link.settlesAt} /> : links.settling}</span>;
}
