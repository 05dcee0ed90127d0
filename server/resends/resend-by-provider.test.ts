import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoAccount } from '../sandbox/demo-account.ts';
import { type AnsweringServer, json, startAnsweringServer } from '../testing/answering-server.ts';
import { newLink, remInput } from '../testing/link-inputs.ts';
import { makeLink } from '../testing/make-link.ts';
import { newOneTime, oneTimeInputs } from '../testing/payment-inputs.ts';
import { auditedOrder, doToOrder, newOrder, readItems, readOrder } from '../testing/resend-inputs.ts';
import { type ResendingApp, startResendingApp } from '../testing/resending-app.ts';

let app: ResendingApp;
/** REM of staging: it answers when a test lets it. */
let staging: AnsweringServer;
beforeAll(async () => {
  staging = await startAnsweringServer();
  const { rem: credentials } = demoAccount;
  app = await startResendingApp([
    {
      environment: 'staging',
      provider: 'rem',
      baseUrl: staging.url,
      payUrl: null,
      callbackToken: 'of-staging',
      credentials,
    },
  ]);
});
afterAll(async () => {
  await app.close();
  await staging.close();
});
afterEach(() => app.tidyUp());

describe('by the provider', () => {
  it('a preview counts exactly, and says why it leaves others out; the order then does what it said', async () => {
    const references = ['BATCH71N1', 'BATCH71N2', 'BATCH71N3'];
    for (const reference of references) {
      await newLink(app.finance, remInput({ description: 'Batch 71', reference }));
      app.sandbox.control.pay(reference);
    }
    await expect.poll(() => app.sandbox.control.deliveries({ state: 'delivered' }).length).toBeGreaterThanOrEqual(3);
    await app.workers.callbacks.processAll();
    await newLink(app.finance, remInput({ description: 'Batch 71' }));
    await newOneTime(app.finance, { ...oneTimeInputs.va, description: 'Batch 71' });
    const body = { paymentFilter: { q: 'Batch 71' }, via: 'provider' as const, perMinute: 60 };
    const { data: preview } = await app.finance.POST('/api/{environment}/resend-previews', {
      params: { path: { environment: 'sandbox' } },
      body,
    });
    expect(preview).toEqual({
      count: 3,
      skipped: [
        { reason: 'fazz_cannot_resend', count: 1 },
        { reason: 'no_callback_yet', count: 1 },
      ],
      isTooMany: false,
      durationSeconds: 3,
    });

    const order = await newOrder(app.finance, body);
    expect(order).toMatchObject({
      state: 'canary',
      count: 5,
      skippedCount: 2,
      doneCount: 0,
      orderedBy: expect.any(String),
    });
    await app.letPass(5);
    expect(await readOrder(app.finance, order.id)).toMatchObject({ state: 'canary_done', doneCount: 1 });
    const resent = () => app.sandbox.control.deliveries().filter(({ reason }) => reason === 'resend');
    expect(resent().map(({ reference }) => reference)).toEqual(['BATCH71N1']);

    expect((await doToOrder(app.finance, order.id, 'continue')).data?.state).toBe('running');
    await app.letPass(3);
    expect(await readOrder(app.finance, order.id)).toMatchObject({
      state: 'done',
      doneCount: 3,
      failedCount: 0,
      unknownCount: 0,
      skippedCount: 2,
      cancelledCount: 0,
      endedAt: expect.any(String),
    });
    // Those of one second go side by side.
    expect(
      resent()
        .map(({ reference }) => reference)
        .toSorted(),
    ).toEqual(references);
    const items = await readItems(app.finance, order.id);
    expect(items.map(({ number, outcome, detail }) => [number, outcome, detail])).toEqual([
      [1, 'done', null],
      [2, 'done', null],
      [3, 'done', null],
      [4, 'skipped', 'no_callback_yet'],
      [5, 'skipped', 'fazz_cannot_resend'],
    ]);
    const { rows } = await app.db.query(
      `select payment_id, outcome, detail from audit_entries where detail ->> 'orderId' = $1 order by id`,
      [order.id],
    );
    expect(rows).toMatchObject([
      {
        payment_id: null,
        outcome: 'done',
        detail: { count: 5, done: 3, skipped: 2, endedAs: 'done', via: 'provider' },
      },
      { outcome: 'done' },
    ]);
  });

  it('waits while the provider cannot be asked, and nothing counts as sent; in the end it is paused', async () => {
    const link = await newLink(app.finance, remInput({ reference: 'AWAY1' }));
    app.sandbox.control.pay(link.reference);
    await expect.poll(() => app.sandbox.control.deliveries({ reference: 'AWAY1', state: 'delivered' }).length).toBe(1);
    await app.workers.callbacks.processAll();
    await app.workers.confirmer.processAll();
    app.sandbox.control.arm({ scenario: 'error_429', operation: 'getPaymentLinkStatus', count: null });
    const order = await newOrder(app.finance, { paymentFilter: { q: 'AWAY1' }, via: 'provider', perMinute: 60 });
    await app.workers.resends.processAll();
    expect(await readOrder(app.finance, order.id)).toMatchObject({
      state: 'canary',
      problem: expect.stringMatching(/^REM could not be asked: /),
      doneCount: 0,
      failedCount: 0,
    });
    expect(await readItems(app.finance, order.id)).toMatchObject([{ outcome: 'waiting', at: null }]);
    for (let rest = 0; rest < 6; rest++) {
      app.moveOn(3_600_000);
      await app.workers.resends.processAll();
    }
    await app.signInAnew();
    expect(await readOrder(app.finance, order.id)).toMatchObject({
      state: 'paused',
      pausedReason: 'provider_unavailable',
    });
    app.sandbox.control.disarm();
    expect((await doToOrder(app.finance, order.id, 'resume')).data).toMatchObject({ state: 'canary', problem: null });
    await app.workers.resends.processAll();
    expect(await readOrder(app.finance, order.id)).toMatchObject({ state: 'done', doneCount: 1 });
  });

  it('a lost answer is unknown and asked for no more, a refusal is a failure', async () => {
    for (const reference of ['LOSTA1', 'LOSTA2']) {
      await newLink(app.finance, remInput({ reference }));
      app.sandbox.control.pay(reference);
      await expect.poll(() => app.sandbox.control.deliveries({ reference, state: 'delivered' }).length).toBe(1);
    }
    // In the ledger, but at no provider.
    await makeLink(app.db, { reference: 'LOSTA3', said: { status: 'paid' }, createdAt: app.clock() });
    await app.workers.callbacks.processAll();
    // It reads them too, and must not meet the scenario.
    await app.workers.confirmer.processAll();
    app.sandbox.control.arm({ scenario: 'lost_response', operation: 'getPaymentLinkStatus', reference: 'LOSTA1' });
    const order = await newOrder(app.finance, { paymentFilter: { q: 'LOSTA' }, via: 'provider', perMinute: 600 });
    await app.letPass(1);
    await doToOrder(app.finance, order.id, 'continue');
    await app.letPass(2);
    expect(await readOrder(app.finance, order.id)).toMatchObject({
      state: 'done',
      unknownCount: 1,
      doneCount: 1,
      failedCount: 1,
    });
    expect((await readItems(app.finance, order.id)).map(({ reference, outcome }) => [reference, outcome])).toEqual([
      ['LOSTA1', 'unknown'],
      ['LOSTA2', 'done'],
      ['LOSTA3', 'failed'],
    ]);
    const asked = app.sandbox.control.deliveries({ reference: 'LOSTA1' }).filter(({ reason }) => reason === 'resend');
    expect(asked).toHaveLength(1);
  });

  it('what was under way when the order was cancelled, and then could not be asked for, is cancelled with it', async () => {
    for (const reference of ['HELDA1', 'HELDA2'])
      await makeLink(app.db, {
        environment: 'staging',
        reference,
        said: { status: 'paid', providerPaymentId: reference },
        createdAt: app.clock(),
      });
    let answerLate = () => {};
    staging.behave((response, request) => {
      answerLate = () => json(429, { message: 'Too many requests' })(response, request);
    });
    const order = await newOrder(
      app.finance,
      { paymentFilter: { q: 'HELDA' }, via: 'provider', perMinute: 60 },
      'staging',
    );
    const sending = app.workers.resends.processAll();
    await expect.poll(() => staging.received).toHaveLength(1);
    await doToOrder(app.finance, order.id, 'cancel', 'staging');
    answerLate();
    await sending;
    expect(await readOrder(app.finance, order.id, 'staging')).toMatchObject({ state: 'cancelled', cancelledCount: 2 });
    const items = await readItems(app.finance, order.id, 'staging');
    expect(items.map(({ outcome }) => outcome)).toEqual(['cancelled', 'cancelled']);
    expect(await auditedOrder(app.db, order.id)).toMatchObject({ endedAs: 'cancelled', count: 2, cancelled: 2 });
  });
});
