import { describe, expect, it } from 'vitest';
import type { ScenarioName } from '../../sandbox/scenarios.ts';
import { receiveCallbacks } from '../../sandbox/testing/start-test-sandbox.ts';
import { answered, handleOf, methods, startOneTime, virtualAccount } from '../../testing/one-time-orders.ts';

describe('a payment', () => {
  it('is read in every state that the documents have', async () => {
    const { port, control } = await startOneTime();
    const read = async (reference: string) => {
      const providerPaymentId = control.link(reference)?.id ?? null;
      const { statement, deviations } = answered(await port.read({ reference, providerPaymentId }));
      expect(deviations).toEqual([]);
      const { status, isFinal, settlement, providerStatus, paidAmountIdr, failure } = statement;
      return { status, isFinal, settlement, providerStatus, paidAmountIdr, failure };
    };
    for (const reference of ['A', 'B', 'C', 'D']) await port.create(virtualAccount({ reference }));
    const living = { isFinal: false, settlement: null, paidAmountIdr: null, failure: null };
    expect(await read('A')).toEqual({ ...living, status: 'open', providerStatus: 'pending' });
    control.process('A');
    expect(await read('A')).toEqual({ ...living, status: 'processing', providerStatus: 'processing' });
    control.pay('A');
    const paid = { ...living, status: 'paid', paidAmountIdr: 15_000 };
    expect(await read('A')).toEqual({ ...paid, providerStatus: 'paid', settlement: 'waiting' });
    control.settle('A');
    expect(await read('A')).toEqual({ ...paid, providerStatus: 'completed', settlement: 'settled' });
    control.expire('B');
    expect(await read('B')).toEqual({ ...living, status: 'expired', isFinal: true, providerStatus: 'expired' });
    control.fail('C');
    const failure = { code: 'payment_failed', detail: null, providerCode: null };
    expect(await read('C')).toEqual({ ...living, status: 'failed', isFinal: true, providerStatus: 'failed', failure });
    await port.delete?.({ reference: 'D', providerPaymentId: control.link('D')?.id ?? null });
    expect(await read('D')).toEqual({ ...living, status: 'deleted', isFinal: true, providerStatus: 'cancelled' });
  });

  it.each<[ScenarioName, object, string]>([
    ['missing_field', { status: null, amountIdr: 15_000 }, 'status'],
    ['unknown_status', { status: null, providerStatus: 'on_hold' }, 'status'],
    ['times_without_zone', { status: 'open', createdAt: null, expiresAt: null }, 'createdAt'],
    ['unknown_field', { status: 'open' }, 'sandboxUnknownField'],
  ])('that is told with %s is read for the rest, and the deviation is named', async (scenario, said, field) => {
    const { port, control } = await startOneTime();
    const handle = handleOf(answered(await port.create(virtualAccount())));
    control.arm({ scenario, operation: 'getPayment' });
    const { statement, deviations } = answered(await port.read(handle));
    expect(statement).toMatchObject({ ...said, reference: 'TO1', method: 'va' });
    expect(deviations.join(' ')).toContain(field);
  });

  it('is found by its reference while its id is not known', async () => {
    const { port, control } = await startOneTime();
    answered(await port.create(virtualAccount()));
    const byReference = answered(await port.read({ reference: 'TO1', providerPaymentId: null }));
    expect(byReference.statement.providerPaymentId).toBe(control.link('TO1')?.id);
    expect(byReference.deviations).toEqual([]);
    expect(await port.read({ reference: 'TO2', providerPaymentId: null })).toMatchObject({ kind: 'absent' });
    expect(await port.read({ reference: 'TO2', providerPaymentId: `contract_${'0'.repeat(32)}` })).toMatchObject({
      kind: 'absent',
    });
  });

  it('is looked up by Fazz’s id or by its reference, and by nothing else', async () => {
    const { port, control } = await startOneTime();
    const { statement } = answered(await port.create(virtualAccount()));
    await port.create(virtualAccount({ reference: 'TO2' }));
    const id = statement.providerPaymentId ?? '';
    for (const [value, by] of [['TO1'], [id], ['TO1', 'reference'], [id, 'providerPaymentId']] as const)
      expect(answered(await port.lookUp(value, by)).statement).toEqual(statement);
    expect(await port.lookUp('TO3')).toMatchObject({ kind: 'absent' });
    expect(await port.lookUp(`contract_${'0'.repeat(32)}`)).toMatchObject({ kind: 'absent' });
    const before = control.requests().length;
    expect(await port.lookUp('TO1', 'providerPaymentId')).toEqual({ kind: 'cannot_look_up' });
    expect(await port.lookUp('TO1', 'paymentReferenceNumber')).toEqual({ kind: 'cannot_look_up' });
    expect(control.requests()).toHaveLength(before);
  });

  it('has no callback that could be asked for again', async () => {
    const { port } = await startOneTime();
    expect(port.resendCallback).toBeNull();
  });
});

