import { describe, expect, it } from 'vitest';
import { loadContract } from '../../../openapi/check-contract.ts';
import { receiveCallbacks } from '../../sandbox/testing/start-test-sandbox.ts';
import { json } from '../../testing/answering-server.ts';
import { startAnsweringRem, startTwinRem } from '../../testing/rem-account.ts';
import type { Answer, RoutingOrder } from '../provider.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

function answered<Outcome extends { kind: string }>(outcome: Outcome | undefined): Extract<Outcome, Answer> {
  expect(outcome?.kind).toBe('answer');
  return outcome as Extract<Outcome, Answer>;
}

/** A twin with one routing that was made through the account. */
async function startWithRouting(changes: Partial<RoutingOrder> = {}) {
  const twin = await startTwinRem();
  const { control } = twin.sandbox;
  const routing = twin.rem.ports.routing;
  const order = twin.order(changes);
  const created = answered(await routing.create(order));
  const { reference } = order;
  const handle = { reference, providerPaymentId: created.statement.providerPaymentId };
  const read = async () => answered(await routing.read(handle)).statement;
  return { ...twin, control, routing, order, created, handle, read };
}

describe('a creation', () => {
  it('gives the image of a QR that waits for the payment', async () => {
    const { created, control, order, sandbox } = await startWithRouting();
    const charge = control.link('QR-1001');
    expect(charge?.order).toMatchObject({ amountIdr: 16_000, email: null });
    expect(created).toMatchObject({
      statement: {
        status: 'awaiting_payment',
        isFinal: false,
        reference: 'QR-1001',
        providerPaymentId: charge?.id,
        qrImageUrl: expect.stringContaining(`${sandbox.remUrl}/api/qris/image/`),
        url: null,
        amountIdr: 16_000,
        method: 'qris',
        expiresAt: `${order.expiresAt.slice(0, 19)}.000Z`,
        paidAmountIdr: null,
      },
      deviations: [],
    });
    expect(created.raw).toContain(charge?.id);
  });

  it('gives the address of a page on which nobody has begun to pay', async () => {
    const { created, sandbox, read } = await startWithRouting({ hasHostedPage: true });
    expect(created.statement).toMatchObject({
      status: 'open',
      url: expect.stringContaining(`${sandbox.url}/pay/`),
      qrImageUrl: null,
    });
    expect(await read()).toMatchObject({ status: 'open', providerStatus: 'CREATED', hasHostedPage: true });
  });

  it('under a reference that has a routing is declined with REM’s code', async () => {
    const { routing, order, control } = await startWithRouting();
    expect(await routing.create(order)).toMatchObject({
      kind: 'declined',
      code: '203',
      message: 'Request is rejected (Duplicate Partner Tx Id)',
    });
    expect(control.links()).toHaveLength(1);
  });

  it('that ends too late is declined with REM’s reason', async () => {
    const { rem, order, sandbox } = await startTwinRem();
    const expiresAt = new Date(sandbox.control.now().getTime() + 61 * minuteMs).toISOString();
    expect(await rem.ports.routing.create(order({ expiresAt }))).toMatchObject({
      kind: 'declined',
      code: '400',
      message: expect.stringContaining('must be between 1 minute and 1 hour'),
    });
  });
});

