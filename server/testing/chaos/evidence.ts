import type { components } from '../../../openapi/generated/console.ts';
import type { Delivery } from '../../sandbox/callbacks/delivery.ts';
import type { Charge } from '../../sandbox/charges/charge.ts';
import type { ReceivedRequest } from '../../sandbox/receiver/receiver.ts';
import type { Change, ForwardedCallback, StoredCallback } from './records.sql.ts';
import { readChanges, readForwarded, readStoredCallbacks } from './records.sql.ts';
import { ask, type Order, receiverName, type Stage } from './stage.ts';

type Schemas = components['schemas'];
export type LedgerRow = Pick<
  Schemas['PaymentRow'],
  'id' | 'kind' | 'provider' | 'reference' | 'status' | 'settlement' | 'amountIdr' | 'paidAmountIdr'
>;

/** What one answer of the console showed, and when it was asked for and given (ms of one clock). */
export interface Sighting {
  startedMs: number;
  endedMs: number;
  payments: (Pick<Schemas['PaymentRow'], 'version' | 'status' | 'settlement'> & { paymentId: string })[];
}

/** The sums of all payments of one kind at one provider. */
export interface Totals extends Pick<Schemas['PaymentTotals'], 'count' | 'paidCount' | 'paidAmountIdr'> {
  kind: Schemas['PaymentKind'];
  provider: Schemas['Provider'];
}

/** All that the checks look at, when everything has settled. */
export interface Evidence {
  orders: Order[];
  sightings: Sighting[];
  /** What the console shows. */
  payments: LedgerRow[];
  totals: Totals[];
  /** What the database holds. */
  callbacks: StoredCallback[];
  changes: Change[];
  forwarded: ForwardedCallback[];
  /** What the twin knows. */
  charges: Charge[];
  deliveries: Delivery[];
  received: ReceivedRequest[];
}

/** Gathers the evidence; the servers are gone afterwards. */
export async function gatherEvidence(stage: Stage): Promise<Evidence> {
  const { server } = stage;
  const [payments, totals] = [await readLedger(stage), await readTotals(stage)];
  await Promise.all(server.replicas.map((replica) => replica.killNine()));
  const db = await server.openDatabase();
  const { control } = server.twin;
  try {
    return {
      orders: [...stage.orders.values()],
      sightings: stage.sightings,
      payments,
      totals,
      callbacks: await readStoredCallbacks(db),
      changes: await readChanges(db),
      forwarded: await readForwarded(db, stage.destinationId),
      charges: control.links(),
      deliveries: control.deliveries(),
      received: control.receivers.received(receiverName),
    };
  } finally {
    await db.close();
  }
}

/** All rows of the console's list. */
export async function readLedger(stage: Stage): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  const { environment } = stage.server;
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: 200, ...(cursor !== null && { cursor }) };
    const params = { path: { environment }, query };
    const { data } = await ask(stage, 0, (client) => client.GET('/api/{environment}/payments', { params }));
    if (!data) throw new Error('the list of payments was refused');
    rows.push(...data.items);
    cursor = data.nextCursor;
  } while (cursor !== null);
  return rows;
}

/** What exists: REM has links and routings, Fazz links and one-time payments. */
const places = [
  { provider: 'rem', kind: 'link' },
  { provider: 'rem', kind: 'routing' },
  { provider: 'fazz', kind: 'link' },
  { provider: 'fazz', kind: 'one-time' },
] as const;

function readTotals(stage: Stage): Promise<Totals[]> {
  const { environment } = stage.server;
  return Promise.all(
    places.map(async ({ provider, kind }) => {
      const params = { path: { environment }, query: { provider: [provider], kind: [kind] } };
      const { data } = await ask(stage, 0, (client) => client.GET('/api/{environment}/payment-totals', { params }));
      if (!data) throw new Error('the totals were refused');
      const { count, paidCount, paidAmountIdr } = data;
      return { provider, kind, count, paidCount, paidAmountIdr };
    }),
  );
}
