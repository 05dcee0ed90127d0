import type { components, operations } from '../../openapi/generated/console.ts';
import type { CreateInputs } from '../kinds/kind.ts';

type Schemas = components['schemas'];

/** The product's own API as the seed uses it: signed in at the first call, plain HTTP. */
export interface ConsoleClient {
  countPayments(): Promise<number>;
  /** The payment, or null when the provider could not be reached or refused. */
  create<K extends keyof CreateInputs>(
    kind: K,
    input: CreateInputs[K],
    idempotencyKey: string,
  ): Promise<Schemas['Payment'] | null>;
  /** Null when the payment does not allow it. */
  act(operation: 'refreshPayment' | 'deletePayment', id: string): Promise<Schemas['Payment'] | null>;
}

interface Account {
  url: string;
  email: string;
  password: string;
}

const root = '/api/sandbox';
const creationPaths = { link: 'links', routing: 'routings', 'one-time': 'one-time-payments' } as const;
const addresses = {
  refreshPayment: (id: string) => ['POST', `${root}/payments/${id}/refresh`],
  deletePayment: (id: string) => ['DELETE', `${root}/payments/${id}`],
} as const satisfies Partial<Record<keyof operations, (id: string) => readonly [string, string]>>;

/** Problems that the seed means to cause, or that a person at the console may cause meanwhile. */
const expectedStatuses = new Set([404, 409, 422, 503]);

export function createConsoleClient({ url, email, password }: Account): ConsoleClient {
  let cookie = '';

  async function signIn(): Promise<void> {
    const response = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`the seed could not sign in: HTTP ${response.status}`);
    await response.body?.cancel();
    cookie = response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  }

  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const init = {
      method,
      headers: { ...headers, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    return fetch(`${url}${path}`, init);
  }

  /** The answer of a success, null for an expected problem. */
  async function call<T>(...request: Parameters<typeof send>): Promise<T | null> {
    let response = await send(...request);
    if (response.status === 401) {
      await signIn();
      response = await send(...request);
    }
    if (response.ok) return (await response.json()) as T;
    const said = await response.text();
    if (expectedStatuses.has(response.status)) return null;
    throw new Error(`${request[0]} ${request[1]}: HTTP ${response.status} ${said}`);
  }

  return {
    async countPayments() {
      return (await call<Schemas['PaymentTotals']>('GET', `${root}/payment-totals`))?.count ?? 0;
    },
    create: (kind, input, idempotencyKey) =>
      call<Schemas['Payment']>('POST', `${root}/${creationPaths[kind]}`, input, { 'idempotency-key': idempotencyKey }),
    act: (operation, id) => call<Schemas['Payment']>(...addresses[operation](id)),
  };
}
