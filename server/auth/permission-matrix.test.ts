import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import { contractOperations, type Operation } from '../http/contract.ts';
import { startTestApp, type TestApp } from '../testing/start-test-app.ts';
import { may, type Permission, type Role, roles } from './permissions.ts';

type Payment = components['schemas']['Payment'];

const newLink = { provider: 'rem', customerName: 'Siti Rahma', amountIdr: 50_000 };
/** What a permitted request brings along, and how it is answered in the sandbox, where everything works. */
interface Sample {
  answer: number;
  json?: () => object;
  /** Which payment it is about; a paid link where it is not said. */
  payment?: () => Promise<Payment>;
  /** What must have been done before. */
  prepare?: () => Promise<void>;
}
const newRouting = { amountIdr: 50_000, hasHostedPage: false };
const newOneTimePayment = { method: 'qris', amountIdr: 50_000, displayName: 'Toko Batik' };
const newDestination = () => ({ name: `Kasir ${randomUUID()}`, url: 'https://toko.example/callbacks' });
const newResendOrder = { paymentFilter: { kind: ['link'] }, via: 'provider', perMinute: 60 };
const samples: Record<string, Sample> = {
  searchLinks: { answer: 200 },
  createLink: { answer: 201, json: () => newLink },
  getLink: { answer: 200 },
  deleteLink: { answer: 200, payment: () => create('links', newLink) },
  getLinkTimeline: { answer: 200 },
  refreshLink: { answer: 200 },
  resendLinkCallback: { answer: 202 },
  createRouting: { answer: 201, json: () => newRouting },
  createOneTimePayment: { answer: 201, json: () => newOneTimePayment },
  searchPayments: { answer: 200 },
  getPayment: { answer: 200 },
  deletePayment: { answer: 200, payment: () => create('links', newLink) },
  getPaymentTimeline: { answer: 200 },
  refreshPayment: { answer: 200 },
  resendPaymentCallback: { answer: 202 },
  acknowledgePayment: { answer: 200 },
  getPaymentQr: { answer: 200, payment: () => create('routings', newRouting) },
  getPaymentTotals: { answer: 200 },
  lookUpPayment: { answer: 200, json: () => ({ kind: 'link', value: 'TL0000NOSUCH' }) },
  importPayment: { answer: 200, json: () => ({ kind: 'link', provider: 'rem', value: paid.reference }) },
  simulatePayments: { answer: 200, json: () => ({ ids: [paid.id], step: 'payment' }) },
  listImportRuns: { answer: 200 },
  startImportRun: { answer: 201, prepare: cancelImports, json: () => ({ from: '2026-11-01', to: '2026-11-02' }) },
  // Of a run that nobody started: what passes the gate finds none.
  cancelImportRun: { answer: 404 },
  searchCallbacks: { answer: 200 },
  getLatestCallback: { answer: 200 },
  // Of a callback that never came.
  getCallback: { answer: 404 },
  processCallback: { answer: 404 },
  deliverCallback: { answer: 404, json: () => ({ destinationId: `dst_${'0'.repeat(26)}` }) },
  getCallbackHealth: { answer: 200 },
  listDestinations: { answer: 200 },
  createDestination: { answer: 201, json: newDestination },
  // Of a destination and of an order that nobody made.
  updateDestination: { answer: 404, json: newDestination },
  deleteDestination: { answer: 404 },
  pauseDestination: { answer: 404 },
  resumeDestination: { answer: 404 },
  rotateDestinationSecret: { answer: 404 },
  listResendOrders: { answer: 200 },
  createResendOrder: { answer: 201, json: () => newResendOrder },
  previewResendOrder: { answer: 200, json: () => newResendOrder },
  getResendOrder: { answer: 404 },
  continueResendOrder: { answer: 404 },
  pauseResendOrder: { answer: 404 },
  resumeResendOrder: { answer: 404 },
  cancelResendOrder: { answer: 404 },
  listResendItems: { answer: 404 },
  downloadResendItems: { answer: 404 },
  resumeImportRun: { answer: 404 },
  getOverview: { answer: 200 },
  streamEvents: { answer: 200 },
};

/** Production here is an account that nothing answers at: what passes the gate fails later, in another way. */
const productionAccount = {
  environment: 'production',
  provider: 'rem',
  baseUrl: 'http://127.0.0.1:1',
  payUrl: null,
  callbackToken: 'production-callback-token-1',
  credentials: { username: 'toko', apiKey: 'key' },
} as const;

let app: TestApp;
const cookies = new Map<Role, string>();
let paid: Payment;

beforeAll(async () => {
  app = await startTestApp({ accounts: [productionAccount] });
  // Imports that a test starts would go on beside the next ones.
  await app.workers.imports.pause();
  for (const role of roles) cookies.set(role, (await app.signIn(role)).cookie);
  paid = await create('links', newLink);
  app.sandbox.control.pay(paid.reference);
  await vi.waitFor(async () => expect((await read(paid.id)).status).toBe('paid'), 30_000);
});
afterAll(() => app.close());

