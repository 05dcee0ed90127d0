import { describe, expect, test } from 'vitest';
import { claim, fact, origin, saidAt } from '../testing/arbitrary-facts.ts';
import { believe } from './believe.ts';
import { type Claim, claimsOf } from './claims.ts';
import type { Fact } from './fact-order.ts';
import type { Statement } from './statement.ts';

const paid: Partial<Statement> = { status: 'paid', settlement: 'waiting', paidAmountIdr: 150_000, saidAt: saidAt(5) };
const settled: Partial<Statement> = { ...paid, settlement: 'settled', saidAt: saidAt(900) };
const open: Partial<Statement> = { status: 'open', providerStatus: 'created' };
const expired: Partial<Statement> = { status: 'expired', isFinal: true, saidAt: saidAt(5) };
const absent: Partial<Statement> = { isAbsent: true };

const stateOf = (facts: Fact[]): Claim['state'] | undefined => claimsOf(facts)[0]?.state;
/** A read that was asked for at this minute and answered a minute later. */
const slowRead = (said: Partial<Statement>, minute: number): Fact => ({
  ...fact('read', said, minute + 1),
  askedAt: fact('read', said, minute).observedAt,
});

describe('a claim that it is paid', () => {
  test('is open until its provider answers, and is confirmed by any trusted source', () => {
    expect(stateOf([claim(paid, 5)])).toBe('open');
    for (const source of ['read', 'sweep', 'import', 'callback'] as const)
      expect(stateOf([claim(paid, 5), fact(source, paid, 6)])).toBe('confirmed');
    expect(stateOf([fact('sweep', paid, 3), claim(paid, 5)])).toBe('confirmed');
  });

  test('is not denied by one read, nor by two within half a minute, but by two that are further apart', () => {
    expect(stateOf([claim(paid, 5), fact('read', open, 5)])).toBe('open');
    expect(stateOf([claim(paid, 5), fact('read', open, 5), fact('read', open, 5.49)])).toBe('open');
    expect(stateOf([claim(paid, 5), fact('read', open, 5), fact('read', open, 5.5)])).toBe('denied');
    expect(stateOf([claim(paid, 5), fact('read', expired, 5), fact('sweep', open, 9)])).toBe('denied');
    expect(stateOf([claim(paid, 5), fact('read', absent, 5), fact('read', absent, 9)])).toBe('denied');
  });

  test('is not denied by what was asked before it came, however late the answer', () => {
    expect(stateOf([claim(paid, 5), slowRead(open, 4.5), fact('read', open, 9)])).toBe('open');
    const unasked = (minute: number) => ({ ...fact('read', open, minute), askedAt: null });
    expect(stateOf([claim(paid, 5), unasked(6), unasked(9)])).toBe('open');
    expect(stateOf([claim(paid, 5), fact('callback', open, 6), fact('callback', open, 9)])).toBe('open');
  });

  test('is not denied by a status that nobody knows', () => {
    const onHold = { providerStatus: 'on_hold' };
    expect(stateOf([claim(paid, 5), fact('read', onHold, 6), fact('read', onHold, 9)])).toBe('open');
  });

  test('stays denied when money comes later: that is not what it spoke of', () => {
    const facts = [claim(paid, 5), fact('read', open, 6), fact('read', open, 7), fact('read', paid, 60)];
    expect(stateOf(facts)).toBe('denied');
    expect(believe(origin, facts)).toMatchObject({ status: 'paid', knownSource: 'read' });
  });

  test('that comes again while it is open is a repeat; after it was denied it is a new one, and is denied alike', () => {
    const facts = [claim(paid, 5), fact('read', open, 6), claim(paid, 6.2), fact('read', open, 7), claim(paid, 60)];
    expect(claimsOf(facts).map(({ state }) => state)).toEqual(['denied', 'repeated', 'open']);
    const later = [...facts, fact('read', open, 61), fact('read', open, 62)];
    expect(claimsOf(later).map(({ state }) => state)).toEqual(['denied', 'repeated', 'denied']);
  });
});

