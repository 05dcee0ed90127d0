import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadContract } from '../../openapi/check-contract.ts';
import type { PaymentKind } from '../payments/payment.ts';
import type { ProviderName } from '../payments/statement.ts';
import { catchUp } from './catch-up.ts';
import { fazzInput, newLink, remInput } from './link-inputs.ts';
import { newOneTime, newRouting, oneTimeInputs, paymentAt, paymentTimeline } from './payment-inputs.ts';
import { startTestApp, type TestApp, type TestClient } from './start-test-app.ts';

type Document = Record<'paths' | 'webhooks', Record<string, Record<string, { operationId?: string }>>>;

const providers: readonly ProviderName[] = ['rem', 'fazz'];

/** The operationIds of a provider's paths or webhooks, as its file has them. */
function namesIn(provider: ProviderName, part: keyof Document): string[] {
  const url = new URL(`../../openapi/${provider}.yaml`, import.meta.url);
  const document: Document = parse(readFileSync(url, 'utf8'));
  return Object.values(document[part]).flatMap((item) => Object.values(item).flatMap((one) => one.operationId ?? []));
}

/** `rem createPaymentLink` and so on, of both files. */
const everyOf = (part: keyof Document) =>
  providers.flatMap((provider) => namesIn(provider, part).map((name) => `${provider} ${name}`)).sort();

/** Operations that the console has no use for, each with the reason. */
const unused: Readonly<Record<string, string>> = {};

let app: TestApp;
let tester: TestClient;
beforeAll(async () => {
  app = await startTestApp({ startWorkers: false });
  tester = await app.signIn('tester');
});
afterAll(() => app.close());

const params = { path: { environment: 'sandbox' } } as const;
/** Each throws unless it was created without trouble. */
const make = {
  'rem link': () => newLink(tester, remInput()),
  'rem routing': () => newRouting(tester),
  'fazz link': () => newLink(tester, fazzInput()),
  'fazz one-time': () => newOneTime(tester, oneTimeInputs.va),
};
type Made = Awaited<ReturnType<(typeof make)['rem link']>>;

const created = async (making: Promise<Made>) => (await making).status !== 'creating';
async function refreshed(making: Promise<Made>) {
  const { id } = await making;
  return (await tester.POST('/api/{environment}/payments/{id}/refresh', paymentAt(id))).response.ok;
}
async function deleted(making: Promise<Made>) {
  const { id } = await making;
  const { data } = await tester.DELETE('/api/{environment}/payments/{id}', paymentAt(id));
  return data?.status === 'deleted';
}
async function simulated(making: Promise<Made>) {
  const { id } = await making;
  const { data } = await tester.POST('/api/{environment}/payment-simulations', {
    params,
    body: { ids: [id], step: 'payment' },
  });
  return data?.results[0]?.outcome === 'simulated';
}
async function qrShown(making: Promise<Made>) {
  const { id } = await making;
  const image = { ...paymentAt(id), parseAs: 'blob' } as const;
  return (await tester.GET('/api/{environment}/payments/{id}/qr', image)).response.ok;
}
async function lookedUp(kind: PaymentKind, value: string, outcome: 'found' | 'not_found') {
  const { data } = await tester.POST('/api/{environment}/payment-lookups', { params, body: { kind, value } });
  return data?.answers.some((answer) => answer.outcome === outcome) ?? false;
}

/** What a person does, so that the console calls each operation; whether the provider then did as asked. */
const acts: Record<string, () => Promise<boolean>> = {
  'rem createPaymentLink': () => created(make['rem link']()),
  'rem getPaymentLinkStatus': () => refreshed(make['rem link']()),
  'rem getPaymentLink': () => lookedUp('link', 'NOBODYKNOWS', 'not_found'),
  'rem deletePaymentLink': () => deleted(make['rem link']()),
  'rem createPaymentRouting': () => created(make['rem routing']()),
  'rem checkPaymentRoutingStatus': () => refreshed(make['rem routing']()),
  'rem simulatePaymentRoutingCallback': () => simulated(make['rem routing']()),
  'rem getQrisImage': () => qrShown(make['rem routing']()),
  'fazz createPaymentLink': () => created(make['fazz link']()),
  'fazz getPaymentLink': () => refreshed(make['fazz link']()),
  'fazz createPaymentLinkTask': () => deleted(make['fazz link']()),
  'fazz createPayment': () => created(make['fazz one-time']()),
  'fazz getPayment': () => refreshed(make['fazz one-time']()),
  'fazz listPayments': () => lookedUp('one-time', 'NOBODYKNOWS', 'not_found'),
  'fazz createPaymentTask': () => simulated(make['fazz one-time']()),
};

describe('every operation of a provider', () => {
  it('is called by the console, or is named with the reason why not', () => {
    expect([...Object.keys(acts), ...Object.keys(unused)].sort()).toEqual(everyOf('paths'));
  });

  it.each(Object.entries(acts))('%s is called when a person asks for what needs it', async (name, act) => {
    const before = app.sandbox.control.requests().length;
    expect(await act()).toBe(true);
    const calls = app.sandbox.control.requests().slice(before);
    expect(calls.map(({ provider, operation }) => `${provider} ${operation}`)).toContain(name);
  });
});

describe('every webhook of a provider', () => {
  /** The webhooks of the provider's contract that such a message may be. */
  function webhooksOf(provider: ProviderName, raw: string | null): string[] {
    const message: unknown = JSON.parse(raw ?? 'null');
    const names = namesIn(provider, 'webhooks');
    return names.filter((name) => loadContract(provider).checkWebhook(name, message).length === 0);
  }

  it('is received from a payment of its kind, and read without a deviation', async () => {
    const received: string[] = [];
    for (const [name, making] of Object.entries(make)) {
      const { id, reference, provider } = await making();
      app.sandbox.control.pay(reference);
      await app.sandbox.control.advance(0);
      await catchUp(app);
      const callbacks = (await paymentTimeline(tester, id)).flatMap((entry) =>
        entry.type === 'observation' && entry.source === 'callback' ? [entry] : [],
      );
      const applied = { status: 'paid', verdict: 'applied', deviations: [] };
      expect(callbacks, name).toEqual([expect.objectContaining(applied)]);
      const raw = callbacks[0]?.raw ?? null;
      received.push(...webhooksOf(provider, raw).map((webhook) => `${provider} ${webhook}`));
    }
    expect(received.sort()).toEqual(everyOf('webhooks'));
  });
});
