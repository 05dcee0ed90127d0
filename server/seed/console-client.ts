import type { components, operations } from '../../openapi/generated/console.ts';

type Schemas = components['schemas'];

/** The product's own API as the seed uses it: signed in at the first call, plain HTTP. */
export interface ConsoleClient {
  countLinks(): Promise<number>;
  /** The link, or null when the provider could not be reached or refused. */
  createLink(input: Schemas['CreateLinkInput'], idempotencyKey: string): Promise<Schemas['Link'] | null>;
  /** Null when the link does not allow it. */
  act(operation: 'refreshLink' | 'deleteLink' | 'resendLinkCallback', id: string): Promise<Schemas['Link'] | null>;
}

interface Account {
  url: string;
  email: string;
  password: string;
}

const root = '/api/sandbox';
const addresses = {
  refreshLink: (id: string) => ['POST', `${root}/links/${id}/refresh`],
  resendLinkCallback: (id: string) => ['POST', `${root}/links/${id}/resend-callback`],
  deleteLink: (id: string) => ['DELETE', `${root}/links/${id}`],
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
    async countLinks() {
      return (await call<Schemas['LinkTotals']>('GET', `${root}/link-totals`))?.count ?? 0;
    },
    createLink: (input, idempotencyKey) =>
      call<Schemas['Link']>('POST', `${root}/links`, input, { 'idempotency-key': idempotencyKey }),
    act: (operation, id) => call<Schemas['Link']>(...addresses[operation](id)),
  };
}
