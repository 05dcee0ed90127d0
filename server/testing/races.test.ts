import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningServer } from '../start-server.ts';
import { fazzInput, linkAt, newLink, postLink, readLink, remInput, timelineOf } from './link-inputs.ts';
import { makeLink } from './make-link.ts';
import { movableClock } from './movable-clock.ts';
import { signInAs, startTestApp, type TestApp, type TestClient } from './start-test-app.ts';

const { clock, moveOn } = movableClock();
const seconds = 1_000;
let app: TestApp;
let replica: RunningServer;
/** The same person at two replicas. */
let tabs: [TestClient, TestClient];

beforeAll(async () => {
  const config = { answerWithinMs: 5 * seconds, providerTimeoutMs: 10 * seconds };
  app = await startTestApp({ clock, config, startWorkers: false });
  replica = await app.startReplica();
  tabs = [await app.signIn('finance'), await signInAs(replica.url, 'finance')];
});
afterAll(async () => {
  await replica.stop();
  await app.close();
});
beforeEach(() => app.sandbox.control.disarm());

const many = Array.from({ length: 20 }, (_, index) => index);
const tab = (index: number): TestClient => tabs[index % 2 === 0 ? 0 : 1];
const operation = 'createPaymentLink';
const callsAbout = (
  reference: string,
  of: 'createPaymentLink' | 'deletePaymentLink' | 'getPaymentLinkStatus' = operation,
) => app.sandbox.control.requests({ reference, operation: of }).length;
const statusesOf = (answers: { response: Response }[]) => answers.map(({ response }) => response.status).sort();

describe('twenty at once', () => {
  it.each([
    ['rem', remInput()],
    ['fazz', fazzInput()],
  ] as const)('with one Idempotency-Key at two replicas make one link at %s', async (provider, body) => {
    app.sandbox.control.arm({ scenario: 'slow_answer', provider, operation, delayMs: 300 });
    const key = randomUUID();
    const answers = await Promise.all(many.map((index) => postLink(tab(index), body, key)));
    expect(statusesOf(answers)).toEqual([...Array(19).fill(200), 201]);
    const [id, ...others] = new Set(answers.map(({ data }) => data?.id));
    expect(others).toEqual([]);
    const { reference } = await readLink(tabs[0], id ?? '');
    expect(callsAbout(reference)).toBe(1);
    expect(app.sandbox.control.links({ reference })).toHaveLength(1);
  });

  it('with keys of their own make twenty links, each once', async () => {
    const answers = await Promise.all(many.map((index) => postLink(tab(index), index % 3 ? remInput() : fazzInput())));
    expect(new Set(statusesOf(answers))).toEqual(new Set([201]));
    const references = answers.map(({ data }) => data?.reference ?? '');
    expect(new Set(references).size).toBe(20);
    expect(references.map((reference) => callsAbout(reference))).toEqual(Array(20).fill(1));
  });

  it('with one reference make one link; the others are told that it is taken', async () => {
    const body = remInput({ reference: 'WANTEDBYALL' });
    const answers = await Promise.all(many.map((index) => postLink(tab(index), body)));
    expect(statusesOf(answers)).toEqual([201, ...Array(19).fill(409)]);
    expect(callsAbout('WANTEDBYALL')).toBe(1);
  });

  it('who delete one link delete it once', async () => {
    const { id, reference } = await newLink(tabs[0], remInput());
    app.sandbox.control.arm({ scenario: 'slow_answer', operation: 'deletePaymentLink', delayMs: 300 });
    const answers = await Promise.all(
      many.map((index) => tab(index).DELETE('/api/{environment}/links/{id}', linkAt(id))),
    );
    expect(statusesOf(answers)).toEqual([200, ...Array(19).fill(409)]);
    expect(callsAbout(reference, 'deletePaymentLink')).toBe(1);
    expect((await readLink(tabs[1], id)).status).toBe('deleted');
  });

  it('who refresh a link while it is deleted are all answered, and it ends deleted', async () => {
    const { id } = await newLink(tabs[0], remInput());
    app.sandbox.control.arm({ scenario: 'slow_answer', operation: 'deletePaymentLink', delayMs: 300 });
    const deletion = tabs[0].DELETE('/api/{environment}/links/{id}', linkAt(id));
    const refresh = (client: TestClient) => client.POST('/api/{environment}/links/{id}/refresh', linkAt(id));
    const answers = await Promise.all(many.map((index) => refresh(tab(index))));
    expect(new Set(statusesOf(answers))).toEqual(new Set([200]));
    expect((await deletion).response.status).toBe(200);
    expect(await readLink(tabs[0], id)).toMatchObject({
      status: 'deleted',
      actions: { delete: { reason: 'already_deleted' } },
    });
    moveOn(60 * seconds);
    expect(await app.workers.resolver.processAll()).toBe(0);
  });

  it('callbacks of one payment, at both replicas, are one payment and nineteen repeats', async () => {
    const { id, reference } = await newLink(tabs[0], remInput());
    // REM has its money, and its own callback is lost.
    app.sandbox.control.arm({ scenario: 'callback_never' });
    app.sandbox.control.pay(reference);
    const body = JSON.stringify({
      partner_tx_id: reference,
      status: 'complete',
      amount: 150_000,
      paid_amount: 150_000,
    });
    const { pathname } = new URL(app.sandbox.control.settings().callbackUrls.rem ?? '');
    const sent = many.map((index) =>
      fetch(`${index % 2 ? app.url : replica.url}${pathname}`, { method: 'POST', body }),
    );
    expect(new Set((await Promise.all(sent)).map(({ status }) => status))).toEqual(new Set([200]));
    await Promise.all([app.workers.callbacks.processAll(), replica.workers.callbacks.processAll()]);
    await Promise.all([app.workers.confirmer.processAll(), replica.workers.confirmer.processAll()]);
    expect(callsAbout(reference, 'getPaymentLinkStatus')).toBe(1);
    const heard = (await timelineOf(tabs[0], id)).filter(
      (entry) => entry.type === 'observation' && entry.source === 'callback',
    );
    expect(heard.map((entry) => (entry.type === 'observation' ? entry.verdict : '')).sort()).toEqual([
      'applied',
      ...Array(19).fill('duplicate'),
    ]);
    const { version, ...link } = await readLink(tabs[0], id);
    expect(link).toMatchObject({ status: 'paid', late: false });
    // Created, claimed and paid, and claimed earlier when one is read that had arrived before the first; but not anew by each.
    expect(version).toBeGreaterThanOrEqual(4);
    expect(version).toBeLessThan(10);
  });
});