describe('in the words of the contract', async () => {
  const { server, rem, calls, sent } = await startAnsweringRem();
  const { routing } = rem.ports;
  const least: RoutingOrder = {
    reference: 'QR1',
    amountIdr: 10_000,
    hasHostedPage: false,
    method: 'qris',
    expiresAt: '2026-11-20T03:30:00.700Z',
  };
  const handle = { reference: 'QR1', providerPaymentId: 'trx-1' };
  const refused = json(200, { status: { code: '400', message: 'Request is rejected (Amount is empty)' } });

  it.each<[string, Partial<RoutingOrder>, object]>([
    ['the least', {}, { need_frontend: false }],
    [
      'everything',
      { hasHostedPage: true, partnerUserId: 'customer-7', emails: ['siti@example.com'] },
      { need_frontend: true, partner_user_id: 'customer-7', sender_email: 'siti@example.com' },
    ],
    ['no e-mail', { emails: [] }, { need_frontend: false }],
  ])('a routing is asked for with %s', async (_, changes, words) => {
    server.behave(refused);
    await routing.create({ ...least, ...changes });
    expect(sent()).toEqual({
      partner_trx_id: 'QR1',
      receive_amount: 10_000,
      list_enable_payment_method: 'QRIS',
      list_enable_sof: 'QRIS',
      trx_expiration_time: '2026-11-20 10:30:00',
      ...words,
    });
    expect(calls()).toEqual(['POST /rem/api/payment-routing/create-transaction']);
    expect(server.received[0]?.headers).toMatchObject({ 'x-username': 'tautan', 'x-api-key': 'key-1' });
    expect(loadContract('rem').checkRequest('createPaymentRouting', sent())).toEqual([]);
  });

  it.each<[string, () => Promise<unknown> | undefined, object]>([
    ['a read', () => routing.read(handle), { partner_trx_id: 'QR1' }],
    ['a resend', () => routing.resendCallback?.(handle), { partner_trx_id: 'QR1', send_callback: true }],
    ['a lost creation', () => routing.resolveCreation(least), { partner_trx_id: 'QR1' }],
    ['a look-up by reference', () => routing.lookUp('QR1', 'reference'), { partner_trx_id: 'QR1' }],
    [
      'a look-up by receipt number',
      () => routing.lookUp('6312', 'paymentReferenceNumber'),
      { payment_reference_number: '6312' },
    ],
  ])('%s names one number, never two', async (_, call, words) => {
    server.behave(refused);
    await call();
    expect(calls()).toEqual(['POST /rem/api/payment-routing/check-status']);
    expect(sent()).toEqual(words);
    expect(loadContract('rem').checkRequest('checkPaymentRoutingStatus', sent())).toEqual([]);
  });

  it('a payment is simulated by REM’s id, and both forms of its answer are understood', async () => {
    for (const answer of [{ error: null, success: true }, { status: { code: '000', message: 'Success' } }]) {
      server.behave(json(200, answer));
      expect(await routing.simulate.payment?.(handle)).toEqual({ kind: 'done', raw: JSON.stringify(answer) });
      expect(calls()).toEqual(['POST /rem/api/payment-routing/simulate-callback']);
      expect(sent()).toEqual({ payment_routing_id: 'trx-1' });
      expect(loadContract('rem').checkRequest('simulatePaymentRoutingCallback', sent())).toEqual([]);
    }
  });

  it.each([
    [{ error: { Code: '400', Message: 'Not waiting' }, success: false }, 'declined', '400'],
    [{ error: { code: 402, message: 'Not waiting' }, success: false }, 'declined', '402'],
    [{ error: null, success: false }, 'declined', null],
    [{ status: { code: '400', message: 'Not waiting' } }, 'declined', '400'],
    [{ error: { Code: '1', Message: 'Payment routing not found' }, success: false }, 'absent', undefined],
    [{ status: { code: '901', message: 'General Error' } }, 'unknown_outcome', undefined],
    [{ error: null }, 'unreadable', undefined],
    [{}, 'unreadable', undefined],
  ])('a simulation that is answered with %j is %s', async (answer, kind, code) => {
    server.behave(json(200, answer));
    const outcome = await routing.simulate.payment?.(handle);
    expect(outcome?.kind).toBe(kind);
    expect(outcome && 'code' in outcome ? outcome.code : undefined).toBe(code);
  });

  it('a payment is not simulated before REM’s id is known, and nobody is asked', async () => {
    server.behave(refused);
    const outcome = await routing.simulate.payment?.({ reference: 'QR1', providerPaymentId: null });
    expect(outcome).toMatchObject({ kind: 'unavailable' });
    expect(server.received).toEqual([]);
  });

  it('a success that says neither id nor where to pay leaves the outcome open', async () => {
    server.behave(json(200, { status: { code: '000', message: 'Success' }, partner_trx_id: 'QR1' }));
    expect(await routing.create(least)).toMatchObject({ kind: 'unreadable' });
  });

  it('an answer outside the contract is used as far as it goes, and what differs is told', async () => {
    const info = { qris_url: 'https://checkout.rem.id/api/qris/image/1' };
    server.behave(json(200, { status: { code: 0, message: 'Success' }, trx_id: 'trx-1', payment_info: info }));
    expect(await routing.create(least)).toMatchObject({
      kind: 'answer',
      statement: { providerPaymentId: 'trx-1', qrImageUrl: info.qris_url },
      deviations: expect.arrayContaining(['partner_trx_id is missing.', 'receive_amount is missing.']),
    });
  });

  it('has no deletion and no list', () => {
    expect([routing.delete, routing.list, routing.simulate.settlement]).toEqual([null, null, undefined]);
  });
});

