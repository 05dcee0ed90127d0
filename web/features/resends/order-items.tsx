import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { EnvironmentName } from '../../api/keys.ts';
import { type ResendItem, type ResendOrder, resendCsvAddress, resendItemsQuery } from '../../api/resends.ts';
import { paths } from '../../app/paths.ts';
import { formatCount } from '../../format/money.ts';
import { PageButtons } from '../../table/page-buttons.tsx';
import { DownloadIcon } from '../../ui/icons.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './resends.module.css';

const looks: Record<ResendItem['outcome'], string | undefined> = {
  waiting: styles.quiet,
  sending: styles.sending,
  done: styles.good,
  failed: styles.bad,
  unknown: styles.bad,
  skipped: styles.quiet,
  cancelled: styles.quiet,
};

interface OrderItemsProps {
  order: ResendOrder;
  environment: EnvironmentName;
}

/** What became of each item of an order, in the order of sending, page by page; and all of it as a file. */
export function OrderItems({ order, environment }: OrderItemsProps) {
  const { common, resends } = useWords();
  const words = resends.items;
  const [params, setParams] = useSearchParams();
  const cursor = params.get('cursor');
  const { data, error, isPending, isFetching, refetch } = useQuery(resendItemsQuery(environment, order, cursor));
  return (
    <section aria-label={words.title}>
      <div className={styles.itemsHead}>
        <h2>{words.title}</h2>
        <a className={styles.download} href={resendCsvAddress(environment, order.id)} download>
          <DownloadIcon size={14} />
          {words.download}
        </a>
      </div>
      {error && <ProblemAlert error={error} title={words.failed} retry={{ isFetching, refetch }} />}
      {isPending && <Skeleton heightPx={120} />}
      {data?.items.length === 0 && <p className={styles.quiet}>{words.none}</p>}
      {data && data.items.length > 0 && (
        <table className={styles.items}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                {words.number}
              </th>
              <th scope="col">{words.reference}</th>
              <th scope="col">{words.outcome}</th>
              <th scope="col" className={styles.at}>
                {words.at}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((item) => (
              <tr key={item.number}>
                <td className={styles.number}>{formatCount(item.number)}</td>
                <td className={styles.reference}>
                  <ItemLink item={item} environment={environment} />
                  {item.at && (
                    <small className={styles.atOnPhone}>
                      <Time at={item.at} as="second" zone />
                    </small>
                  )}
                </td>
                <td>
                  <span className={looks[item.outcome]}>{words.outcomes[item.outcome]}</span>
                  <ItemDetail item={item} />
                </td>
                <td className={styles.at}>{item.at ? <Time at={item.at} as="second" /> : common.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data && (
        <div className={styles.pages}>
          <PageButtons isByTime={false} {...data} onPage={(next) => setParams({ cursor: next })} />
        </div>
      )}
    </section>
  );
}

/** To the callback that was sent, or to the payment whose latest was. */
function ItemLink({ item, environment }: { item: ResendItem; environment: EnvironmentName }) {
  const { items } = useWords().resends;
  const { paymentId, callbackId, reference } = item;
  if (callbackId !== null)
    return <Link to={paths.callback(environment, callbackId)}>{reference ?? items.callback(callbackId)}</Link>;
  return paymentId && <Link to={paths.payment(environment, 'payments', paymentId)}>{reference}</Link>;
}

/** Of what was left out, the reason in words; of what failed, what the other side said. */
function ItemDetail({ item: { detail } }: { item: ResendItem }) {
  const { common } = useWords();
  if (detail === null) return null;
  const reasons: Record<string, string> = common.reasons;
  return <small className={styles.detail}>{reasons[detail] ?? detail}</small>;
}