const operations = contractOperations();
const guarded = operations.filter(({ permission }) => permission !== 'public' && permission !== 'signed-in');
const environments = ['sandbox', 'production'] as const;
type Pair = { operation: Operation; role: Role; environment: (typeof environments)[number]; isAllowed: boolean };
const pairs: Pair[] = guarded.flatMap((operation) =>
  roles.flatMap((role) =>
    environments.map((environment) => ({
      operation,
      role,
      environment,
      isAllowed: may(role, operation.permission as Permission, environment),
    })),
  ),
);
const titled = (isAllowed: boolean) =>
  pairs
    .filter((pair) => pair.isAllowed === isAllowed)
    .map((pair) => [`${pair.role}: ${pair.operation.operationId} in ${pair.environment}`, pair] as const);

describe('the matrix of operations and roles', () => {
  it('is complete: each guarded operation has a sample, and is allowed to somebody', () => {
    expect(guarded.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(samples).toSorted());
    expect(pairs).toHaveLength(guarded.length * roles.length * environments.length);
    const allowed = new Set(pairs.filter((pair) => pair.isAllowed).map((pair) => pair.operation.operationId));
    expect(allowed.size).toBe(guarded.length);
  });

  it('leaves out only what needs no role', () => {
    const others = operations.filter((operation) => !guarded.includes(operation));
    expect(others.map(({ operationId, permission }) => `${operationId} ${permission}`)).toEqual([
      'signIn public',
      'getSession signed-in',
      'signOut signed-in',
      'receiveCallback public',
      'getHealth public',
      'getReadiness public',
    ]);
  });

  it.each(titled(true))('%s is allowed', async (_, { operation, role, environment }) => {
    const { answer } = samples[operation.operationId] ?? { answer: 0 };
    const { status, type } = await send(operation, environment, role);
    if (environment === 'sandbox') expect(status).toBe(answer);
    expect(String(type)).not.toMatch(/forbidden|not-signed-in|environment-unknown|invalid-request|internal/);
  });

  it.each(titled(false))('%s is refused, and nothing is done', async (_, { operation, role, environment }) => {
    const before = await traces();
    expect(await send(operation, environment, role, paid.id)).toEqual({ status: 403, type: '/problems/forbidden' });
    expect(await traces()).toEqual(before);
  });

  it.each(guarded.map((operation) => [operation.operationId, operation] as const))(
    '%s is refused to a stranger',
    async (_, operation) => {
      expect(await send(operation, 'sandbox', null, paid.id)).toEqual({ status: 401, type: '/problems/not-signed-in' });
    },
  );

  it.each(roles)('%s may always ask who they are, and sign out', async (role) => {
    const client = await app.signIn(role);
    expect((await client.GET('/api/session')).data?.staff.role).toBe(role);
    expect((await client.DELETE('/api/session')).response.status).toBe(204);
    expect((await client.GET('/api/session')).response.status).toBe(401);
  });
});

/** Performs an operation as a role; `type` is the problem's type, null when there was none. */
async function send(operation: Operation, environment: string, role: Role | null, paymentId?: string) {
  const { json, payment, prepare } = samples[operation.operationId] ?? {};
  if (paymentId === undefined) await prepare?.();
  const id = paymentId ?? (environment === 'sandbox' && payment ? await payment() : paid).id;
  const runId = `run_${'0'.repeat(26)}`;
  const path = operation.path
    .replace(':environment', environment)
    .replace(':id', id)
    .replace(':runId', runId)
    .replace(':callbackId', '999999')
    .replace(':destinationId', `dst_${'0'.repeat(26)}`)
    .replace(':orderId', `rso_${'0'.repeat(26)}`);
  const response = await fetch(`${app.url}${path}`, {
    method: operation.method.toUpperCase(),
    headers: {
      cookie: role === null ? '' : (cookies.get(role) ?? ''),
      ...(operation.hasBody && { 'content-type': 'application/json' }),
      'idempotency-key': randomUUID(),
    },
    ...(json && { body: JSON.stringify(json()) }),
  });
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  const type: string | null = isProblem ? (await response.json()).type : null;
  if (!isProblem) await response.body?.cancel();
  return { status: response.status, type };
}

/** Whatever an action would leave behind: in the audit, in the ledger, at the provider. */
async function traces() {
  const { rows } = await app.db.query(
    'select (select count(*) from audit_entries) as actions, (select count(*) from payments) as payments',
  );
  return { ...rows[0], calls: app.sandbox.control.requests().length };
}

async function create(path: string, body: object): Promise<Payment> {
  const response = await fetch(`${app.url}/api/sandbox/${path}`, {
    method: 'POST',
    headers: {
      cookie: cookies.get('admin') ?? '',
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(201);
  return response.json();
}

/** One import runs at a time. */
async function cancelImports(): Promise<void> {
  const admin = await app.signIn('admin');
  const path = { environment: 'sandbox' } as const;
  const { data } = await admin.GET('/api/{environment}/import-runs', { params: { path } });
  for (const { id: runId, state } of data?.items ?? [])
    if (state === 'running')
      await admin.POST('/api/{environment}/import-runs/{runId}/cancel', { params: { path: { ...path, runId } } });
}

async function read(id: string): Promise<Payment> {
  const response = await fetch(`${app.url}/api/sandbox/payments/${id}`, {
    headers: { cookie: cookies.get('admin') ?? '' },
  });
  return response.json();
}