describe('a read', () => {
  it('of an unpaid routing says what was asked for', async () => {
    const { routing, handle } = await startWithRouting({ partnerUserId: 'customer-7' });
    expect(answered(await routing.read(handle))).toMatchObject({
      statement: {
        status: 'awaiting_payment',
        providerStatus: 'WAITING_PAYMENT',
        reference: 'QR-1001',
        providerPaymentId: handle.providerPaymentId,
        amountIdr: 16_000,
        paidAmountIdr: null,
        partnerUserId: 'customer-7',
        hasHostedPage: false,
        settlement: null,
        saidAt: null,
        paidAt: null,
      },
      deviations: [],
    });
  });

  it('follows it to the payment and the settlement', async () => {
    const { routing, handle, control } = await startWithRouting();
    const paid = control.pay('QR-1001', { channel: 'dana' });
    const paidAt = `${paid.payment?.paidAt.slice(0, 19)}.000Z`;
    expect(answered(await routing.read(handle))).toMatchObject({
      statement: {
        status: 'paid',
        settlement: 'waiting',
        paidAmountIdr: 16_000,
        paidAt,
        saidAt: paidAt,
        settlesAt: expect.stringMatching(/T08:00:00\.000Z$/),
        paymentReferenceNumber: paid.payment?.paymentReferenceNumber,
        method: 'qris',
        channel: 'dana',
      },
      deviations: [],
    });
    await control.advance(2 * dayMs);
    expect(answered(await routing.read(handle)).statement).toMatchObject({ status: 'paid', settlement: 'settled' });
  });

  it('of one that settles in real time says settled at once', async () => {
    const { control, read } = await startWithRouting();
    control.configure({ settleAfterMs: 0 });
    control.pay('QR-1001');
    expect(await read()).toMatchObject({ status: 'paid', settlement: 'settled' });
  });

  it('of one that nobody paid in time says that it has ended', async () => {
    const { control, read } = await startWithRouting();
    await control.advance(31 * minuteMs);
    expect(await read()).toMatchObject({ status: 'expired', isFinal: true, providerStatus: 'EXPIRED' });
  });

  it('of a routing that REM does not know is absent by REM’s own words', async () => {
    const { rem } = await startTwinRem();
    const { routing } = rem.ports;
    expect(await routing.read({ reference: 'QR-1', providerPaymentId: null })).toMatchObject({
      kind: 'absent',
      raw: expect.stringContaining('"204"'),
    });
  });
});

describe('a look-up', () => {
  it.each([
    ['our reference', (reference: string) => reference, 1],
    ['the number of a receipt', (_: string, receipt: string) => receipt, 2],
    ['a number of OVO, longer than REM knows', (_: string, receipt: string) => `${receipt.slice(0, 12)}ABCD`, 3],
  ])('by %s finds the routing', async (_, numberIn, requests) => {
    const { routing, control, created } = await startWithRouting();
    const receipt = control.pay('QR-1001', { channel: 'ovo' }).payment?.paymentReferenceNumber ?? '';
    const before = control.requests().length;
    expect(answered(await routing.lookUp(numberIn('QR-1001', receipt))).statement).toMatchObject({
      status: 'paid',
      reference: 'QR-1001',
      providerPaymentId: created.statement.providerPaymentId,
    });
    expect(control.requests()).toHaveLength(before + requests);
  });

  it('asks with the number that it is told, and finds nothing by the other', async () => {
    const { routing, control } = await startWithRouting();
    const receipt = control.pay('QR-1001').payment?.paymentReferenceNumber ?? '';
    expect((await routing.lookUp('QR-1001', 'reference')).kind).toBe('answer');
    expect((await routing.lookUp(receipt, 'paymentReferenceNumber')).kind).toBe('answer');
    expect((await routing.lookUp(receipt, 'reference')).kind).toBe('absent');
    expect((await routing.lookUp('QR-1001', 'paymentReferenceNumber')).kind).toBe('absent');
    expect((await routing.lookUp('NOTHING1')).kind).toBe('absent');
  });

  it('by REM’s own id is not possible, and REM is not asked', async () => {
    const { routing, control, created } = await startWithRouting();
    const before = control.requests().length;
    const id = created.statement.providerPaymentId ?? '';
    expect(await routing.lookUp(id, 'providerPaymentId')).toEqual({ kind: 'cannot_look_up' });
    expect(control.requests()).toHaveLength(before);
  });
});

