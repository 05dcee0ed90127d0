import { afterAll, beforeAll, expect, it } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import { demoAccount } from '../sandbox/demo-account.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { remInput } from '../testing/link-inputs.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

/** Stands for REM in production: the twin under production's name. */
let rem: Sandbox;
let app: TestApp;
let finance: TestClient;
let link: components['schemas']['Payment'];

beforeAll(async () => {
  rem = await startSandbox({ port: 0, dataFile: null });
  const account = {
    provider: 'rem',
    environment: 'production',
    baseUrl: rem.remUrl,
    payUrl: null,
    callbackToken: 'a-token-of-production',
    credentials: demoAccount.rem,
  } as const;
  app = await startTestApp({ accounts: [account], startWorkers: false });
  finance = await app.signIn('finance');
  const { data } = await finance.POST('/api/{environment}/links', {
    params: { path: { environment: 'production' }, header: { 'Idempotency-Key': 'a-link-in-production' } },
    body: remInput(),
  });
  if (!data) throw new Error('no link');
  link = data;
});
afterAll(async () => {
  await app.close();
  await rem.close();
});

const remove = (query: { confirm?: string }) =>
  finance.DELETE('/api/{environment}/links/{id}', {
    params: { path: { environment: 'production', id: link.id }, query },
  });

it.each([{}, { confirm: 'TL000000WRONG' }])(
  'in production a deletion is refused with the confirmation %j',
  async (query) => {
    const { error, response } = await remove(query);
    expect(response.status).toBe(422);
    expect(error).toMatchObject({ type: '/problems/confirmation-required', paymentId: link.id });
    expect(rem.control.requests({ operation: 'deletePaymentLink' })).toEqual([]);
  },
);

it('in production a link is deleted when its reference is typed', async () => {
  const { data, response } = await remove({ confirm: link.reference });
  expect(response.status).toBe(200);
  expect(data?.status).toBe('deleted');
  expect(rem.control.link(link.reference)?.status).toBe('closed');
});
