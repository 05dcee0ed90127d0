import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linkKind } from '../links/link-kind.ts';
import type { LinkOrder, PaymentPort } from '../providers/provider.ts';
import type { RunningServer } from '../start-server.ts';
import { fazzInput, postLink, readLink, remInput, timelineOf } from '../testing/link-inputs.ts';
import { movableClock } from '../testing/movable-clock.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';
import { openIntent } from './open-intent.ts';
import { resolveCreation } from './resolve-creation.ts';
import { sendCreation } from './send-creation.ts';

const { clock, moveOn } = movableClock();
const seconds = 1_000;
let app: TestApp;
let replica: RunningServer;
let finance: TestClient;

beforeAll(async () => {
  const config = { answerWithinMs: 500, providerTimeoutMs: 5 * seconds };
  app = await startTestApp({ clock, config, startWorkers: false });
  replica = await app.startReplica();
  finance = await app.signIn('finance');
});
afterAll(async () => {
  await replica.stop();
  await app.close();
});
beforeEach(() => app.sandbox.control.disarm());

const operation = 'createPaymentLink';
const reads = (reference: string) =>
  app.sandbox.control.requests({ reference }).filter((call) => call.operation !== operation).length;

/** What is left of a server that is killed between the intent and its call. */
async function killedBeforeTheCall(body: ReturnType<typeof remInput> | ReturnType<typeof fazzInput>) {
  const { rows } = await app.db.query<{ id: string }>(`select id from staff where role = 'finance'`);
  const actor = { staffId: rows[0]?.id ?? '', name: 'Rani', role: 'finance', requestId: null } as const;
  const request = { environment: 'sandbox', idempotencyKey: randomUUID(), body } as const;
  const intent = await openIntent({ ...app.deps, clock }, linkKind, actor, request, 'a-digest', clock());
  if (!intent.isNew) throw new Error('not a new intent');
  return intent;
}

describe('an intent whose server was killed before it called', () => {
  it('of REM is proved absent, once REM can no longer be working on it, and never sent again', async () => {
    const { id, reference } = (await killedBeforeTheCall(remInput())).payment;
    moveOn(6 * seconds);
    await app.workers.resolver.processAll();
    expect(await readLink(finance, id)).toMatchObject({ status: 'creating' });
    moveOn(20 * seconds);
    await app.workers.resolver.processAll();
    expect(await readLink(finance, id)).toMatchObject({ status: 'failed', failure: { code: 'not_created' } });
    expect(app.sandbox.control.links({ reference })).toEqual([]);
  });

  it('of Fazz is made by the resolver, because Fazz makes no second one of a reference', async () => {
    const { id, reference } = (await killedBeforeTheCall(fazzInput())).payment;
    moveOn(6 * seconds);
    await app.workers.resolver.processAll();
    expect(await readLink(finance, id)).toMatchObject({ status: 'open', url: expect.stringContaining('/pay/') });
    expect(app.sandbox.control.links({ reference })).toHaveLength(1);
  });
});

it('two replicas ask once about one payment', async () => {
  app.sandbox.control.arm({ scenario: 'lost_response', provider: 'rem', operation });
  const { data } = await postLink(finance, remInput());
  moveOn(2 * seconds);
  app.sandbox.control.arm({ scenario: 'slow_answer', operation: 'getPaymentLinkStatus', delayMs: 200 });
  const done = await Promise.all([app.workers.resolver.processAll(), replica.workers.resolver.processAll()]);
  expect(done.sort()).toEqual([0, 1]);
  expect(await readLink(finance, data?.id ?? '')).toMatchObject({ status: 'open' });
  expect(reads(data?.reference ?? '')).toBe(2);
});

