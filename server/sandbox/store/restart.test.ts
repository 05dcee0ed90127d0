import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { receiveCallbacks, startTestSandbox } from '../testing/start-test-sandbox.ts';

const folders: string[] = [];

function newDataFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  folders.push(folder);
  return join(folder, 'state', 'sandbox.jsonl');
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('a restarted twin', () => {
  it('knows its links, deliveries, requests, scenarios, settings and time', async () => {
    const dataFile = newDataFile();
    const first = await startTestSandbox({ dataFile, settleAfterMs: 1_000 });
    await first.rem.create();
    const { id } = (await first.fazz.create()).body.data;
    first.control.pay(id);
    first.control.arm({ scenario: 'error_500', reference: 'INV9', count: 3 });
    first.control.configure({ remEnvelope: 'flat' });
    await first.control.advance(3_600_000);
    const before = {
      links: first.control.links(),
      deliveries: first.control.deliveries(),
      requests: first.control.requests(),
      armed: first.control.armed(),
      settings: first.control.settings(),
    };
    expect(before.links).toHaveLength(2);
    expect(before.deliveries).toHaveLength(2);
    await first.close();

    const second = await startTestSandbox({ dataFile, settleAfterMs: 99 });
    const { control } = second;
    const after = {
      links: control.links(),
      deliveries: control.deliveries(),
      requests: control.requests(),
      armed: control.armed(),
      settings: control.settings(),
    };
    expect(after).toEqual(before);
    expect(control.now().getTime() - Date.now()).toBeGreaterThan(3_590_000);
    expect((await second.rem.get('INV1001')).body.status).toBe('CREATED');
  });

  it('goes on with what was pending: expiry, settlement, retries', async () => {
    const dataFile = newDataFile();
    const first = await startTestSandbox({ dataFile });
    await first.rem.create();
    await first.rem.create({ partner_tx_id: 'INV2' });
    await first.fazz.create();
    first.control.pay('INV2');
    first.control.pay('INV-2001');
    await first.control.advance(0);
    expect(first.control.deliveries({ state: 'pending' })).toHaveLength(1);
    await first.close();

    const second = await startTestSandbox({ dataFile });
    const { received } = await receiveCallbacks(second);
    await second.control.advance(6 * 60_000);
    expect(received.map(({ body }) => body.data?.attributes.status)).toEqual(['paid']);
    await second.control.advance(2 * 86_400_000);
    expect(received).toHaveLength(3);
    expect(second.control.link('INV1001')?.status).toBe('expired');
    expect(second.control.link('INV2')?.settlement).toBe('success');
  });

  it('sends again what it was sending when it was closed', async () => {
    const dataFile = newDataFile();
    const first = await startTestSandbox({ dataFile });
    const silent = await receiveCallbacks(first);
    silent.answerWith(0);
    await first.rem.create();
    first.control.pay('INV1001');
    await expect.poll(() => silent.received.length).toBe(1);
    await first.close();
    const second = await startTestSandbox({ dataFile });
    expect(second.control.settings().callbackUrls.rem).toBe(silent.url);
    await expect.poll(() => silent.received.length).toBe(2);
    await expect.poll(() => second.control.deliveries()[0]?.state).toBe('delivered');
  });

  it('brings the money that a scenario has promised, and looks routings and payments up by their references', async () => {
    const dataFile = newDataFile();
    const first = await startTestSandbox({ dataFile });
    await first.rem.createRouting();
    await first.fazz.createPayment();
    first.control.arm({ scenario: 'paid_after_expiry', reference: 'QR-1001' });
    first.control.expire('QR-1001');
    await first.close();

    const second = await startTestSandbox({ dataFile });
    expect((await second.fazz.createPayment()).httpStatus).toBe(200);
    expect((await second.rem.createRouting()).body.status.code).toBe('203');
    await second.control.advance(60_000);
    expect(second.control.link('QR-1001')?.status).toBe('paid');
  });

  it('leaves out a line that was torn, compacts its file, and refuses a damaged one', async () => {
    const dataFile = newDataFile();
    const first = await startTestSandbox({ dataFile });
    await first.rem.create();
    for (const action of ['choose', 'fail', 'choose', 'fail'] as const)
      first.control[action]('INV1001', { method: 'va' });
    await first.close();
    const linesOf = () => readFileSync(dataFile, 'utf8').trim().split('\n');
    expect(linesOf()).toHaveLength(10);
    appendFileSync(dataFile, '{"type":"link","link":{"id":"torn"');

    const second = await startTestSandbox({ dataFile });
    expect(second.control.links()).toHaveLength(1);
    expect(linesOf().map((line) => JSON.parse(line).type)).toEqual(['settings', 'clock', 'link', 'request']);
    await second.close();

    writeFileSync(dataFile, 'no json\n{}\n');
    await expect(startTestSandbox({ dataFile })).rejects.toThrow('damaged at line 1');
  });

  it('forgets everything but settings and time on reset', async () => {
    const dataFile = newDataFile();
    const first = await startTestSandbox({ dataFile });
    first.control.setCallbackUrl('rem', 'http://127.0.0.1:9/callbacks');
    await first.rem.create();
    first.control.pay('INV1001');
    first.control.reset();
    expect(first.control.links()).toEqual([]);
    await first.close();
    const second = await startTestSandbox({ dataFile });
    expect(second.control.links()).toEqual([]);
    expect(second.control.deliveries()).toEqual([]);
    expect(second.control.requests()).toEqual([]);
    expect(second.control.settings().callbackUrls.rem).toBe('http://127.0.0.1:9/callbacks');
  });
});
