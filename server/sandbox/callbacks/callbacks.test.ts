import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { demoAccount } from '../demo-account.ts';
import { receiveCallbacks, startTestSandbox } from '../testing/start-test-sandbox.ts';
import { wibIsoLocal } from '../wib.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

describe('REM callbacks', () => {
  it('come at payment with WAITING and at 15:00 WIB of the next day with SUCCESS', async () => {
    const sandbox = await startTestSandbox();
    const { received } = await receiveCallbacks(sandbox);
    const { control, rem } = sandbox;
    await rem.create();
    const { payment } = control.pay('INV1001', { method: 'va', channel: 'mandiri', phone: '0811', note: 'lunas' });
    await control.advance(0);
    expect(received).toHaveLength(1);
    const settlesAt = wibIsoLocal(payment?.settlesAt ?? '');
    const nextDay = wibIsoLocal(new Date(Date.parse(payment?.paidAt ?? '') + dayMs).toISOString()).slice(0, 10);
    expect(settlesAt).toBe(`${nextDay}T15:00:00`);
    expect(received[0]?.body).toMatchObject({
      partner_tx_id: 'INV1001',
      status: 'complete',
      settlement_type: 'non_realtime',
      settlement_status: 'WAITING',
      settlement_time: settlesAt,
      sender_bank: '008',
      sender_phone: '0811',
      sender_note: 'lunas',
    });
    expect(received[0]?.headers['content-type']).toBe('application/json');

    await control.advance(2 * dayMs);
    expect(received).toHaveLength(2);
    expect(received[1]?.body).toEqual({
      ...received[0]?.body,
      settlement_status: 'SUCCESS',
      updated: settlesAt,
    });
    const status = (await rem.status({ partner_tx_id: 'INV1001' })).body.data;
    expect(status).toEqual(received[1]?.body);
  });

  it('come at once and in order when settlement is quick, in real time', async () => {
    const sandbox = await startTestSandbox({ settleAfterMs: 50 });
    const { received } = await receiveCallbacks(sandbox);
    await sandbox.rem.create();
    sandbox.control.pay('INV1001');
    await expect.poll(() => received).toHaveLength(2);
    expect(received.map(({ body }) => body.settlement_status)).toEqual(['WAITING', 'SUCCESS']);
  });

  it('are one where settlement is realtime', async () => {
    const sandbox = await startTestSandbox({ settleAfterMs: 0 });
    const { received } = await receiveCallbacks(sandbox);
    await sandbox.rem.create();
    sandbox.control.pay('INV1001');
    await sandbox.control.advance(dayMs);
    expect(received.map(({ body }) => [body.settlement_type, body.settlement_status])).toEqual([
      ['realtime', 'SUCCESS'],
    ]);
  });

  it('are not repeated when they fail, unless the merchant has retries turned on', async () => {
    const sandbox = await startTestSandbox();
    const receiver = await receiveCallbacks(sandbox);
    const { control, rem } = sandbox;
    receiver.answerWith(500, 500, 204, 301, 404, 429, 200);
    await rem.create();
    control.pay('INV1001');
    await control.advance(2 * 60 * minuteMs);
    expect(receiver.received).toHaveLength(1);
    expect(control.deliveries()[0]).toMatchObject({ state: 'failed', attempts: [{ error: 'answered 500' }] });

    control.configure({ remRetries: true });
    await rem.create({ partner_tx_id: 'INV2' });
    control.pay('INV2');
    await control.advance(2 * 60 * minuteMs);
    const [retried] = control.deliveries({ reference: 'INV2' });
    expect(retried?.state).toBe('delivered');
    expect(retried?.attempts.map(({ httpStatus }) => httpStatus)).toEqual([500, 204, 301, 404, 429, 200]);
  });

  it('are sent once more, the same bytes, when status asks for it', async () => {
    const sandbox = await startTestSandbox();
    const { received } = await receiveCallbacks(sandbox);
    const { control, rem } = sandbox;
    await rem.create();
    await rem.status({ partner_tx_id: 'INV1001', send_callback: 'true' });
    await control.advance(0);
    expect(received).toHaveLength(0);
    control.pay('INV1001');
    await control.advance(0);
    await rem.status({ partner_tx_id: 'INV1001', send_callback: 'false' });
    const answer = await rem.status({ partner_tx_id: 'INV1001', send_callback: 'true' });
    await control.advance(0);
    expect(answer.body.data.status).toBe('complete');
    expect(received.map(({ raw }) => raw)).toEqual([received[0]?.raw, received[0]?.raw]);
    expect(control.deliveries().map(({ reason }) => reason)).toEqual(['payment', 'resend']);
  });
});

