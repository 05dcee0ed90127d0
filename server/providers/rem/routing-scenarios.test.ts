import { describe, expect, it } from 'vitest';
import type { ScenarioName } from '../../sandbox/scenarios.ts';
import { receiveCallbacks } from '../../sandbox/testing/start-test-sandbox.ts';
import { startTwinRem } from '../../testing/rem-account.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const handle = { reference: 'QR-1001', providerPaymentId: null };

/** A twin with one routing, whose callbacks are read as they arrive. */
async function startWithRouting() {
  const twin = await startTwinRem();
  const { control } = twin.sandbox;
  const { received, expectDeviations } = await receiveCallbacks(twin.sandbox);
  const { routing } = twin.rem.ports;
  const wanted = twin.order();
  const created = await routing.create(wanted);
  const id = created.kind === 'answer' ? created.statement.providerPaymentId : null;
  const qrImageUrl = created.kind === 'answer' ? (created.statement.qrImageUrl ?? '') : '';
  const callbacks = () => received.map(({ raw }) => twin.rem.readCallback(Buffer.from(raw)));
  return { ...twin, control, routing, wanted, id, qrImageUrl, callbacks, expectDeviations };
}

/** What a callback says of the payment. */
const paid = (changes: object = {}) => ({
  kind: 'statement',
  about: 'routing',
  reference: 'QR-1001',
  statement: { status: 'paid', paidAmountIdr: 16_000, ...changes },
});

describe('when a call fails', () => {
  it.each<[ScenarioName, object, string, string, string]>([
    ['slow_answer', {}, 'unknown_outcome', 'unavailable', 'answer'],
    ['hang', {}, 'unknown_outcome', 'unavailable', 'answer'],
    ['lost_response', {}, 'unknown_outcome', 'unavailable', 'answer'],
    ['error_429', {}, 'unavailable', 'unavailable', 'absent'],
    ['error_500', {}, 'unknown_outcome', 'unavailable', 'absent'],
    ['error_500_after_work', {}, 'unknown_outcome', 'unavailable', 'answer'],
    ['html_answer', {}, 'unknown_outcome', 'unavailable', 'answer'],
    ['html_answer', { httpStatus: 200 }, 'unreadable', 'unreadable', 'answer'],
  ])('by %s %j, a creation is %s, a read is %s, and afterwards the creation is %s', async (...row) => {
    const [scenario, parameters, creation, read, outcome] = row;
    const { rem, hasty, order, sandbox } = await startTwinRem();
    const { routing } = scenario === 'slow_answer' || scenario === 'hang' ? hasty(400).ports : rem.ports;
    const wanted = order();
    sandbox.control.arm({ scenario, ...parameters, count: 2 });
    expect((await routing.create(wanted)).kind).toBe(creation);
    expect((await routing.read(handle)).kind).toBe(read);
    expect((await rem.ports.routing.resolveCreation(wanted)).kind).toBe(outcome);
  });

  it('error_429 tells when to come back', async () => {
    const { routing, control } = await startWithRouting();
    control.arm({ scenario: 'error_429', retryAfterSeconds: 7 });
    expect(await routing.read(handle)).toMatchObject({ kind: 'unavailable', retryAfterMs: 7_000 });
  });

  it.each<[ScenarioName, string]>([
    ['lost_response', 'unknown_outcome'],
    ['error_500_after_work', 'unknown_outcome'],
    ['error_429', 'unavailable'],
  ])('by %s, a simulated payment is %s', async (scenario, kind) => {
    const { routing, control, id } = await startWithRouting();
    control.arm({ scenario, operation: 'simulatePaymentRoutingCallback' });
    const outcome = await routing.simulate.payment?.({ ...handle, providerPaymentId: id });
    expect(outcome?.kind).toBe(kind);
    expect(control.link('QR-1001')?.status).toBe(scenario === 'error_429' ? 'waiting_payment' : 'paid');
  });
});

