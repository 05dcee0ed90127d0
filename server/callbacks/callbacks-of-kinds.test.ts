import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoAccount } from '../sandbox/demo-account.ts';
import { newLink, readLink, remInput } from '../testing/link-inputs.ts';
import {
  newOneTime,
  newRouting,
  oneTimeInputs,
  paymentTimeline,
  postOneTime,
  postRouting,
  readPayment,
  routingInput,
} from '../testing/payment-inputs.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

let app: TestApp;
let finance: TestClient;
let urls: Record<'rem' | 'fazz', string>;

beforeAll(async () => {
  app = await startTestApp({ sandbox: { settleAfterMs: 'next-day-15:00' }, config: { answerWithinMs: 1_000 } });
  finance = await app.signIn('finance');
  const { rem, fazz } = app.sandbox.control.settings().callbackUrls;
  urls = { rem: rem ?? '', fazz: fazz ?? '' };
});
afterAll(() => app.close());
beforeEach(() => app.sandbox.control.disarm());

const observed = async (id: string) =>
  (await paymentTimeline(finance, id)).filter((entry) => entry.type === 'observation' && entry.source === 'callback');
const becomes = (id: string, expected: object) => expect.poll(() => readPayment(finance, id)).toMatchObject(expected);

async function lastCallback() {
  await app.workers.callbacks.processAll();
  const { rows } = await app.db.query(
    `select state, parked_reason as reason, payment_id as "paymentId" from callbacks order by id desc limit 1`,
  );
  return rows[0];
}

const makers = {
  routing: () => newRouting(finance),
  'routing with a page': () => newRouting(finance, { hasHostedPage: true }),
  'virtual account': () => newOneTime(finance, oneTimeInputs.va),
  'retail payment': () => newOneTime(finance, oneTimeInputs.retail_outlet),
  'QRIS payment': () => newOneTime(finance, oneTimeInputs.qris),
  'e-wallet payment': () => newOneTime(finance, oneTimeInputs.ewallet),
};

describe.each(Object.entries(makers))('callbacks of a %s', (_, make) => {
  it('say that it is paid, and later that it is settled', async () => {
    const { id, reference, amountIdr, provider } = await make();
    app.sandbox.control.pay(reference);
    await becomes(id, {
      status: 'paid',
      settlement: 'waiting',
      paidAmountIdr: amountIdr,
      calledBackAt: expect.any(String),
      // What REM's unsigned callback claims counts once REM has confirmed it; Fazz signs.
      knownFrom: { source: 'callback', confirmedAt: provider === 'rem' ? expect.any(String) : null },
    });
    app.sandbox.control.settle(reference);
    await becomes(id, { settlement: 'settled' });
    expect(await observed(id)).toMatchObject([
      { settlement: 'settled', verdict: 'applied', raw: expect.stringContaining(reference) },
      { settlement: 'waiting', verdict: 'applied' },
    ]);
    expect(await lastCallback()).toEqual({ state: 'processed', reason: null, paymentId: id });
  });

  it('that come twice change nothing the second time', async () => {
    const { id, reference } = await make();
    app.sandbox.control.arm({ scenario: 'callback_duplicated' });
    app.sandbox.control.pay(reference);
    // The first of REM's is a claim until REM has confirmed it.
    await expect.poll(() => observed(id)).toMatchObject([{ verdict: 'duplicate' }, { verdict: 'applied' }]);
  });

  it('that come in the wrong order take nothing back', async () => {
    const { id, reference } = await make();
    app.sandbox.control.arm({ scenario: 'callback_reordered' });
    app.sandbox.control.pay(reference);
    app.sandbox.control.settle(reference);
    await expect.poll(async () => (await observed(id)).length).toBe(2);
    expect(await observed(id)).toMatchObject([{ settlement: 'waiting' }, { settlement: 'settled' }]);
    await becomes(id, { status: 'paid', settlement: 'settled' });
  });
});

it.each([
  { provider: 'rem', operation: 'createPaymentRouting', send: () => postRouting(finance, routingInput()) },
  { provider: 'fazz', operation: 'createPayment', send: () => postOneTime(finance, oneTimeInputs.va) },
] as const)('a callback proves that a payment at $provider exists whose creation was not answered', async (one) => {
  app.sandbox.control.arm({ scenario: 'lost_response', operation: one.operation });
  const { data } = await one.send();
  expect(data?.status).toBe('creating');
  app.sandbox.control.pay(data?.reference ?? '');
  await becomes(data?.id ?? '', { status: 'paid', providerPaymentId: expect.any(String) });
});

it('a callback of one kind never touches a payment of another with the same reference', async () => {
  const reference = 'SHAREDREFERENCE';
  const link = await newLink(finance, remInput({ reference }));
  const routing = await newRouting(finance, { reference });
  app.sandbox.control.pay(routing.providerPaymentId ?? '');
  await becomes(routing.id, { status: 'paid' });
  expect(await readLink(finance, link.id)).toMatchObject({ status: 'open', calledBackAt: null });
  app.sandbox.control.pay(link.providerPaymentId ?? '');
  await expect.poll(async () => (await readLink(finance, link.id)).status).toBe('paid');
  expect(await observed(routing.id)).toHaveLength(1);
});

it('a callback about a routing or a one-time payment that is not ours is parked', async () => {
  const headers = { 'content-type': 'application/json' };
  const routing = { trx_id: 'x', partner_trx_id: 'NOBODYS', receive_amount: 10_000, payment_status: 'COMPLETE' };
  await fetch(urls.rem, { method: 'POST', headers, body: JSON.stringify(routing) });
  expect(await lastCallback()).toEqual({ state: 'parked', reason: 'unknown_payment', paymentId: null });

  const attributes = { status: 'paid', amount: '10000.0', referenceId: 'NOBODYS' };
  const body = JSON.stringify({ data: { id: `contract_${'0'.repeat(32)}`, type: 'payment', attributes } });
  const signature = createHmac('sha256', demoAccount.fazz.signingSecret).update(body).digest('hex');
  await fetch(urls.fazz, { method: 'POST', headers: { ...headers, 'xfers-signature': signature }, body });
  expect(await lastCallback()).toEqual({ state: 'parked', reason: 'unknown_payment', paymentId: null });
});

it('a callback of a one-time payment with a wrong signature is refused, and no payment changes', async () => {
  const { id, reference } = await newOneTime(finance, oneTimeInputs.va);
  app.sandbox.control.arm({ scenario: 'wrong_signature' });
  app.sandbox.control.pay(reference);
  await expect
    .poll(() =>
      app.sandbox.control.deliveries({ reference }).map(({ attempts }) => attempts.map((one) => one.httpStatus)),
    )
    .toEqual([[401]]);
  expect(await readPayment(finance, id)).toMatchObject({ status: 'open', calledBackAt: null });
});
