import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import { wibDateTime } from '../providers/instants.ts';
import { demoAccount } from '../sandbox/demo-account.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { createElsewhere } from '../seed/elsewhere.ts';
import * as answers from './answering-server.ts';
import { catchUp } from './catch-up.ts';
import { fazzInput, linkAt, postLink, readLink, remInput, timelineOf } from './link-inputs.ts';
import { movableClock } from './movable-clock.ts';
import { startTestApp, type TestApp, type TestClient } from './start-test-app.ts';

type CreateLinkInput = components['schemas']['CreateLinkInput'];
type Environment = components['schemas']['EnvironmentName'];

const { clock, moveOn } = movableClock();
const seconds = 1_000;
const minutes = 60 * seconds;
let app: TestApp;
let finance: TestClient;
/** Both providers of staging: it says exactly what a test tells it to say. */
let odd: answers.AnsweringServer;
/** REM of production: a twin that can be switched off. */
let switchable: Sandbox;

beforeAll(async () => {
  odd = await answers.startAnsweringServer();
  switchable = await startSandbox({ port: 0, dataFile: null });
  const staging = { environment: 'staging', baseUrl: odd.url, payUrl: null, callbackToken: 'of-staging' } as const;
  const production = {
    environment: 'production',
    baseUrl: switchable.remUrl,
    payUrl: null,
    callbackToken: 'x',
  } as const;
  app = await startTestApp({
    clock,
    // Errors are logged by what fails here on purpose.
    config: { answerWithinMs: 400, providerTimeoutMs: seconds, logLevel: 'fatal' },
    accounts: [
      { ...staging, provider: 'rem', credentials: demoAccount.rem },
      { ...staging, provider: 'fazz', credentials: demoAccount.fazz },
      { ...production, provider: 'rem', credentials: demoAccount.rem },
    ],
    startWorkers: false,
  });
  finance = await app.signIn('finance');
});
afterAll(async () => {
  await app.close();
  await switchable.close();
  await odd.close();
});
beforeEach(() => app.sandbox.control.disarm());

const createAt = (environment: Environment, body: CreateLinkInput, key: string = randomUUID()) =>
  finance.POST('/api/{environment}/links', {
    params: { path: { environment }, header: { 'Idempotency-Key': key } },
    body,
  });

async function readAt(environment: Environment, id: string) {
  const { data, response } = await finance.GET('/api/{environment}/links/{id}', linkAt(id, environment));
  if (!data) throw new Error(`no link: HTTP ${response.status}`);
  return data;
}

/** Lets the check that waits become due, and runs the resolver. */
async function resolveAfter(ms: number) {
  await app.deps.calls.drain(10 * seconds);
  moveOn(ms);
  await app.workers.resolver.processAll();
}

const creationsAt = (server: answers.AnsweringServer) =>
  server.received.filter(({ method, url }) => method === 'POST' && /create-v2$|payment_links$/.test(url));

const large = JSON.stringify({ status: true, message: 'x'.repeat(5_000_000) });
const endless: answers.Behaviour = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const pour = () => {
    while (!response.destroyed && response.write('[[[[[[[['.repeat(8_192)));
  };
  response.on('drain', pour);
  pour();
};
const { json, text } = answers;
const oddities: [string, answers.Behaviour][] = [
  ['5 MB', text(200, large)],
  ['5 MB packed into 5 kB', text(200, gzipSync(large), { 'Content-Encoding': 'gzip' })],
  ['what never ends', endless],
  ['what says that it is packed and is not', text(200, '{"status":true}', { 'Content-Encoding': 'gzip' })],
  ['nothing', text(200, '')],
  ['nothing at all', text(204, '')],
  ['a page', text(200, '<!doctype html><h1>Welcome</h1>')],
  ['a page that says 404', text(404, '<h1>Not Found</h1>')],
  ['another address', text(302, '', { Location: 'http://127.0.0.1:1/elsewhere' })],
  ['JSON that is null', json(200, null)],
  ['a list', json(200, [{ status: true }])],
  ['100,000 brackets', text(200, '['.repeat(100_000))],
  ['bytes that are no text', text(200, new Uint8Array([0xff, 0xfe, 0, 0xd8, 0]))],
  ['that it failed, in words with NUL', json(500, { status: { code: '500', message: 'In\0ternal server error' } })],
  ['half of its answer', answers.dropInBody],
  ['half of its answer and then nothing', answers.hangInBody],
  ['nothing for ever', answers.hang],
  ['nothing, and hangs up', answers.dropConnection],
];