it('a payer who pays while the link is deleted has paid', async () => {
  const { id, reference } = await newLink(tabs[0], remInput());
  app.sandbox.control.arm({ scenario: 'slow_answer', operation: 'deletePaymentLink', delayMs: 300 });
  const deletion = tabs[0].DELETE('/api/{environment}/links/{id}', linkAt(id));
  await expect.poll(() => callsAbout(reference, 'deletePaymentLink')).toBe(1);
  app.sandbox.control.pay(reference, { late: true });
  await deletion;
  await expect.poll(async () => (await readLink(tabs[1], id)).status).toBe('paid');
  expect(await readLink(tabs[1], id)).toMatchObject({ late: true, actions: { delete: { reason: 'already_paid' } } });
});

it('two replicas find out what became of twenty lost creations, asking about each once', async () => {
  app.sandbox.control.arm({ scenario: 'lost_response', provider: 'rem', operation, count: 20 });
  const lost = await Promise.all(many.map((index) => postLink(tab(index), remInput())));
  expect(new Set(statusesOf(lost))).toEqual(new Set([202]));
  moveOn(3 * seconds);
  await Promise.all([app.workers.resolver.processAll(), replica.workers.resolver.processAll()]);
  for (const { data } of lost) {
    expect(await readLink(tabs[0], data?.id ?? '')).toMatchObject({ status: 'open', failure: null });
    const reference = data?.reference ?? '';
    expect(app.sandbox.control.requests({ reference, operation: 'getPaymentLinkStatus' })).toHaveLength(1);
    expect(callsAbout(reference)).toBe(1);
  }
});

describe('a browser that stops reading its stream', () => {
  it('is let go before it fills our memory', async () => {
    const description = 'x'.repeat(5_000);
    const ids: string[] = [];
    for (let index = 0; index < 100; index++) ids.push(await makeLink(app.db, { order: { description } }));
    const stalled = connect(Number(new URL(app.url).port), '127.0.0.1');
    await once(stalled, 'connect');
    stalled.pause();
    stalled.write(`GET /api/sandbox/events HTTP/1.1\r\nHost: x\r\nCookie: ${tabs[0].cookie}\r\n\r\n`);
    let hasEnded = false;
    stalled
      .on('error', () => undefined)
      .on('close', () => {
        hasEnded = true;
      });

    // Each round says 0.5 MB to every reader.
    const tellAll = async () => {
      await app.db.tx(async (tx) => {
        await tx.query(`insert into live_events (environment, payment_id) select 'sandbox', unnest($1::text[])`, [ids]);
        await tx.query(`select pg_notify('live', '')`);
      });
      const { rows } = await app.db.query<{ id: number }>(`select max(id) as id from live_events`);
      await expect.poll(() => app.hub.cursor(), { timeout: 10_000 }).toBeGreaterThanOrEqual(rows[0]?.id ?? 0);
    };
    for (let round = 0; round < 30; round++) await tellAll();

    let bytes = 0;
    stalled.on('data', (chunk) => {
      bytes += chunk.length;
    });
    stalled.resume();
    await expect.poll(() => hasEnded, { timeout: 10_000 }).toBe(true);
    expect(bytes).toBeLessThan(30 * 100 * description.length);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  }, 60_000);
});

it('after all this no creation was sent to REM twice', () => {
  const counts = app.sandbox.control.countRequests({ provider: 'rem', operation });
  expect(counts.length).toBeGreaterThan(30);
  expect(counts.filter(({ count }) => count !== 1)).toEqual([]);
});