it('expired_meanwhile: a read says so, a simulated payment is refused, and the image is gone', async () => {
  const statuses = [];
  for (const operation of ['checkPaymentRoutingStatus', 'simulatePaymentRoutingCallback', 'getQrisImage'] as const) {
    const { routing, rem, control, id, qrImageUrl } = await startWithRouting();
    control.arm({ scenario: 'expired_meanwhile', operation });
    if (operation === 'checkPaymentRoutingStatus')
      expect(await routing.read(handle)).toMatchObject({ statement: { status: 'expired', isFinal: true } });
    else if (operation === 'getQrisImage') expect((await rem.fetchQrImage(qrImageUrl)).kind).toBe('declined');
    else {
      const outcome = await routing.simulate.payment?.({ ...handle, providerPaymentId: id });
      expect(outcome?.kind).toBe('declined');
    }
    statuses.push(control.link('QR-1001')?.status);
  }
  expect(statuses).toEqual(['expired', 'expired', 'expired']);
});

it('forged_callback claims a payment that a read does not know', async () => {
  const { routing, control, callbacks } = await startWithRouting();
  control.arm({ scenario: 'forged_callback' });
  expect(await routing.read(handle)).toMatchObject({ statement: { status: 'awaiting_payment', paidAmountIdr: null } });
  await control.advance(0);
  expect(callbacks()).toMatchObject([paid()]);
});

describe('of a payment', () => {
  it('two callbacks say that it was made and that it was settled', async () => {
    const { control, callbacks } = await startWithRouting();
    const { payment } = control.pay('QR-1001', { channel: 'dana' });
    await control.advance(2 * dayMs);
    const paidAt = `${payment?.paidAt.slice(0, 19)}.000Z`;
    const receipt = payment?.paymentReferenceNumber;
    const both = { paidAt, saidAt: paidAt, channel: 'dana', method: 'qris', paymentReferenceNumber: receipt };
    expect(callbacks()).toMatchObject([
      { ...paid({ ...both, settlement: 'waiting' }), deviations: [] },
      { ...paid({ ...both, settlement: 'settled' }), deviations: [] },
    ]);
  });

  it('callback_duplicated sends what is the same word for word', async () => {
    const { control, callbacks } = await startWithRouting();
    control.arm({ scenario: 'callback_duplicated' });
    control.pay('QR-1001');
    await control.advance(0);
    const [first, second] = callbacks();
    expect(first).toMatchObject(paid());
    expect(second).toEqual(first);
  });

  it('callback_reordered says settled first', async () => {
    const { control, callbacks } = await startWithRouting();
    control.arm({ scenario: 'callback_reordered' });
    control.pay('QR-1001');
    await control.advance(2 * dayMs);
    expect(callbacks()).toMatchObject([paid({ settlement: 'settled' }), paid({ settlement: 'waiting' })]);
  });

  it('callback_never leaves it to a read', async () => {
    const { routing, control, callbacks } = await startWithRouting();
    control.arm({ scenario: 'callback_never' });
    control.pay('QR-1001');
    await control.advance(0);
    expect(callbacks()).toEqual([]);
    expect(await routing.read(handle)).toMatchObject(paidAnswer());
  });

  it('paid_after_expiry is told after the end', async () => {
    const { routing, control, callbacks } = await startWithRouting();
    control.arm({ scenario: 'paid_after_expiry', reference: 'QR-1001' });
    await control.advance(30 * minuteMs + 1_000);
    expect(await routing.read(handle)).toMatchObject({ statement: { status: 'expired' } });
    await control.advance(minuteMs);
    expect(callbacks()).toMatchObject([paid()]);
    expect(await routing.read(handle)).toMatchObject(paidAnswer());
  });

  it('paid_twice has two receipts, of which the later says so', async () => {
    const { control, callbacks } = await startWithRouting();
    control.arm({ scenario: 'paid_twice', delayMs: 5_000 });
    control.pay('QR-1001');
    await control.advance(5_000);
    const [first, second] = callbacks().map((one) => (one.kind === 'statement' ? one.statement : null));
    expect([first?.status, second?.status]).toEqual(['paid', 'paid']);
    expect(second?.paymentReferenceNumber).not.toBe(first?.paymentReferenceNumber);
    expect(Date.parse(second?.saidAt ?? '')).toBeGreaterThanOrEqual(Date.parse(first?.saidAt ?? '') + 4_000);
  });

  it('partial_amount says what came beside what was asked for', async () => {
    const { routing, control, callbacks } = await startWithRouting();
    control.arm({ scenario: 'partial_amount', reference: 'QR-1001' });
    control.pay('QR-1001');
    await control.advance(0);
    expect(callbacks()).toMatchObject([paid({ paidAmountIdr: 8_000, amountIdr: null })]);
    expect(await routing.read(handle)).toMatchObject(paidAnswer({ paidAmountIdr: 8_000, amountIdr: 16_000 }));
  });

  it('settlement_late is settled when REM says so, not when it was to be', async () => {
    const { routing, control } = await startWithRouting();
    control.arm({ scenario: 'settlement_late', reference: 'QR-1001' });
    control.pay('QR-1001');
    await control.advance(2 * dayMs);
    expect(await routing.read(handle)).toMatchObject(paidAnswer({ settlement: 'waiting' }));
    await control.advance(3 * dayMs);
    expect(await routing.read(handle)).toMatchObject(paidAnswer({ settlement: 'settled' }));
  });
});

