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

/** Who pays, for what and how. Without a name the reference stands for it; a wide table has the method in a column. */
export function CustomerCell({ link }: { link: LinkRow }) {
  const words = useWords();
  const purpose = link.customerName ? (link.description ?? link.reference) : link.description;
  const method = methodWords(link, words);
  return (
    <>
      <span className={styles.first}>{link.customerName ?? link.reference}</span>
      <small className={styles.second}>
        {purpose ?? '\u00a0'}
        {method && <span className={styles.method}>{purpose ? ` · ${method}` : method}</span>}
      </small>
    </>
  );
}

/** How it is paid, once that is chosen. */
export function MethodCell({ link }: { link: LinkRow }) {
  const words = useWords();
  const method = methodWords(link, words);
  return method ?? <span className={styles.none}>{words.common.none}</span>;
}

/** When the money reaches the merchant: the hour while it is on its way, a word once it is there. */
export function SettlementCell({ link }: { link: LinkRow }) {
  const { common, links } = useWords();
  if (link.settlement === 'settled') return <span className={styles.settled}>{links.settled}</span>;
  if (link.settlement === 'none') return <span className={styles.none}>{common.none}</span>;
  return <span className={styles.settling}>{link.settlesAt ? <Time at={link.settlesAt} /> : links.settling}</span>;
}