const remAbsent = json(200, { status: false, message: 'Data Not Found' });
const remCreated = (id: string) => json(200, { status: true, url: `https://pay.example/${id}`, payment_link_id: id });

/** Makes the link of the request, as Fazz does for the first and for each repeated request. */
const fazzCreated: answers.Behaviour = (response, request) => {
  const { attributes } = JSON.parse(request.body).data;
  const { referenceId } = attributes;
  const id = `paymentlink_${Buffer.from(referenceId).toString('hex')}`;
  const link = {
    ...attributes,
    status: 'pending',
    amount: `${attributes.amount}.0`,
    paymentLinkUrl: `https://pay.example/${id}`,
  };
  json(201, { data: { id, type: 'payment_links', attributes: link } })(response, request);
};

describe.each(oddities)('a provider that answers a creation with %s', (_, behaviour) => {
  it('leaves it to be found out; of REM nothing is sent again', async () => {
    odd.behave(behaviour);
    const { data, response } = await createAt('staging', remInput());
    expect([response.status, data?.status]).toEqual([202, 'creating']);
    await app.deps.calls.drain(10 * seconds);
    expect(creationsAt(odd)).toHaveLength(1);

    odd.behave(remAbsent);
    await resolveAfter(5 * seconds);
    expect((await readAt('staging', data?.id ?? '')).status).toBe('creating');
    await resolveAfter(30 * seconds);
    expect(await readAt('staging', data?.id ?? '')).toMatchObject({
      status: 'failed',
      failure: { code: 'not_created' },
    });
    expect(creationsAt(odd)).toEqual([]);
  });

  it('is asked again by Fazz’s idempotent reference, with the very same words', async () => {
    odd.behave(behaviour);
    const { data, response } = await createAt('staging', fazzInput());
    expect([response.status, data?.status]).toEqual([202, 'creating']);
    await app.deps.calls.drain(10 * seconds);
    const [first, ...others] = creationsAt(odd);
    expect(others).toEqual([]);

    odd.behave(fazzCreated);
    await resolveAfter(5 * seconds);
    expect(await readAt('staging', data?.id ?? '')).toMatchObject({
      status: 'open',
      providerPaymentId: expect.stringMatching(/^paymentlink_/),
    });
    expect(creationsAt(odd).map(({ body }) => body)).toEqual([first?.body]);
  });
});

it('reads that are answered like that change nothing and are no failure of ours', async () => {
  odd.behave(remCreated('read-oddly'));
  const { data } = await createAt('staging', remInput());
  const before = await readAt('staging', data?.id ?? '');
  for (const [name, behaviour] of oddities) {
    odd.behave(behaviour);
    const { error, response } = await finance.POST(
      '/api/{environment}/links/{id}/refresh',
      linkAt(before.id, 'staging'),
    );
    expect([502, 503], name).toContain(response.status);
    expect(error, name).toMatchObject({ provider: 'rem', paymentId: before.id });
  }
  await app.deps.calls.drain(10 * seconds);
  expect(await readAt('staging', before.id)).toEqual(before);
});

it('two links that REM gives one id are two payments, and the first keeps the id', async () => {
  odd.behave(remCreated('the-same'));
  const first = await createAt('staging', remInput());
  const second = await createAt('staging', remInput());
  expect([first.response.status, second.response.status]).toEqual([201, 201]);
  expect(first.data).toMatchObject({ status: 'open', providerPaymentId: 'the-same' });
  expect(second.data).toMatchObject({ status: 'open', providerPaymentId: null });
  moveOn(minutes);
  expect(await app.workers.resolver.processAll()).toBe(0);
});

