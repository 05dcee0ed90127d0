import type { CallbackRow } from '../../../api/callbacks.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { statusTones } from '../../../format/tone.ts';
import { saysWords } from '../../../payments/callbacks/says-words.ts';
import { createColumnHelper } from '../../../table/columns.ts';
import { Amount } from '../../../ui/amount.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { type Catalogue, useWords } from '../../../words/words.tsx';
import styles from './callback-cells.module.css';
import { deliveryTones, needsPersonWords, verdictTones } from './callback-words.ts';

/** A row that grows a version with every step of its callback, so that the table tints what changed. */
export interface ShownCallback extends CallbackRow {
  version: number;
}

const deliverySteps = ['none', 'waiting', 'failing', 'delivered'] as const satisfies CallbackRow['delivery'][];
const stateSteps = ['received', 'parked', 'processed'] as const satisfies CallbackRow['state'][];
const verdictSteps = [null, 'claimed', 'duplicate', 'stale', 'contradicts', 'applied'] as const;

/** In: a row of the API. Out: the same with a number that differs for each state that it can be in. */
export function shownCallback(row: CallbackRow): ShownCallback {
  const version =
    deliverySteps.indexOf(row.delivery) + 4 * stateSteps.indexOf(row.state) + 12 * verdictSteps.indexOf(row.verdict);
  return { ...row, version };
}

type HeadName = keyof Catalogue['callbacks']['columns'];

function head(name: HeadName) {
  return function ColumnHead() {
    return useWords().callbacks.columns[name];
  };
}

const column = createColumnHelper<ShownCallback>();

/** When, from whom, what, about which payment, what we made of it, and where it went. */
export const callbackColumns = column.columns([
  column.accessor('receivedAt', {
    id: 'received',
    header: head('received'),
    enableSorting: false,
    meta: { widthPx: 150, widePercent: 15, phonePx: 166, skeleton: '104px' },
    cell: ({ row }) => <ReceivedCell row={row.original} />,
  }),
  column.display({
    id: 'kind',
    header: head('kind'),
    meta: { widePercent: 11, keepsUntil: 'wide', skeleton: '76px' },
    cell: ({ row }) => <FromCell row={row.original} />,
  }),
  column.display({
    id: 'says',
    header: head('says'),
    meta: { widthPx: 158, widePercent: 15, keepsUntil: 'phone', skeleton: '96px' },
    cell: ({ row }) => <SaysCell row={row.original} />,
  }),
  column.display({
    id: 'payment',
    header: head('payment'),
    meta: { widePercent: 19, skeleton: '60%' },
    cell: ({ row }) => <PaymentCell row={row.original} />,
  }),
  column.display({
    id: 'amount',
    header: head('amount'),
    meta: { align: 'right', widthPx: 124, widePercent: 12, keepsUntil: 'phone', skeleton: '84px' },
    cell: ({ row }) => <AmountCell row={row.original} />,
  }),
  column.display({
    id: 'verdict',
    header: head('verdict'),
    meta: { widthPx: 182, widePercent: 17, keepsUntil: 'roomy', skeleton: '76px' },
    cell: ({ row }) => <VerdictCell row={row.original} />,
  }),
  column.display({
    id: 'delivery',
    header: head('delivery'),
    meta: { widePercent: 11, keepsUntil: 'wide', skeleton: '64px' },
    cell: ({ row }) => <DeliveryCell row={row.original} />,
  }),
]);

interface CellProps {
  row: CallbackRow;
}

/** On a phone, where the column of what we did gives way, what needs a person stands here instead of the sender. */
function ReceivedCell({ row }: CellProps) {
  const words = useWords();
  const { common, kinds } = words;
  const needsPerson = needsPersonWords(words, row);
  return (
    <>
      <span className={styles.first}>
        <Time at={row.receivedAt} as="second" />
      </span>
      {needsPerson && (
        <small className={`${styles.second} ${styles.phone} ${styles[verdictTone(row)]}`}>{needsPerson}</small>
      )}
      <small className={`${styles.second} ${styles.narrow} ${needsPerson ? styles.notOnPhone : ''}`}>
        {[common.providers[row.provider], row.kind && kinds[row.kind].short].filter(Boolean).join(' · ')}
      </small>
    </>
  );
}

function FromCell({ row }: CellProps) {
  const { common, kinds } = useWords();
  return (
    <>
      <span className={styles.first}>{common.providers[row.provider]}</span>
      {row.kind && <small className={styles.second}>{kinds[row.kind].short}</small>}
    </>
  );
}

function SaysCell({ row }: CellProps) {
  const words = useWords();
  const said = saysWords(words, row);
  if (said === null || row.status === null) return <span className={styles.none}>{words.callbacks.noStatus}</span>;
  return <StatusChip tone={statusTones[row.status]}>{said}</StatusChip>;
}

/** On a phone, where their own columns give way, what it says and of how much stand here too. */
function PaymentCell({ row }: CellProps) {
  const words = useWords();
  const said = saysWords(words, row) ?? words.callbacks.noStatus;
  return (
    <>
      {row.reference ? (
        <span className={`${styles.first} ${styles.reference}`}>{row.reference}</span>
      ) : (
        <span className={styles.none}>{words.callbacks.noReference}</span>
      )}
      <small className={`${styles.second} ${styles.phone}`}>
        {[said, row.amountIdr !== null && formatAmountIdr(row.amountIdr)].filter(Boolean).join(' · ')}
      </small>
    </>
  );
}

function AmountCell({ row }: CellProps) {
  const { common } = useWords();
  if (row.amountIdr === null) return <span className={styles.none}>{common.none}</span>;
  return <Amount amountIdr={row.amountIdr} />;
}

const verdictTone = ({ state }: CallbackRow) => (state === 'parked' ? 'amber' : 'red');

/** What is parked has no verdict; its reason stands for it. What was not read yet is waiting. */
function VerdictCell({ row }: CellProps) {
  const words = useWords();
  const { verdicts, states } = words.callbacks;
  const needsPerson = needsPersonWords(words, row);
  if (needsPerson) return <StatusChip tone={verdictTone(row)}>{needsPerson}</StatusChip>;
  if (row.verdict === 'claimed') {
    return (
      <StatusChip tone={verdictTones.claimed} busy>
        {verdicts.claimed}
      </StatusChip>
    );
  }
  return <span className={styles.quiet}>{row.verdict === null ? states.received : verdicts[row.verdict]}</span>;
}

function DeliveryCell({ row }: CellProps) {
  const { callbacks, common } = useWords();
  if (row.delivery === 'none') return <span className={styles.none}>{common.none}</span>;
  return <span className={styles[deliveryTones[row.delivery]]}>{callbacks.deliveries[row.delivery]}</span>;
}