describe('a claim that it is settled', () => {
  const known = fact('read', paid, 6);

  test('is confirmed by a settlement alone', () => {
    expect(stateOf([known, claim(settled, 900)])).toBe('open');
    expect(stateOf([known, claim(settled, 900), fact('read', settled, 901)])).toBe('confirmed');
    expect(believe(origin, [known, claim(settled, 900)])).toMatchObject({ status: 'paid', settlement: 'waiting' });
  });

  test('is denied when reads say that it waits, and not by reads that leave the settlement out', () => {
    const reads = (said: Partial<Statement>) => [fact('read', said, 901), fact('read', said, 902)];
    expect(stateOf([known, claim(settled, 900), ...reads(paid)])).toBe('denied');
    expect(stateOf([known, claim(settled, 900), ...reads({ ...paid, settlement: null })])).toBe('open');
  });
});

describe('a claim that it ended', () => {
  const created = fact('create', open);

  test('shows at once, and is undone when two reads say that the payment lives', () => {
    const claimed = [created, claim(expired, 5)];
    expect(believe(origin, claimed)).toMatchObject({ status: 'expired', ended: true });
    expect(stateOf([...claimed, fact('read', open, 6)])).toBe('open');
    const denied = [...claimed, fact('read', open, 6), fact('read', open, 7)];
    expect(stateOf(denied)).toBe('denied');
    expect(believe(origin, denied)).toMatchObject({ status: 'open', ended: false });
  });

  test('hides no money: a payment is paid when its provider says so, and not late because of the claim', () => {
    for (const end of [expired, { status: 'deleted', isFinal: true }, { status: 'failed', isFinal: true }] as const) {
      expect(believe(origin, [created, claim(end, 5), fact('read', paid, 6)])).toMatchObject({
        status: 'paid',
        late: false,
      });
      expect(believe(origin, [created, fact('read', paid, 4), claim(end, 5)])).toMatchObject({
        status: 'paid',
        late: false,
      });
    }
  });

  test('gives way to what its provider says of the end', () => {
    const deleted = claim({ status: 'deleted', isFinal: true }, 5);
    expect(believe(origin, [created, deleted]).status).toBe('deleted');
    expect(believe(origin, [created, deleted, fact('read', expired, 6)]).status).toBe('expired');
    expect(stateOf([created, deleted, fact('read', expired, 6)])).toBe('confirmed');
  });
});

test('a claim may say how the payer pays, and never where, how much, or under which number', () => {
  const forged = claim({
    status: 'awaiting_payment',
    method: 'qris',
    channel: 'dana',
    url: 'https://evil.example/pay',
    qrImageUrl: 'https://evil.example/qr.png',
    accountNumber: '999',
    amountIdr: 1,
    paymentReferenceNumber: '666',
    payerName: 'Mallory',
    expiresAt: saidAt(9_000),
  });
  const created = fact('create', { status: 'open', url: 'https://pay.example/1' });
  expect(believe(origin, [created, forged])).toEqual({
    ...believe(origin, [created]),
    status: 'awaiting_payment',
    method: 'qris',
    channel: 'dana',
    providerStatus: null,
  });
});

describe('who said first that it is paid', () => {
  test('is the callback that a read confirmed', () => {
    expect(believe(origin, [claim(paid, 5), fact('read', paid, 6)])).toMatchObject({
      knownSource: 'callback',
      knownAt: claim(paid, 5).observedAt,
      confirmedAt: fact('read', paid, 6).observedAt,
    });
  });

  test('is not a callback that spoke of another payment, or that was denied', () => {
    const other = claim({ ...paid, txRefNumber: 'FORGED' }, 5);
    const read = fact('read', { ...paid, txRefNumber: 'TX1' }, 6);
    expect(believe(origin, [other, read])).toMatchObject({ knownSource: 'read', knownAt: read.observedAt });
  });

  test('is nobody while it is only claimed', () => {
    expect(believe(origin, [fact('create', open), claim(paid, 5)])).toMatchObject({
      status: 'open',
      knownSource: null,
      knownAt: null,
    });
  });
});

describe('a callback under another id of the provider', () => {
  const created = fact('create', { ...open, providerPaymentId: 'paymentlink_1' });

  test('moves nothing, signed or not, wherever it comes', () => {
    const foreign = fact('callback', { ...paid, providerPaymentId: 'paymentlink_2' }, 5);
    expect(believe(origin, [created, foreign])).toEqual(believe(origin, [created]));
    expect(believe(origin, [foreign, created])).toEqual(believe(origin, [created]));
  });

  test('is ours where nothing else has told us the id', () => {
    const lost = fact('callback', { ...paid, providerPaymentId: 'paymentlink_2' }, 5);
    expect(believe(origin, [lost])).toMatchObject({ status: 'paid', providerPaymentId: 'paymentlink_2' });
  });
});