describe('Fazz callbacks', () => {
  it('are the signed link, paid and then completed', async () => {
    const sandbox = await startTestSandbox();
    const { received } = await receiveCallbacks(sandbox);
    const { control, fazz } = sandbox;
    const { id } = (await fazz.create()).body.data;
    control.pay(id);
    await control.advance(2 * dayMs);
    expect(received.map(({ body }) => body.data.attributes.status)).toEqual(['paid', 'completed']);
    for (const { raw, headers } of received) {
      const signature = createHmac('sha256', demoAccount.fazz.signingSecret).update(raw).digest('hex');
      expect([headers['xfers-signature'], headers['x-xfers-signature']]).toEqual([signature, signature]);
    }
    expect((await fazz.get(id)).body).toEqual(received[1]?.body);
  });

  it('are tried 20 times, first after 5 minutes, each gap 5 minutes longer', async () => {
    const sandbox = await startTestSandbox();
    const receiver = await receiveCallbacks(sandbox);
    receiver.answerWith(...Array.from({ length: 30 }, () => 503));
    const { id } = (await sandbox.fazz.create()).body.data;
    sandbox.control.pay(id);
    await sandbox.control.advance(12 * 60 * minuteMs);
    const [partly] = sandbox.control.deliveries();
    expect(partly?.state).toBe('pending');
    await sandbox.control.advance(6 * 60 * minuteMs);
    const [delivery] = sandbox.control.deliveries({ state: 'failed' });
    const gaps = delivery?.attempts.map(({ at }, index, all) =>
      Math.round((Date.parse(at) - Date.parse(all[index - 1]?.at ?? at)) / minuteMs),
    );
    expect(gaps).toEqual(Array.from({ length: 20 }, (_, index) => index * 5));
  });
});

describe('what became of a callback', () => {
  it('is recorded: no address, nobody there, no answer in time', async () => {
    const sandbox = await startTestSandbox();
    const { control, rem } = sandbox;
    const errorOf = async (reference: string) => {
      await rem.create({ partner_tx_id: reference });
      control.pay(reference);
      await control.advance(0);
      return control.deliveries({ reference })[0]?.attempts[0]?.error;
    };
    expect(await errorOf('A1')).toBe('no callback address is set');
    const receiver = await receiveCallbacks(sandbox);
    receiver.answerWith(0);
    control.configure({ callbackTimeoutMs: 30 });
    expect(await errorOf('A2')).toBe('no answer in time');
    await receiver.close();
    expect(await errorOf('A3')).toContain('ECONNREFUSED');
  });

  it("holds a link's second callback until the first has been answered", async () => {
    const sandbox = await startTestSandbox({ settleAfterMs: 5 });
    const receiver = await receiveCallbacks(sandbox);
    receiver.answerWith(0, 200);
    sandbox.control.configure({ callbackTimeoutMs: 150 });
    await sandbox.rem.create();
    sandbox.control.pay('INV1001');
    await expect.poll(() => sandbox.control.link('INV1001')?.settlement).toBe('success');
    expect(receiver.received).toHaveLength(1);
    await expect.poll(() => receiver.received).toHaveLength(2);
    expect(sandbox.control.deliveries().map(({ state }) => state)[0]).toBe('failed');
  });
});
