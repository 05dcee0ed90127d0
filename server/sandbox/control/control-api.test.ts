import { describe, expect, it } from 'vitest';
import { readAnswer } from '../testing/rem-client.ts';
import { receiveCallbacks, startTestSandbox } from '../testing/start-test-sandbox.ts';

async function start() {
  const sandbox = await startTestSandbox();
  const call = async (method: string, path: string, body?: object) =>
    readAnswer(
      await fetch(`${sandbox.url}/control${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
  return { ...sandbox, call };
}

describe('the control API', () => {
  it('lists links and drives them by reference or id', async () => {
    const { call, rem, fazz } = await start();
    await rem.create();
    const { id } = (await fazz.create()).body.data;
    expect((await call('GET', '/links?provider=fazz&status=created')).body.items).toHaveLength(1);
    expect((await call('GET', `/links/${id}`)).body.reference).toBe('INV-2001');
    const act = async (action: string, body: object = {}) =>
      (await call('POST', `/links/INV1001/${action}`, body)).body;
    expect(await act('backdate', { createdAt: '2026-11-01T00:00:00Z' })).toMatchObject({ status: 'created' });
    expect(await act('choose', { method: 'va', channel: 'BCA' })).toMatchObject({ choice: { channel: 'bca' } });
    expect(await act('process')).toMatchObject({ status: 'processing' });
    expect(await act('fail')).toMatchObject({ status: 'failed' });
    expect(await act('expire')).toMatchObject({ status: 'expired' });
    expect(await act('pay', { late: true })).toMatchObject({ status: 'paid', settlement: 'waiting' });
    expect(await act('settle')).toMatchObject({ settlement: 'success' });
  });

  it('lists and drives payments of every kind', async () => {
    const { call, rem, fazz, url } = await start();
    await rem.create();
    await rem.createRouting();
    await fazz.createPayment();
    const references = async (query: string) =>
      (await call('GET', `/links${query}`)).body.items.map((each: { reference: string }) => each.reference);
    expect(await references('')).toEqual(['PAY-3001', 'QR-1001', 'INV1001']);
    expect(await references('?kind=routing')).toEqual(['QR-1001']);
    expect(await references('?kind=one-time&provider=fazz')).toEqual(['PAY-3001']);
    const page = await (await fetch(`${url}/`)).text();
    for (const kind of ['REM link', 'REM routing', 'Fazz one-time payment']) expect(page).toContain(kind);
    const act = async (key: string, action: string, body: object = {}) =>
      (await call('POST', `/links/${key}/${action}`, body)).body;
    expect(await act('QR-1001', 'pay', { channel: 'ovo' })).toMatchObject({ status: 'paid', settlement: 'waiting' });
    expect(await act('QR-1001', 'fail')).toEqual({ error: 'a routing that is paid cannot fail' });
    expect(await act('PAY-3001', 'choose', { method: 'qris' })).toEqual({
      error: 'a one-time payment that is waiting_payment cannot choose',
    });
    expect(await act('PAY-3001', 'process')).toMatchObject({ status: 'processing' });
    expect(await act('PAY-3001', 'fail')).toMatchObject({ status: 'failed' });
    expect(await act('PAY-3001', 'pay', { late: true })).toMatchObject({ status: 'paid' });
  });

  it('answers 400, 404 and 409 with a sentence', async () => {
    const { call, rem } = await start();
    await rem.create();
    const refusal = async (...args: Parameters<typeof call>) => {
      const { httpStatus, body } = await call(...args);
      return [httpStatus, body.error];
    };
    expect(await refusal('POST', '/links/INV1001/choose', { method: 'cash' })).toEqual([
      400,
      'method must be one of va, qris, ewallet, card, bank_transfer, retail_outlet',
    ]);
    expect(await refusal('POST', '/links/INV1001/refund')).toEqual([400, expect.stringContaining('action must be')]);
    expect(await refusal('POST', '/links/NOPE/pay')).toEqual([404, 'no payment has the id or reference NOPE']);
    expect(await refusal('GET', '/links/NOPE')).toEqual([404, 'no payment has the id or reference NOPE']);
    expect(await refusal('POST', '/links/INV1001/settle')).toEqual([409, 'a link that is created cannot settle']);
    expect(await refusal('POST', '/scenarios', { scenario: 'rain' })).toEqual([400, expect.any(String)]);
    expect(await refusal('POST', '/clock', { advanceMs: -1 })).toEqual([400, 'the clock moves forward only']);
    expect(await refusal('PATCH', '/settings', { settleAfterMs: 'soon' })).toEqual([400, expect.any(String)]);
    expect(await refusal('PUT', '/callback-urls/rem', { url: 'file:///etc' })).toEqual([400, expect.any(String)]);
    expect(await refusal('GET', '/nowhere')).toEqual([404, 'the control API has no such address']);
  });

  it('arms and disarms scenarios', async () => {
    const { call, rem } = await start();
    const armed = await call('POST', '/scenarios', { scenario: 'error_429', reference: 'INV1001', count: null });
    expect(armed.httpStatus).toBe(201);
    expect(armed.body).toMatchObject({ remaining: null, parameters: { retryAfterSeconds: 2 } });
    expect((await rem.create({}, { deviates: true })).httpStatus).toBe(429);
    const { body } = await call('GET', '/scenarios');
    expect(body.scenarios.error_429.description).toContain('429');
    expect(body.armed).toEqual([armed.body]);
    expect((await call('DELETE', `/scenarios/${armed.body.id}`)).body).toEqual({ disarmed: 1 });
    expect((await call('DELETE', '/scenarios')).body).toEqual({ disarmed: 0 });
    expect((await rem.create()).httpStatus).toBe(200);
  });

  it('moves the clock, changes settings, and shows callbacks and requests', async () => {
    const sandbox = await start();
    const { call, rem } = sandbox;
    const { received, url } = await receiveCallbacks(sandbox);
    const settings = await call('PATCH', '/settings', { settleAfterMs: 60_000, remRetries: true, remEnvelope: 'flat' });
    expect(settings.body).toMatchObject({ settleAfterMs: 60_000, remRetries: true, callbackUrls: { rem: url } });
    await rem.create();
    await rem.get('INV1001');
    await call('POST', '/links/INV1001/pay');
    const before = Date.parse((await call('GET', '/clock')).body.now);
    const after = Date.parse((await call('POST', '/clock', { advanceMs: 60_000 })).body.now);
    expect(after - before).toBeGreaterThanOrEqual(60_000);
    expect(received.map(({ body }) => body.settlement_status)).toEqual(['WAITING', 'SUCCESS']);
    const deliveries = (await call('GET', '/deliveries?reference=INV1001&state=delivered')).body.items;
    expect(deliveries).toHaveLength(2);
    const requests = (await call('GET', '/requests?reference=INV1001&operation=createPaymentLink')).body;
    expect(requests.items).toHaveLength(1);
    expect(requests.counts).toEqual([
      { provider: 'rem', operation: 'createPaymentLink', reference: 'INV1001', count: 1 },
    ]);
    expect((await call('PUT', '/callback-urls/rem', { url: null })).body.callbackUrls.rem).toBeNull();
    expect((await call('POST', '/reset')).httpStatus).toBe(204);
    expect((await call('GET', '/links')).body.items).toEqual([]);
  });
});

describe('the control page', () => {
  it('does the same as forms', async () => {
    const { url, control, rem } = await start();
    const { payment_link_id } = (await rem.create()).body;
    const send = async (form: string, fields: Record<string, string> = {}) => {
      const response = await fetch(`${url}/do/${form}`, { method: 'POST', body: new URLSearchParams(fields) });
      return { httpStatus: response.status, page: await response.text() };
    };
    const shown = await send('link', { key: payment_link_id, action: 'pay', choice: 'va:bni' });
    expect(shown.page).toContain('>paid</span>');
    expect(control.link('INV1001')?.choice?.channel).toBe('bni');
    const refused = await send('link', { key: payment_link_id, action: 'expire', choice: '' });
    expect([refused.httpStatus, refused.page.includes('a link that is paid cannot expire')]).toEqual([409, true]);

    await send('arm', { scenario: 'hang', operation: '', reference: '', count: '', forever: 'true', delayMs: '5' });
    expect(control.armed()).toMatchObject([{ scenario: 'hang', remaining: null, parameters: { delayMs: 5 } }]);
    await send('disarm', { id: control.armed()[0]?.id ?? '' });
    expect(control.armed()).toEqual([]);

    await send('settings', {
      settleAfterMs: '20000',
      remEnvelope: 'flat',
      remRetries: 'true',
      rem: 'http://a.id/cb',
      fazz: '',
    });
    expect(control.settings()).toMatchObject({
      settleAfterMs: 20_000,
      remEnvelope: 'flat',
      remRetries: true,
      callbackUrls: { rem: 'http://a.id/cb', fazz: null },
    });
    const before = control.now().getTime();
    await send('clock', { advanceMs: '3600000' });
    expect(control.now().getTime() - before).toBeGreaterThanOrEqual(3_600_000);
    expect((await send('reset')).page).toContain('No payments');
  });
});
