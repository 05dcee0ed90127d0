import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { startTestSandbox } from '../testing/start-test-sandbox.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

function signed(body: string, by = secret): Record<string, string> {
  const at = new Date();
  const id = 'cbk_1_dst_1';
  const signature = new Webhook(by).sign(id, at, body);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signature,
  };
}

async function start() {
  const sandbox = await startTestSandbox();
  const post = (name: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${sandbox.url}/receiver/${name}`, { method: 'POST', body, headers, redirect: 'manual' });
  return { ...sandbox, post };
}

it('a receiver keeps what it gets, proves signatures by its secret, and knows repeats', async () => {
  const { post, control } = await start();
  control.receivers.change('shop', { secret });
  expect((await post('shop', '{"a":1}', signed('{"a":1}'))).status).toBe(200);
  await post('shop', '{"a":2}', signed('{"a":1}'));
  await post('shop', '{"a":1}', signed('{"a":1}', 'whsec_c29tZSBvdGhlciBzZWNyZXQgb2YgMzIgYnl0ZXM='));
  await post('other', '{}', signed('{}'));
  expect(control.receivers.received('shop')).toMatchObject([
    { body: '{"a":1}', signature: 'proved', isRepeat: false, httpStatus: 200 },
    { body: '{"a":2}', signature: 'wrong', isRepeat: true },
    { body: '{"a":1}', signature: 'wrong', isRepeat: true },
  ]);
  expect(control.receivers.received('other')).toMatchObject([{ signature: 'not checked', isRepeat: false }]);
});

it('it fails, redirects, says that it is gone, drops and delays as it is told', async () => {
  const { post, control } = await start();
  const told = async (changes: Parameters<typeof control.receivers.change>[1]) => {
    control.receivers.change('shop', changes);
    return post('shop', '{}').then(
      (response) => response.status,
      () => 'dropped',
    );
  };
  expect(await told({ answer: 'fail', httpStatus: 503 })).toBe(503);
  expect(await told({ answer: 'html', httpStatus: 502 })).toBe(502);
  expect(await told({ answer: 'gone' })).toBe(410);
  expect(await told({ answer: 'redirect', httpStatus: 302 })).toBe(302);
  expect(await told({ answer: 'redirect', httpStatus: 500 })).toBe(307);
  expect(await told({ answer: 'huge' })).toBe(200);
  expect(await told({ answer: 'drop' })).toBe('dropped');
  const before = performance.now();
  expect(await told({ answer: 'ok', delayMs: 120 })).toBe(200);
  expect(performance.now() - before).toBeGreaterThan(100);
  expect(control.receivers.received().map(({ httpStatus }) => httpStatus)).toEqual([
    503,
    502,
    410,
    302,
    307,
    200,
    null,
    200,
  ]);
});

it('it can fail some of a hundred, and for a while', async () => {
  const { post, control } = await start();
  control.receivers.change('shop', { answer: 'fail', percent: 25 });
  const statuses: number[] = [];
  for (let index = 0; index < 8; index++) statuses.push((await post('shop', '{}')).status);
  expect(statuses.filter((status) => status === 500)).toHaveLength(2);
  control.receivers.change('shop', { percent: 100, remaining: 2 });
  const later = [await post('shop', '{}'), await post('shop', '{}'), await post('shop', '{}')];
  expect(later.map(({ status }) => status)).toEqual([500, 500, 200]);
});

it('a tester does the same over the control API and on a page', async () => {
  const { url, post } = await start();
  const change = await fetch(`${url}/control/receivers/shop`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answer: 'fail', httpStatus: 418, secret }),
  });
  expect(await change.json()).toMatchObject({ name: 'shop', answer: 'fail', httpStatus: 418, secret });
  expect((await post('shop', '<b>{}</b>', signed('<b>{}</b>'))).status).toBe(418);
  const { items } = (await (await fetch(`${url}/control/received?receiver=shop`)).json()) as { items: unknown[] };
  expect(items).toMatchObject([{ signature: 'proved', httpStatus: 418 }]);
  const page = await (await fetch(`${url}/receivers`)).text();
  expect(page).toContain(`${url}/receiver/shop`);
  expect(page).toContain('&#60;b&#62;{}&#60;/b&#62;');
  const form = new URLSearchParams({ name: 'shop', answer: 'ok', secret: '', remaining: '' });
  expect((await fetch(`${url}/receivers`, { method: 'POST', body: form })).status).toBe(200);
  expect((await post('shop', '{}')).status).toBe(200);
  const bad = await fetch(`${url}/receivers`, { method: 'POST', body: new URLSearchParams({ name: 'No name' }) });
  expect(bad.status).toBe(400);
  expect(await bad.text()).toContain('a receiver is named by');
});
