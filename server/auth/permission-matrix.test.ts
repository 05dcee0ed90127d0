import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import { contractOperations, type Operation } from '../http/contract.ts';
import { startTestApp, type TestApp } from '../testing/start-test-app.ts';
import { may, type Permission, type Role, roles } from './permissions.ts';

type Link = components['schemas']['Link'];

const newLink = { provider: 'rem', customerName: 'Siti Rahma', amountIdr: 50_000 };
/** What a permitted request brings along, and how it is answered in the sandbox, where everything works. */
interface Sample {
  answer: number;
  json?: () => object;
  /** Which link it is about; a paid one where it is not said. */
  link?: () => Promise<Link>;
}
const samples: Record<string, Sample> = {
  searchLinks: { answer: 200 },
  getLinkTotals: { answer: 200 },
  getLink: { answer: 200 },
  getLinkTimeline: { answer: 200 },
  streamEvents: { answer: 200 },
  createLink: { answer: 201, json: () => newLink },
  deleteLink: { answer: 200, link: () => createLink() },
  refreshLink: { answer: 200 },
  resendLinkCallback: { answer: 202 },
  lookUpLink: { answer: 200, json: () => ({ value: 'TL0000NOSUCH' }) },
  importLink: { answer: 200, json: () => ({ provider: 'rem', value: paid.reference }) },
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
let paid: Link;

beforeAll(async () => {
  app = await startTestApp({ accounts: [productionAccount] });
  for (const role of roles) cookies.set(role, (await app.signIn(role)).cookie);
  paid = await createLink();
  app.sandbox.control.pay(paid.reference);
  await vi.waitFor(async () => expect((await readLink(paid.id)).status).toBe('paid'), 10_000);
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
    if (environment === 'sandbox') expect({ status, type }).toEqual({ status: answer, type: null });
    else expect(String(type)).not.toMatch(/forbidden|not-signed-in|environment-unknown|invalid-request|internal/);
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
async function send(operation: Operation, environment: string, role: Role | null, linkId?: string) {
  const { json, link } = samples[operation.operationId] ?? {};
  const id = linkId ?? (environment === 'sandbox' && link ? await link() : paid).id;
  const path = operation.path.replace(':environment', environment).replace(':id', id);
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

async function createLink(): Promise<Link> {
  const response = await fetch(`${app.url}/api/sandbox/links`, {
    method: 'POST',
    headers: {
      cookie: cookies.get('admin') ?? '',
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(newLink),
  });
  expect(response.status).toBe(201);
  return response.json();
}

async function readLink(id: string): Promise<Link> {
  const response = await fetch(`${app.url}/api/sandbox/links/${id}`, {
    headers: { cookie: cookies.get('admin') ?? '' },
  });
  return response.json();
}