it.each([
  ['rem', remInput],
  ['fazz', fazzInput],
] as const)(
  '%s takes its 120 s to answer: the link waits that long and is there, asked for once',
  async (provider, input) => {
    const operation = 'createPaymentLink';
    app.sandbox.control.arm({ scenario: 'hang', provider, operation });
    const { data, response } = await postLink(finance, input());
    expect(response.status).toBe(202);
    await app.sandbox.control.advance(120 * seconds);
    await app.deps.calls.drain(10 * seconds);
    expect(await readLink(finance, data?.id ?? '')).toMatchObject({ status: 'open' });
    expect(app.sandbox.control.requests({ reference: data?.reference ?? '', operation })).toHaveLength(1);
  },
);

describe('a provider that is switched off', () => {
  it('is said to be away; nothing is lost, and everything works when it is back', async () => {
    const environment = 'production';
    const { data: link } = await createAt(environment, remInput());
    const at = linkAt(link?.id ?? '', environment);
    const port = Number(new URL(switchable.url).port);
    await switchable.close();

    const made = await createAt(environment, remInput({ reference: 'SWITCHEDOFF' }));
    expect([made.response.status, made.error?.type]).toEqual([503, '/problems/provider-unavailable']);
    expect(await readAt(environment, made.error?.paymentId ?? '')).toMatchObject({
      status: 'failed',
      failure: { code: 'unavailable' },
    });
    const read = await finance.POST('/api/{environment}/links/{id}/refresh', at);
    expect(read.response.status).toBe(503);
    const query = { confirm: link?.reference ?? '' };
    const deleted = await finance.DELETE('/api/{environment}/links/{id}', { params: { ...at.params, query } });
    expect(deleted.response.status).toBe(503);
    expect((await readAt(environment, link?.id ?? '')).actions.delete).toEqual({ allowed: true, reason: null });
    const path = { path: { environment } } as const;
    const looked = await finance.POST('/api/{environment}/payment-lookups', {
      params: path,
      body: { kind: 'link', value: 'NOBODYKNOWS' },
    });
    expect(looked.data?.answers).toMatchObject([{ provider: 'rem', outcome: 'unavailable' }]);
    const body = { kind: 'link', provider: 'rem', value: 'NOBODYKNOWS' } as const;
    expect((await finance.POST('/api/{environment}/payment-imports', { params: path, body })).response.status).toBe(
      503,
    );

    switchable = await startSandbox({ port, dataFile: null });
    expect((await createAt(environment, remInput({ reference: 'SWITCHEDOFF' }))).response.status).toBe(201);
    expect(switchable.control.links({ reference: 'SWITCHEDOFF' })).toHaveLength(1);
  });
});