it('a provider that stays silent is asked ever more rarely, and nothing is concluded from that', async () => {
  app.sandbox.control.arm({ scenario: 'error_500', provider: 'rem', count: null });
  const { data } = await postLink(finance, remInput());
  const { id = '', reference = '' } = data ?? {};
  const pauses: number[] = [];
  for (let look = 0; look < 6; look++) {
    const { rows } = await app.db.query<{ due: Date }>(`select check_after as due from payments where id = $1`, [id]);
    const waitMs = (rows[0]?.due.getTime() ?? 0) - clock().getTime();
    pauses.push(Math.round(waitMs / seconds));
    moveOn(waitMs + 1);
    await app.workers.resolver.processAll();
  }
  const [first, second, third, ...later] = pauses;
  expect([first, second, ...later]).toEqual([2, 5, 60, 300, 300]);
  // Would be 15, but falls on the moment from which "not found" is a proof: 20 s after the intent.
  expect(third).toBeGreaterThan(5);
  expect(third).toBeLessThan(15);
  expect(await readLink(finance, id)).toMatchObject({ status: 'creating', failure: null });

  app.sandbox.control.disarm();
  moveOn(300 * seconds + 1);
  await app.workers.resolver.processAll();
  expect(await readLink(finance, id)).toMatchObject({ status: 'failed', failure: { code: 'not_created' } });
  expect(app.sandbox.control.countRequests({ reference, operation })).toMatchObject([{ count: 1 }]);
});

it('a provider that asks for fewer requests is left alone for as long as it says, with all that is unknown', async () => {
  const links: { id: string; reference: string }[] = [];
  for (let count = 0; count < 2; count++) {
    app.sandbox.control.arm({ scenario: 'lost_response', provider: 'rem', operation });
    const { data } = await postLink(finance, remInput());
    links.push({ id: data?.id ?? '', reference: data?.reference ?? '' });
  }
  app.sandbox.control.arm({
    scenario: 'error_429',
    operation: 'getPaymentLinkStatus',
    retryAfterSeconds: 120,
    count: null,
  });
  moveOn(3 * seconds);
  await app.workers.resolver.processAll();
  app.sandbox.control.disarm();
  const before = links.map(({ reference }) => reads(reference));
  moveOn(110 * seconds);
  await app.workers.resolver.processAll();
  expect(links.map(({ reference }) => reads(reference))).toEqual(before);
  moveOn(11 * seconds);
  await app.workers.resolver.processAll();
  for (const { id } of links) expect(await readLink(finance, id)).toMatchObject({ status: 'open' });
});

function remLinks(): PaymentPort<LinkOrder> {
  const port = app.deps.accounts.get('sandbox', 'rem')?.ports.link;
  if (!port) throw new Error('no account');
  return port;
}

it('an answer that is lost after the resolver found the link leaves the action done', async () => {
  const intent = await killedBeforeTheCall(remInput());
  const port = remLinks();
  const deps = { ...app.deps, clock };
  // A provider whose connection breaks so late that the resolver has read the link meanwhile.
  const lost: Pick<PaymentPort<LinkOrder>, 'create'> = {
    async create(order) {
      await port.create(order);
      await resolveCreation(deps, linkKind, port, intent.payment, intent.order);
      return { kind: 'unknown_outcome', message: 'no answer within 125 s', raw: null };
    },
  };
  await sendCreation(deps, lost, intent);
  const timeline = await timelineOf(finance, intent.payment.id);
  expect(timeline.find(({ type }) => type === 'action')).toMatchObject({ outcome: 'done', detail: null });
});

it('an answer that comes while the resolver looks is not overruled by it', async () => {
  const intent = await killedBeforeTheCall(remInput());
  const port = remLinks();
  moveOn(30 * seconds);
  const deps = { ...app.deps, clock };
  // A provider that knows nothing of the link when it is asked, and has made it when its answer arrives.
  const late: Pick<PaymentPort<LinkOrder>, 'resolveCreation'> = {
    async resolveCreation() {
      await sendCreation(deps, port, intent);
      return { kind: 'absent', raw: null };
    },
  };
  await resolveCreation(deps, linkKind, late, intent.payment, intent.order);
  expect(await readLink(finance, intent.payment.id)).toMatchObject({ status: 'open', failure: null });
});