describe('said otherwise', () => {
  it.each<[ScenarioName, object, string[]]>([
    ['times_with_zone', {}, []],
    ['times_without_zone', {}, []],
    ['unknown_field', {}, ['sandbox_unknown_field is not in the contract.']],
    [
      'amount_as_string',
      {},
      ['request_amount must be integer, but is string.', 'received_amount must be integer, but is string.'],
    ],
    ['missing_field', { status: null, providerStatus: null }, ['payment_status is missing.']],
    ['unknown_status', { status: null, providerStatus: 'ON_HOLD' }, ['payment_status could not be used.']],
  ])('by %s, everything else of an answer is used all the same', async (scenario, status, deviations) => {
    const { routing, control, wanted } = await startWithRouting();
    control.arm({ scenario, operation: 'checkPaymentRoutingStatus' });
    const answer = await routing.read(handle);
    expect(answer).toMatchObject({
      kind: 'answer',
      statement: {
        status: 'awaiting_payment',
        reference: 'QR-1001',
        amountIdr: 16_000,
        expiresAt: `${wanted.expiresAt.slice(0, 19)}.000Z`,
        ...status,
      },
      deviations: expect.arrayContaining(deviations),
    });
    expect(answer.kind === 'answer' && answer.deviations.length > 0).toBe(deviations.length > 0);
  });

  it.each<[ScenarioName, object, string | null]>([
    ['times_with_zone', {}, null],
    ['unknown_field', {}, 'sandbox_unknown_field is not in the contract.'],
    ['amount_as_string', {}, 'receive_amount must be number, but is string.'],
    ['missing_field', { status: null, paidAmountIdr: null, paidAt: null }, 'payment_status is missing.'],
    ['unknown_status', { status: null, paidAmountIdr: null }, 'payment_status could not be used.'],
  ])('by %s, a callback is read as far as it goes', async (scenario, said, deviation) => {
    const { control, callbacks, expectDeviations } = await startWithRouting();
    expectDeviations();
    control.arm({ scenario, operation: 'paymentRoutingCallback' });
    control.pay('QR-1001');
    await control.advance(0);
    expect(callbacks()).toMatchObject([
      { ...paid(said), deviations: deviation === null ? [] : expect.arrayContaining([deviation]) },
    ]);
  });

  it('times_with_zone mean the same instants', async () => {
    const { routing, control } = await startWithRouting();
    control.pay('QR-1001');
    const plain = await routing.read(handle);
    control.arm({ scenario: 'times_with_zone' });
    const zoned = await routing.read(handle);
    expect(zoned.kind === 'answer' && plain.kind === 'answer' && zoned.raw !== plain.raw).toBe(true);
    expect(zoned).toMatchObject({ statement: plain.kind === 'answer' ? plain.statement : {} });
  });
});

function paidAnswer(changes: object = {}) {
  return { kind: 'answer', statement: { status: 'paid', paidAmountIdr: 16_000, ...changes } };
}