describe('tasks', () => {
  it('cancel a virtual account while it is pending', async () => {
    const { port, control } = await startOneTime();
    const handle = handleOf(answered(await port.create(virtualAccount())));
    expect(answered(await port.delete?.(handle))).toMatchObject({
      statement: { status: 'deleted', isFinal: true, providerPaymentId: handle.providerPaymentId, method: null },
      deviations: [],
    });
    expect(control.link('TO1')?.status).toBe('closed');
    expect(await port.delete?.(handle)).toMatchObject({ kind: 'declined', code: '005' });
    expect(await port.delete?.({ ...handle, providerPaymentId: `contract_${'0'.repeat(32)}` })).toMatchObject({
      kind: 'absent',
    });
    expect(await port.delete?.({ ...handle, providerPaymentId: null })).toMatchObject({ kind: 'unavailable' });
  });

  it.each(methods.slice(1))('do not cancel a payment by %s', async (_, orderOf) => {
    const { port } = await startOneTime();
    const handle = handleOf(answered(await port.create(orderOf())));
    expect(await port.delete?.(handle)).toMatchObject({
      kind: 'declined',
      code: '003',
      message: 'Feature not supported: cancel is for virtual accounts only',
    });
  });

  it('cancel nothing that expired on the way, and a lost answer leaves it open', async () => {
    const { port, control } = await startOneTime();
    const handle = handleOf(answered(await port.create(virtualAccount())));
    control.arm({ scenario: 'lost_response', operation: 'createPaymentTask' });
    expect(await port.delete?.(handle)).toMatchObject({ kind: 'unknown_outcome' });
    expect(answered(await port.read(handle)).statement.status).toBe('deleted');
    const second = { ...handleOf(answered(await port.create(virtualAccount({ reference: 'TO2' })))), reference: 'TO2' };
    control.arm({ scenario: 'expired_meanwhile', operation: 'createPaymentTask' });
    expect(await port.delete?.(second)).toMatchObject({ kind: 'declined', code: '005' });
  });

  it.each(methods)('have a payment by %s received and settled; the callbacks tell it', async (_, orderOf) => {
    const sandbox = await startOneTime();
    const { port, provider, control } = sandbox;
    const { received } = await receiveCallbacks(sandbox);
    const handle = handleOf(answered(await port.create(orderOf())));
    expect(await port.simulate.settlement?.(handle)).toMatchObject({ kind: 'declined', code: '005' });
    expect(await port.simulate.payment?.(handle)).toMatchObject({ kind: 'done' });
    expect(await port.simulate.payment?.(handle)).toMatchObject({ kind: 'declined' });
    await control.advance(0);
    expect(await port.simulate.settlement?.(handle)).toMatchObject({ kind: 'done' });
    await control.advance(0);

    const bodies = received.map(({ raw }) => Buffer.from(raw));
    expect(bodies.map((body) => provider.readCallback(body))).toMatchObject([
      { about: 'one-time', reference: 'TO1', statement: { status: 'paid', settlement: 'waiting' }, deviations: [] },
      { about: 'one-time', reference: 'TO1', statement: { status: 'paid', settlement: 'settled' }, deviations: [] },
    ]);
    received.forEach(({ headers }, index) => {
      expect(provider.verifyCallback(headers, bodies[index] ?? Buffer.alloc(0))).toBe(true);
    });
  });

  it('are refused for a payment that Fazz does not know, or whose id we do not', async () => {
    const { port } = await startOneTime();
    const unknown = { reference: 'TO1', providerPaymentId: `contract_${'0'.repeat(32)}` };
    for (const step of ['payment', 'settlement'] as const) {
      expect(await port.simulate[step]?.(unknown)).toMatchObject({ kind: 'absent' });
      expect(await port.simulate[step]?.({ ...unknown, providerPaymentId: null })).toMatchObject({
        kind: 'unavailable',
      });
    }
  });

  it('simulate the payment and the settlement of a link too', async () => {
    const { provider, control } = await startOneTime();
    const links = provider.ports.link;
    const made = await links.create({
      provider: 'fazz',
      reference: 'TL1',
      customerName: 'Siti',
      emails: ['siti@example.com'],
      phone: '081234567890',
      amountIdr: 10_000,
    });
    const handle = { ...handleOf(answered(made)), reference: 'TL1' };
    expect(await links.simulate.payment?.(handle)).toMatchObject({ kind: 'done' });
    expect(await links.simulate.settlement?.(handle)).toMatchObject({ kind: 'done' });
    expect(control.link('TL1')).toMatchObject({ status: 'paid', settlement: 'success' });
  });
});