describe('money for a link that was thought never made', () => {
  const callBack = async (reference: string, madeAt: Date) => {
    const created = wibDateTime(madeAt.toISOString());
    const body = { partner_tx_id: reference, status: 'complete', amount: 150_000, paid_amount: 150_000, created };
    const url = app.sandbox.control.settings().callbackUrls.rem ?? '';
    expect((await fetch(url, { method: 'POST', body: JSON.stringify(body) })).status).toBe(200);
    await catchUp(app);
  };
  const unmade = async (reference: string) => {
    app.sandbox.control.arm({ scenario: 'error_429', provider: 'rem', operation: 'createPaymentLink' });
    const { error } = await postLink(finance, remInput({ reference }));
    return readLink(finance, error?.paymentId ?? '');
  };
  const notProcessed = async () =>
    (await app.db.query(`select state, parked_reason, parked_detail from callbacks where state <> 'processed'`)).rows;

  /** REM is asked about a claim at once, after 5 s and after 30 s more. */
  const askAgain = async () => {
    for (const pauseMs of [6 * seconds, 31 * seconds]) {
      moveOn(pauseMs);
      await app.workers.confirmer.processAll();
    }
  };

  it('is booked when REM confirms it, and its reference is taken again', async () => {
    const first = await unmade('PAIDALLTHESAME');
    // It was made all the same, by what of our request reached REM.
    await createElsewhere(app.sandbox.remUrl, 'PAIDALLTHESAME', 150_000);
    app.sandbox.control.pay('PAIDALLTHESAME');
    await app.sandbox.control.advance(0);
    await catchUp(app);
    expect(await readLink(finance, first.id)).toMatchObject({ status: 'paid', late: true, failure: null });
    const again = await postLink(finance, remInput({ reference: 'PAIDALLTHESAME' }));
    expect(again.response.status).toBe(409);
  });

  it('that nobody but a callback speaks of is not booked, and a person is told', async () => {
    const first = await unmade('SAIDALONE');
    await callBack('SAIDALONE', clock());
    expect(await readLink(finance, first.id)).toMatchObject({ status: 'failed', claimedAt: expect.any(String) });
    await askAgain();
    expect(await readLink(finance, first.id)).toMatchObject({
      status: 'failed',
      paidAmountIdr: null,
      claimedAt: null,
      contradictedAt: expect.any(String),
    });
  });

  it('is for a person to book when another link has got its reference since: REM shows that one', async () => {
    const first = await unmade('GIVENAWAY');
    const firstMadeAt = clock();
    moveOn(20 * minutes);
    const { data: second } = await postLink(finance, remInput({ reference: 'GIVENAWAY' }));
    await callBack('GIVENAWAY', firstMadeAt);
    await askAgain();
    const told = { status: 'failed', contradictedAt: expect.any(String) };
    expect(await readLink(finance, first.id)).toMatchObject(told);
    expect(await readLink(finance, second?.id ?? '')).toMatchObject({ status: 'open', contradictedAt: null });

    app.sandbox.control.pay('GIVENAWAY');
    await app.sandbox.control.advance(0);
    await catchUp(app);
    expect(await readLink(finance, second?.id ?? '')).toMatchObject({ status: 'paid', late: false });
    expect(await readLink(finance, first.id)).toMatchObject(told);
    expect((await postLink(finance, remInput({ reference: 'GIVENAWAY' }))).response.status).toBe(409);
    expect(await notProcessed()).toEqual([]);
  });

  it('and a new link under its reference at the same moment do not hinder each other', async () => {
    for (let round = 0; round < 10; round++) {
      const reference = `ATONCE${round}`;
      const first = await unmade(reference);
      const [, second] = await Promise.all([callBack(reference, clock()), postLink(finance, remInput({ reference }))]);
      expect(second.response.status).toBe(201);
      await app.workers.callbacks.processAll();
      const links = await Promise.all([first.id, second.data?.id ?? ''].map((id) => readLink(finance, id)));
      expect(links.filter(({ claimedAt }) => claimedAt !== null)).toHaveLength(1);
      expect(links.map(({ status }) => status)).toEqual(['failed', 'open']);
    }
    expect(await notProcessed()).toEqual([]);
  });

  it('a callback that fails again and again is kept aside in the end, with the reason', async () => {
    const { id } = await unmade('BROKENROW');
    // What no code of ours writes, and none can read.
    await app.db.query(`update observations set observed_at = '-infinity' where payment_id = $1`, [id]);
    await callBack('BROKENROW', clock());
    // The first three come one right after the other.
    for (let attempt = 3; attempt < 10; attempt++) {
      expect(await notProcessed()).toMatchObject([{ state: 'received' }]);
      moveOn(33 * minutes);
      await app.workers.callbacks.processAll();
    }
    expect(await notProcessed()).toMatchObject([
      { state: 'parked', parked_reason: 'processing_failed', parked_detail: expect.stringMatching(/.+/) },
    ]);
    expect(await timelineOf(finance, id).catch(() => 'unreadable')).toBe('unreadable');
  });
});
