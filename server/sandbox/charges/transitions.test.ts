import { describe, expect, it } from 'vitest';
import type { SandboxControl } from '../control/control.ts';
import { startTestSandbox } from '../testing/start-test-sandbox.ts';
import type { ChargeStatus, TwinProvider } from './charge.ts';

type Drive = (control: SandboxControl, key: string) => void;

/** How a link comes to each state. */
const ways: Record<ChargeStatus, Drive> = {
  created: () => {},
  waiting_payment: (control, key) => control.choose(key, { method: 'va' }),
  processing: (control, key) => control.process(key),
  paid: (control, key) => control.pay(key),
  failed: (control, key) => control.fail(key, { method: 'va' }),
  expired: (control, key) => control.expire(key),
  closed: () => {},
};

const actions: Record<string, Drive> = {
  choose: (control, key) => control.choose(key, { method: 'qris' }),
  pay: (control, key) => control.pay(key),
  'pay late': (control, key) => control.pay(key, { late: true }),
  fail: (control, key) => control.fail(key),
  expire: (control, key) => control.expire(key),
  settle: (control, key) => control.settle(key),
};

/** What each action makes of each state; what is not listed is refused. */
const outcomes: Record<TwinProvider, Record<ChargeStatus, Partial<Record<string, ChargeStatus>>>> = {
  rem: {
    created: { choose: 'waiting_payment', pay: 'paid', fail: 'failed', expire: 'expired', close: 'closed' },
    waiting_payment: { choose: 'waiting_payment', pay: 'paid', fail: 'failed', expire: 'expired' },
    processing: { pay: 'paid', fail: 'failed', expire: 'expired' },
    paid: { settle: 'paid' },
    failed: { choose: 'waiting_payment', pay: 'paid', 'pay late': 'paid', fail: 'failed', expire: 'expired' },
    expired: { 'pay late': 'paid' },
    closed: { 'pay late': 'paid' },
  },
  fazz: {
    created: { choose: 'waiting_payment', pay: 'paid', fail: 'failed', expire: 'expired', close: 'closed' },
    waiting_payment: { choose: 'waiting_payment', pay: 'paid', fail: 'failed', expire: 'expired', close: 'closed' },
    processing: { pay: 'paid', fail: 'failed', expire: 'expired' },
    paid: { settle: 'paid' },
    failed: { 'pay late': 'paid' },
    expired: { 'pay late': 'paid' },
    closed: { 'pay late': 'paid' },
  },
};

describe.each(['rem', 'fazz'] as const)("a link's state at %s", (provider) => {
  it.each(Object.keys(ways) as ChargeStatus[])('%s lets happen what the provider lets happen', async (status) => {
    const { control, rem, fazz } = await startTestSandbox();
    const close = async (id: string) => {
      if (provider === 'rem') return (await rem.remove(id)).body.status === true;
      return (await fazz.task(id, 'cancel')).httpStatus === 200;
    };
    for (const action of [...Object.keys(actions), 'close']) {
      const id =
        provider === 'rem'
          ? (await rem.create({ partner_tx_id: `${status}${action}`.replace(/[_ ]/g, '') })).body.payment_link_id
          : (await fazz.create({ referenceId: `${status} ${action}` })).body.data.id;
      ways[status](control, id);
      if (status === 'closed') expect(await close(id)).toBe(true);
      expect(control.link(id)?.status).toBe(status);

      const expected = outcomes[provider][status][action];
      let isDone = true;
      try {
        if (action === 'close') isDone = await close(id);
        else actions[action]?.(control, id);
      } catch {
        isDone = false;
      }
      expect([action, isDone, control.link(id)?.status]).toEqual([action, expected !== undefined, expected ?? status]);
    }
  });

  it('settles once', async () => {
    const { control, rem, fazz } = await startTestSandbox();
    await (provider === 'rem' ? rem.create({ partner_tx_id: 'ONE' }) : fazz.create({ referenceId: 'ONE' }));
    control.pay('ONE');
    expect(control.settle('ONE').settlement).toBe('success');
    expect(() => control.settle('ONE')).toThrow('a link that is paid cannot settle');
  });
});

describe('driving a link', () => {
  it('refuses a method, bank or amount that the link does not offer', async () => {
    const { control, rem } = await startTestSandbox();
    await rem.create({ list_disabled_payment_methods: 'EWALLET', list_enabled_banks: '014', amount: 12_000 });
    const choose = (method: 'va' | 'ewallet' | 'card', channel?: string) => () =>
      control.choose('INV1001', { method, channel });
    expect(choose('ewallet')).toThrow('the link does not offer ewallet for this amount');
    expect(choose('va', 'bri')).toThrow('the link does not offer va of bri for this amount');
    expect(choose('card')).toThrow('the link does not offer card for this amount');
    expect(choose('va', 'bca')().status).toBe('waiting_payment');
  });

  it('refuses a link that is not there and an instant that is none', async () => {
    const { control, rem } = await startTestSandbox();
    await rem.create();
    expect(() => control.pay('NOPE')).toThrow('no payment has the id or reference NOPE');
    expect(() => control.backdate('INV1001', 'yesterday')).toThrow('not an instant: yesterday');
  });

  it('makes histories: back-dated links whose payment and settlement lie in the past', async () => {
    const { control, rem } = await startTestSandbox();
    await rem.create();
    control.backdate('INV1001', '2026-03-02T03:00:00Z');
    expect(control.link('INV1001')?.status).toBe('created');
    control.pay('INV1001', { method: 'va', channel: 'bca', at: '2026-03-02T04:00:00Z' });
    await control.advance(0);
    const { data } = (await rem.status({ partner_tx_id: 'INV1001' })).body;
    expect(data).toMatchObject({
      created: '2026-03-02T10:00:00',
      payment_received_time: '2026-03-02T11:00:00',
      updated: '2026-03-03T15:00:00',
      settlement_time: '2026-03-03T15:00:00',
      settlement_status: 'SUCCESS',
    });
  });

  it('moves a whole history when a paid link is back-dated, and leaves what is to come', async () => {
    const { control, rem } = await startTestSandbox();
    await rem.create();
    const before = control.pay('INV1001');
    const createdAt = new Date(Date.parse(before.createdAt) - 10 * 86_400_000).toISOString();
    const after = control.backdate('INV1001', createdAt);
    expect(after.createdAt).toBe(createdAt);
    expect(Date.parse(before.payment?.paidAt ?? '') - Date.parse(after.payment?.paidAt ?? '')).toBe(10 * 86_400_000);
    expect(after.payment?.settlesAt).toBe(before.payment?.settlesAt);
    expect(after.expiresAt).toBe(before.expiresAt);
  });
});
