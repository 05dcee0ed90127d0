import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { operations } from './scenarios.ts';
import { receiveCallbacks, startTestSandbox, type TestSandbox } from './testing/start-test-sandbox.ts';

type Document = Record<'paths' | 'webhooks', Record<string, Record<string, { operationId?: string }>>>;
type Provider = 'rem' | 'fazz';

const contractOf = (name: Provider): Document =>
  parse(readFileSync(new URL(`../../openapi/${name}.yaml`, import.meta.url), 'utf8'));

const operationIds = (items: Document['paths']) =>
  Object.values(items).flatMap((item) => Object.values(item).flatMap(({ operationId }) => operationId ?? []));

/** `rem createPaymentLink` and so on, as the two files have them. */
const everyOf = (part: 'paths' | 'webhooks') =>
  (['rem', 'fazz'] as const).flatMap((name) => operationIds(contractOf(name)[part]).map((id) => `${name} ${id}`));

/** One good call of each operation; the clients hold every answer against the contract. Returns the HTTP status. */
const calls: Record<string, (sandbox: TestSandbox) => Promise<number>> = {
  'rem createPaymentLink': async ({ rem }) => (await rem.create()).httpStatus,
  'rem getPaymentLinkStatus': async ({ rem }) => (await rem.status({ partner_tx_id: 'INV1001' })).httpStatus,
  'rem getPaymentLink': async ({ rem }) => (await rem.get('INV1001')).httpStatus,
  'rem deletePaymentLink': async ({ rem }) => (await rem.remove('INV1001')).httpStatus,
  'rem createPaymentRouting': async ({ rem }) => (await rem.createRouting()).httpStatus,
  'rem checkPaymentRoutingStatus': async ({ rem }) =>
    (await rem.checkRouting({ partner_trx_id: 'QR-1001' })).httpStatus,
  'rem getQrisImage': async ({ rem }) =>
    (await fetch((await rem.checkRouting({ partner_trx_id: 'QR-1001' })).body.payment_info.qris_url)).status,
  'rem simulatePaymentRoutingCallback': async ({ rem, control }) =>
    (await rem.simulate({ payment_routing_id: control.link('QR-1001')?.id })).httpStatus,
  'fazz createPaymentLink': async ({ fazz }) => (await fazz.create()).httpStatus,
  'fazz getPaymentLink': async ({ fazz, control }) => (await fazz.get(control.link('INV-2001')?.id ?? '')).httpStatus,
  'fazz createPaymentLinkTask': async ({ fazz, control }) =>
    (await fazz.task(control.link('INV-2001')?.id ?? '', 'cancel')).httpStatus,
  'fazz createPayment': async ({ fazz }) => (await fazz.createPayment()).httpStatus,
  'fazz listPayments': async ({ fazz }) => (await fazz.listPayments()).httpStatus,
  'fazz getPayment': async ({ fazz, control }) =>
    (await fazz.getPayment(control.link('PAY-3001')?.id ?? '')).httpStatus,
  'fazz createPaymentTask': async ({ fazz, control }) =>
    (await fazz.paymentTask(control.link('PAY-3001')?.id ?? '', 'receive_payment')).httpStatus,
};

describe("the providers' contracts", () => {
  it('have no operation that the twin does not serve', async () => {
    const sandbox = await startTestSandbox();
    expect(Object.keys(calls).sort()).toEqual(everyOf('paths').sort());
    const refused: string[] = [];
    for (const [operation, call] of Object.entries(calls)) if ((await call(sandbox)) >= 300) refused.push(operation);
    expect(refused).toEqual([]);
    const served = sandbox.control.requests().map(({ provider, operation }) => `${provider} ${operation}`);
    expect([...new Set(served)].sort()).toEqual(everyOf('paths').sort());
  });

  it('have no webhook that the twin does not send', async () => {
    const sandbox = await startTestSandbox();
    const { received } = await receiveCallbacks(sandbox);
    const { control, rem, fazz } = sandbox;
    await rem.create();
    await rem.createRouting();
    await fazz.create();
    await fazz.createPayment();
    for (const { id } of control.links()) control.pay(id);
    await control.advance(2 * 86_400_000);
    const sent = received.map(({ body }) => {
      if ('data' in body) return body.data.type === 'payment' ? 'fazz paymentCallback' : 'fazz paymentLinkCallback';
      return 'trx_id' in body ? 'rem paymentRoutingCallback' : 'rem paymentLinkCallback';
    });
    expect(sent.sort()).toEqual(
      everyOf('webhooks')
        .flatMap((webhook) => [webhook, webhook])
        .sort(),
    );
  });

  it('give the names that scenarios and the log of requests use', () => {
    const names = [...everyOf('paths'), ...everyOf('webhooks')].map((name) => name.split(' ')[1]);
    expect([...operations].sort()).toEqual([...new Set(names)].sort());
  });
});
