import { fazzInput, newLink, remInput } from '../../../server/testing/link-inputs.ts';
import { type MadeLink, makeLink } from '../../../server/testing/make-link.ts';
import { newOneTime, newRouting, oneTimeInputs } from '../../../server/testing/payment-inputs.ts';
import type { Console } from '../start-console.ts';
import { type StockedCallbacks, stockCallbacks } from './stock-callbacks.ts';

/** Ids of the payments that screens show. */
export interface Stock {
  open: string;
  paid: string;
  creating: string;
  failed: string;
  production: string;
  routing: string;
  simulated: string;
  refused: string;
  contradicted: string;
  account: string;
  wallet: string;
  callbacks: StockedCallbacks;
}

const customers = [
  'Dewi Anggraini',
  'Rizky Pratama',
  'Agung Nugroho',
  'Putri Maharani',
  'Wayan Sudiarta',
  'Ratna Kusuma',
];

/** Every state that a row can be in. */
const states: MadeLink['said'][] = [
  { status: 'open' },
  { status: 'awaiting_payment', method: 'va', channel: 'bca' },
  { status: 'processing', method: 'card' },
  { status: 'paid', method: 'qris', paidAmountIdr: 175_000, settlement: 'waiting' },
  { status: 'paid', method: 'va', channel: 'bni', paidAmountIdr: 1_175_000, settlement: 'settled' },
  { status: 'expired', isFinal: true },
  { status: 'deleted', isFinal: true },
  {
    status: 'failed',
    isFinal: true,
    failure: { code: 'payment_failed', detail: 'Insufficient funds', providerCode: null },
  },
  undefined,
];

/** Fills the sandbox's ledger with links in every state and some of each other kind, and production's with one. */
export async function stockLedger(app: Console): Promise<Stock> {
  const made: string[] = [];
  const hourAgo = Date.now() - 3_600_000;
  for (let number = 0; number < 27; number += 1) {
    const customerName = customers[number % customers.length];
    const order = { amountIdr: 75_000 + 25_000 * number, customerName, description: `Pesanan ${2000 + number}` };
    const createdAt = new Date(hourAgo + number * 60_000);
    const provider = number % 3 ? 'rem' : 'fazz';
    made.push(await makeLink(app.db, { provider, order, said: states[number % states.length], createdAt }));
  }
  const production = await makeLink(app.db, {
    environment: 'production',
    order: { amountIdr: 4_500_000, customerName: 'Siti Rahayu' },
    said: { status: 'open' },
    createdAt: new Date(hourAgo),
  });
  const finance = await app.signIn('finance');
  const open = await newLink(finance, fazzInput({ customerName: 'Budi Hartono' }));
  const paid = await newLink(finance, remInput({ customerName: 'Siti Rahayu' }));
  app.sandbox.control.pay(paid.reference, {
    method: 'qris',
    channel: 'ovo',
    phone: '081234567890',
    note: 'Terima kasih',
  });
  await app.sandbox.control.advance(0);
  await finance.POST('/api/{environment}/links/{id}/resend-callback', {
    params: { path: { environment: 'sandbox', id: paid.id } },
  });
  const [failed = '', creating = ''] = made.slice(-2);
  const others = await stockOtherKinds(app);
  const callbacks = await stockCallbacks(app);
  return { open: open.id, paid: paid.id, creating, failed, production, ...others, callbacks };
}

async function stockOtherKinds(app: Console) {
  const [finance, tester] = await Promise.all([app.signIn('finance'), app.signIn('tester')]);
  const refused = await makeLink(app.db, {
    kind: 'routing',
    order: { amountIdr: 60_000 },
    said: {
      status: 'failed',
      isFinal: true,
      failure: { code: 'declined', detail: 'Duplicate partner tx id', providerCode: '203' },
    },
  });
  const contradicted = await makeLink(app.db, {
    kind: 'one-time',
    provider: 'fazz',
    order: { amountIdr: 95_000, method: 'va', channel: 'bri', displayName: 'Toko Batik' },
    said: { status: 'paid', amountIdr: 59_000, paidAmountIdr: 59_000 },
  });
  const simulated = await newRouting(finance, { amountIdr: 75_000 });
  const routing = await newRouting(finance, { partnerUserId: 'member-2041', emails: ['siti@example.com'] });
  const account = await newOneTime(finance, oneTimeInputs.va);
  const wallet = await newOneTime(finance, oneTimeInputs.ewallet);
  await newOneTime(finance, oneTimeInputs.retail_outlet);
  await tester.POST('/api/{environment}/payment-simulations', {
    params: { path: { environment: 'sandbox' } },
    body: { ids: [simulated.id], step: 'payment' },
  });
  await app.sandbox.control.advance(0);
  return {
    refused,
    contradicted,
    simulated: simulated.id,
    routing: routing.id,
    account: account.id,
    wallet: wallet.id,
  };
}
