import { vi } from 'vitest';
import { newLink, remInput } from '../../../server/testing/link-inputs.ts';
import { callBack, newDestination } from '../../../server/testing/send-on.ts';
import type { TestClient } from '../../../server/testing/start-test-app.ts';
import type { CallbackRow } from '../../api/callbacks.ts';
import type { Console } from '../start-console.ts';

/** Ids of the callbacks that screens show. */
export interface StockedCallbacks {
  /** Read, confirmed, different from the one before it; delivered to one destination, refused by the other. */
  sentOn: string;
  /** It says another amount than was asked for. */
  contradicting: string;
  /** Of a payment that nobody knows. */
  parked: string;
}

/** Two destinations, one of which fails, and callbacks that end in every way. */
export async function stockCallbacks(app: Console): Promise<StockedCallbacks> {
  const [finance, admin] = await Promise.all([app.signIn('finance'), app.signIn('admin')]);
  const order = { customerName: 'Citra Lestari', amountIdr: 350_000 };
  await newLink(finance, remInput({ ...order, reference: 'INV2051' }));
  await newLink(finance, remInput({ ...order, reference: 'INV2052' }));
  const claim = { status: 'complete', amount: 350_000, paid_amount: 350_000 };
  await callBack(app, 'INV2051');
  await callBack(app, 'INV2052', { amount: 35_000 });
  await callBack(app, 'INV1999', claim, { 'user-agent': 'rem-callback/2.4' });
  const parked = await arrived(finance, 'INV1999', ({ state }) => state === 'parked');
  const contradicting = await arrived(finance, 'INV2052', ({ verdict }) => verdict === 'contradicts');
  await arrived(finance, 'INV2051', ({ state }) => state === 'processed');
  // Not before, for what fails holds up what comes after it about the same payment.
  await newDestination(app, admin, 'orders', { name: 'Order system', kinds: ['link'] });
  await newDestination(app, admin, 'erp', { name: 'ERP', kinds: ['link'] });
  app.sandbox.control.receivers.change('erp', { answer: 'html', httpStatus: 503 });
  app.sandbox.control.pay('INV2051', { method: 'va', channel: 'bca' });
  await app.sandbox.control.advance(0);
  const sentOn = await arrived(
    finance,
    'INV2051',
    ({ status, delivery }) => status === 'paid' && delivery === 'failing',
  );
  return { sentOn, contradicting, parked };
}

/** The callback about the payment of that reference that is as it shall be, as soon as one is. */
function arrived(client: TestClient, reference: string, isSo: (callback: CallbackRow) => boolean): Promise<string> {
  const find = async () => {
    const { data } = await client.GET('/api/{environment}/callbacks', {
      params: { path: { environment: 'sandbox' }, query: { q: reference } },
    });
    return data?.items.find(isSo)?.id;
  };
  return vi.waitUntil(find, { timeout: 20_000, interval: 100 }).then(String);
}
