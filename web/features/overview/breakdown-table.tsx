import type { PaidPeriod } from '../../api/overview.ts';
import { placeOf } from '../../app/paths.ts';
import { type Catalogue, useWords } from '../../words/words.tsx';
import { type BreakdownGroup, type BreakdownRow, type Dimension, dimensions, type GroupKey } from './breakdown.ts';
import { compare, signedPercent } from './compare.ts';
import { paidOf } from './figure-filters.ts';
import styles from './figure-table.module.css';
import type { Paid } from './paid.ts';
import { PaidCell } from './paid-cell.tsx';

interface BreakdownTableProps {
  by: Dimension;
  groups: readonly BreakdownGroup[];
  day: PaidPeriod;
  week: PaidPeriod;
}

/** The word for one property of a row. */
function keyWords({ common, lists, overview }: Catalogue, key: GroupKey, name: Dimension): string | null {
  if (name === 'kind') return key.kind ? lists[placeOf[key.kind]].title : null;
  if (name === 'provider') return key.provider ? common.providers[key.provider] : null;
  if (key.method === undefined) return null;
  return key.method === null ? overview.breakdown.unknownMethod : common.methods[key.method];
}

function difference({ amountIdr, comparedAmountIdr }: Paid): string | null {
  return signedPercent(compare(amountIdr, comparedAmountIdr));
}

/** A group of one part is the same as that part, and needs no second row. */
const isSplit = ({ parts }: BreakdownGroup) => parts.length > 1;

/** The row that stands for a group: of one part it is that part, whose search may exist where the group's does not. */
const rowFor = (group: BreakdownGroup) => (isSplit(group) ? group : (group.parts[0] ?? group));

/** One row for each value of the dimension, and below it one for each combination of the other two. */
export function BreakdownTable({ by, groups, day, week }: BreakdownTableProps) {
  const words = useWords();
  const { breakdown } = words.overview;
  const cells = ({ key, today, week: weekly }: BreakdownRow) => (
    <>
      <PaidCell filters={paidOf(key, day)} count={today.count} amountIdr={today.amountIdr} note={difference(today)} />
      <PaidCell
        filters={paidOf(key, week)}
        count={weekly.count}
        amountIdr={weekly.amountIdr}
        note={difference(weekly)}
      />
    </>
  );
  const partWords = (key: GroupKey) =>
    dimensions
      .filter((name) => name !== by)
      .map((name) => keyWords(words, key, name))
      .join(' · ');
  return (
    <table className={`${styles.table} ${styles.several}`}>
      <caption className="visually-hidden">{breakdown.by}</caption>
      <thead>
        <tr>
          <th scope="col">{words.payments.filterNames[by]}</th>
          <th scope="col">{breakdown.today}</th>
          <th scope="col">{breakdown.week}</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={String(group.key[by])}>
          <tr className={styles.group}>
            <th scope={isSplit(group) ? 'rowgroup' : 'row'}>
              {keyWords(words, group.key, by)}
              {!isSplit(group) && group.parts.map(({ key }) => <small key={partWords(key)}>{partWords(key)}</small>)}
            </th>
            {cells(rowFor(group))}
          </tr>
          {isSplit(group) &&
            group.parts.map((part) => (
              <tr key={partWords(part.key)} className={styles.part}>
                <th scope="row">{partWords(part.key)}</th>
                {cells(part)}
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  );
}
