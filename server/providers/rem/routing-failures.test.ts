import { describe, expect, it } from 'vitest';
import { type Behaviour, json } from '../../testing/answering-server.ts';
import { startAnsweringRem, startTwinRem } from '../../testing/rem-account.ts';
import type { RoutingOrder } from '../provider.ts';

describe('a code of REM’s catalogue', () => {
  it.each([
    [203, 'declined', 'declined'],
    [204, 'declined', 'absent'],
    [247, 'declined', 'declined'],
    [254, 'unavailable', 'unavailable'],
    [300, 'unknown_outcome', 'unavailable'],
    [400, 'declined', 'declined'],
    [402, 'declined', 'declined'],
    [429, 'unavailable', 'unavailable'],
    [901, 'unknown_outcome', 'unavailable'],
  ])('%i: a creation is %s and a read is %s', async (code, creation, read) => {
    const { rem, order, sandbox } = await startTwinRem();
    const { routing } = rem.ports;
    sandbox.control.arm({ scenario: 'routing_rejection', code, count: 2 });
    const created = await routing.create(order());
    expect(created.kind).toBe(creation);
    // The code is told as REM wrote it, wherever a person reads a refusal.
    expect('code' in created ? created.code : 'none').toBe(creation === 'declined' ? String(code) : 'none');
    expect((await routing.read({ reference: 'QR-1001', providerPaymentId: null })).kind).toBe(read);
    expect(sandbox.control.links()).toEqual([]);
  });

  it('that is not final leaves a repeated callback open too', async () => {
    const { rem, order, sandbox } = await startTwinRem();
    const { routing } = rem.ports;
    await routing.create(order());
    sandbox.control.arm({ scenario: 'routing_rejection', code: 901 });
    const outcome = await routing.resendCallback?.({ reference: 'QR-1001', providerPaymentId: null });
    expect(outcome?.kind).toBe('unknown_outcome');
  });
});

describe('a rejection in another form', async () => {
  const { server, rem } = await startAnsweringRem();
  const { routing } = rem.ports;
  const order: RoutingOrder = {
    reference: 'QR1',
    amountIdr: 16_000,
    hasHostedPage: false,
    method: 'qris',
    expiresAt: '2026-11-20T03:30:00.000Z',
  };
  const handle = { reference: 'QR1', providerPaymentId: null };

  const status = (code: unknown, message = 'x') => json(200, { status: { code, message } });
  it.each<[string, Behaviour, string, string | undefined]>([
    ['a number', status(203), 'declined', '203'],
    ['a number of success', status(0), 'unreadable', undefined],
    ['blanks around it', status(' 402 '), 'declined', '402'],
    ['a code of no list', status('777', 'Wait'), 'declined', '777'],
    ['code 500 with HTTP 200', status('500'), 'unknown_outcome', undefined],
    ['no code', json(200, { status: { message: 'x' } }), 'unreadable', undefined],
    ['an empty code', status(''), 'unreadable', undefined],
    ['code null', status(null), 'unreadable', undefined],
    ['a yes and a no', json(200, { status: { code: '000' }, success: false }), 'unreadable', undefined],
    ['HTTP 400', json(400, { status: { code: '400', message: 'Amount is empty' } }), 'declined', '400'],
    ['words of the link family', json(200, { status: false, message: 'Amount is empty' }), 'declined', undefined],
  ])('with %s', async (_, behaviour, kind, code) => {
    server.behave(behaviour);
    const outcome = await routing.create(order);
    expect(outcome.kind).toBe(kind);
    expect(('code' in outcome ? outcome.code : null) ?? undefined).toBe(code);
  });

  it('and an absence in words alone are told apart', async () => {
    server.behave(status('400', 'Request is rejected (Partner Tx Id is not valid)'));
    expect((await routing.read(handle)).kind).toBe('declined');
    server.behave(status('999', 'Partner Trx ID not found'));
    expect((await routing.read(handle)).kind).toBe('unavailable');
    server.behave(status('400', 'Partner Tx ID not found'));
    expect((await routing.read(handle)).kind).toBe('absent');
  });
});
