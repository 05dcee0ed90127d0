import { ulid } from 'ulid';
import { settleAction } from '../audit/settle-action.ts';
import type { Db } from '../db/db.ts';
import { isOlder } from '../kinds/older-payment.ts';
import { wasNeverCreated } from '../payments/belief.ts';
import { insertPayment } from '../payments/intents.ts';
import { observe } from '../payments/observe.ts';
import type { ImportRun } from './import-run.ts';
import { type KnownPayment, lockKnown } from './known-payments.sql.ts';
import type { ListedItem } from './walk.ts';

export interface PageCounts {
  imported: number;
  known: number;
  leftOut: number;
}

/** Which payment of the ledger an item is about. */
interface Placed {
  item: ListedItem;
  paymentId: string;
  isNew: boolean;
  /** We asked for it, and its answer was lost. */
  wasUnknown: boolean;
}

/**
 * Adds a page's payments to the ledger: new ones are inserted as imported, those that it knows are read again. In: the
 * transaction that also moves the run on, so that both happen or neither. First every row is locked or inserted, in an order
 * that all imports share; only then is anything observed, which takes the lock of live events.
 */
export async function importPage(
  tx: Db,
  run: Pick<ImportRun, 'environment' | 'provider' | 'startedBy'>,
  items: readonly ListedItem[],
  at: Date,
): Promise<PageCounts> {
  const placed = await placeItems(tx, run, items, at);
  for (const { item, paymentId, wasUnknown } of placed) {
    if (wasUnknown) await settleAction(tx, paymentId, 'createOneTimePayment', 'done');
    await observe(tx, paymentId, { source: 'import', ...item }, at);
  }
  const imported = placed.filter(({ isNew }) => isNew).length;
  return { imported, known: placed.length - imported, leftOut: items.length - placed.length };
}

async function placeItems(
  tx: Db,
  run: Pick<ImportRun, 'environment' | 'provider' | 'startedBy'>,
  items: readonly ListedItem[],
  at: Date,
): Promise<Placed[]> {
  const { environment, provider } = run;
  const known = await lockKnown(tx, {
    environment,
    provider,
    providerPaymentIds: items.flatMap(({ statement }) => statement.providerPaymentId ?? []),
    references: items.flatMap(({ statement }) => statement.reference?.toLowerCase() ?? []),
  });
  const placed: Placed[] = [];
  for (const item of items.toSorted(byReference)) {
    const found = holderOf(item, known);
    if (found === 'somebody else') continue;
    const paymentId = found?.id ?? (await insertImported(tx, run, item, at));
    if (paymentId !== null) placed.push({ item, paymentId, isNew: !found, wasUnknown: found?.status === 'creating' });
  }
  return placed;
}

/**
 * The payment that an item is about: by its id at the provider, or by a reference of ours whose payment has no such id yet,
 * its creation being unknown. An attempt that never came to be is none, and an older payment is somebody else's.
 */
function holderOf({ statement }: ListedItem, known: readonly KnownPayment[]): KnownPayment | 'somebody else' | null {
  const byId = known.find(({ providerPaymentId }) => providerPaymentId === statement.providerPaymentId);
  if (byId) return byId;
  const reference = statement.reference ?? '';
  const nameless = known.filter(
    (payment) =>
      payment.providerPaymentId === null &&
      payment.reference.toLowerCase() === reference.toLowerCase() &&
      !wasNeverCreated(payment),
  );
  const byReference = nameless.find((payment) => payment.reference === reference) ?? nameless[0];
  if (!byReference) return null;
  return isOlder(statement, byReference) ? 'somebody else' : byReference;
}

/** The id of the new payment; null when its reference was taken meanwhile: the next run meets it. */
async function insertImported(
  tx: Db,
  { environment, provider, startedBy }: Pick<ImportRun, 'environment' | 'provider' | 'startedBy'>,
  { statement }: ListedItem,
  at: Date,
): Promise<string | null> {
  const reference = statement.reference ?? statement.providerPaymentId;
  if (reference === null) return null;
  const { payment, inserted } = await insertPayment(tx, {
    id: `pay_${ulid(at.getTime()).toLowerCase()}`,
    environment,
    kind: 'one-time',
    provider,
    reference,
    order: null,
    createdAt: at,
    createdBy: startedBy,
    idempotencyKey: null,
    requestDigest: null,
    checkAfter: null,
  });
  return inserted ? payment.id : null;
}

const nameOf = ({ statement }: ListedItem) => statement.reference ?? statement.providerPaymentId ?? '';

function byReference(a: ListedItem, b: ListedItem): number {
  return nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0;
}