describe('a callback', () => {
  it('comes again when it is asked for', async () => {
    const { routing, handle, sandbox, control, rem } = await startWithRouting();
    const { received } = await receiveCallbacks(sandbox);
    control.pay('QR-1001');
    await control.advance(0);
    expect(received).toHaveLength(1);
    expect(answered(await routing.resendCallback?.(handle)).statement.status).toBe('paid');
    await control.advance(0);
    expect(received.map(({ raw }) => raw)).toEqual(Array(2).fill(received[0]?.raw));
    expect(rem.readCallback(Buffer.from(received[1]?.raw ?? ''))).toMatchObject({
      kind: 'statement',
      about: 'routing',
      reference: 'QR-1001',
      deviations: [],
    });
  });

  it('is not to be had for a routing that REM does not know', async () => {
    const { rem } = await startTwinRem();
    const outcome = await rem.ports.routing.resendCallback?.({ reference: 'QR-1', providerPaymentId: null });
    expect(outcome?.kind).toBe('absent');
  });
});

describe('a simulated payment', () => {
  it('pays the routing once', async () => {
    const { routing, handle, read } = await startWithRouting();
    expect(await routing.simulate.payment?.(handle)).toMatchObject({ kind: 'done' });
    expect(await read()).toMatchObject({ status: 'paid', paidAmountIdr: 16_000 });
    expect(await routing.simulate.payment?.(handle)).toMatchObject({
      kind: 'declined',
      code: '400',
      message: 'Transaction is not waiting for payment',
    });
  });

  it('of a routing that REM does not know is refused', async () => {
    const { rem } = await startTwinRem();
    const outcome = await rem.ports.routing.simulate.payment?.({ reference: 'QR-1', providerPaymentId: 'nothing' });
    expect(outcome?.kind).toBe('absent');
  });
});

describe('a creation whose answer is lost', () => {
  it('is found when it was made, as far as REM says', async () => {
    const { rem, order, sandbox } = await startTwinRem();
    const { routing } = rem.ports;
    sandbox.control.arm({ scenario: 'lost_response', operation: 'createPaymentRouting' });
    const wanted = order();
    expect(await routing.create(wanted)).toMatchObject({ kind: 'unknown_outcome' });
    const charge = sandbox.control.link('QR-1001');
    expect(answered(await routing.resolveCreation(wanted)).statement).toMatchObject({
      status: 'awaiting_payment',
      providerPaymentId: charge?.id,
      qrImageUrl: expect.stringContaining('/api/qris/image/'),
    });
    expect(sandbox.control.links()).toHaveLength(1);
  });

  it('is absent when REM says that it has no such routing', async () => {
    const { rem, order } = await startTwinRem();
    expect(await rem.ports.routing.resolveCreation(order())).toMatchObject({ kind: 'absent' });
  });

  it('is absent too when the reference belongs to a routing that is not ours: REM has refused the second', async () => {
    const { routing, order } = await startWithRouting();
    expect((await routing.resolveCreation({ ...order, amountIdr: 17_000 })).kind).toBe('absent');
    const later = (ms: number) => new Date(Date.parse(order.expiresAt) + ms).toISOString();
    expect((await routing.resolveCreation({ ...order, expiresAt: later(61 * minuteMs) })).kind).toBe('absent');
    expect((await routing.resolveCreation({ ...order, expiresAt: later(5 * minuteMs) })).kind).toBe('answer');
  });
});
