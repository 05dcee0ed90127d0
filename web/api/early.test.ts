import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import createClient from 'openapi-fetch';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { paths } from '../../openapi/generated/console.ts';
import { forgetEarlyAnswers, takeEarlyAnswer } from './early.ts';

const html = readFileSync('index.html', 'utf8');
const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1]?.replace('__LANGUAGE_CHUNKS__', '{}') ?? '';

/** Runs the script of index.html as a browser at this address would; gives what it has begun to fetch. */
function begin(address: string): Record<string, Promise<Response>> {
  const begun: { __tautanEarly?: Record<string, Promise<Response>> } = {};
  runInNewContext(script, {
    window: begun,
    document: { documentElement: { dataset: {} } },
    location: new URL(address, 'http://console.test'),
    localStorage: { getItem: () => null },
    navigator: { language: 'en' },
    matchMedia: () => ({ matches: false }),
    fetch: async (asked: string) => new Response(asked),
    URLSearchParams,
  });
  return begun.__tautanEarly ?? {};
}

/** The request that the client makes for a list. */
async function requestOf(query: NonNullable<paths['/api/{environment}/payments']['get']['parameters']['query']>) {
  const asked: Request[] = [];
  const client = createClient<paths>({
    baseUrl: 'http://console.test',
    querySerializer: { array: { style: 'form', explode: false } },
    fetch: async (request) => {
      asked.push(request);
      return new Response('{}');
    },
  });
  await client.GET('/api/{environment}/payments', { params: { path: { environment: 'staging' }, query } });
  return asked[0] ?? new Request('http://console.test/nothing');
}

afterEach(() => vi.unstubAllGlobals());

describe('What the HTML asks for', () => {
  it('is who is signed in, the list of the address, and the open payment', () => {
    expect(Object.keys(begin('/staging/payments/pay_01?status=paid&kind=link,routing&x=1')).sort()).toEqual([
      '/api/session',
      '/api/staging/payments/pay_01',
      '/api/staging/payments/pay_01/timeline',
      '/api/staging/payments?kind=link%2Crouting&status=paid',
    ]);
  });

  it('is of that kind alone in the list of one kind', () => {
    expect(Object.keys(begin('/staging/links'))).toContain('/api/staging/payments?kind=link');
    expect(Object.keys(begin('/staging/routings/?kind=link'))).toContain('/api/staging/payments?kind=routing');
    expect(Object.keys(begin('/staging/one-time/pay_01?q=x')).sort()).toEqual([
      '/api/session',
      '/api/staging/payments/pay_01',
      '/api/staging/payments/pay_01/timeline',
      '/api/staging/payments?kind=one-time&q=x',
    ]);
  });

  it('is the overview where an environment begins', () => {
    expect(Object.keys(begin('/staging')).sort()).toEqual(['/api/session', '/api/staging/overview']);
  });

  it('is no list where there is none', () => {
    expect(Object.keys(begin('/sign-in?next=/staging/links'))).toEqual(['/api/session']);
    expect(Object.keys(begin('/staging/links/new'))).toEqual(['/api/session']);
  });

  it('is what the client takes for the same list, once', async () => {
    vi.stubGlobal('window', {
      __tautanEarly: begin('/staging/links?status=open,paid&q=a%26b%20c&sort=-amount&cursor=x_-1&paidTo=2026-11-20'),
    });
    const request = await requestOf({
      q: 'a&b c',
      kind: ['link'],
      status: ['open', 'paid'],
      sort: '-amount',
      cursor: 'x_-1',
      paidTo: '2026-11-20',
    });
    const answer = await takeEarlyAnswer(request);
    expect(await answer?.text()).toBe(
      '/api/staging/payments?cursor=x_-1&kind=link&paidTo=2026-11-20&q=a%26b+c&sort=-amount&status=open%2Cpaid',
    );
    expect(takeEarlyAnswer(request)).toBeNull();
  });

  it('is not taken for another list, nor after a sign-in, nor long after', async () => {
    vi.stubGlobal('window', { __tautanEarly: begin('/staging/payments') });
    expect(takeEarlyAnswer(await requestOf({ sort: 'amount' }))).toBeNull();
    forgetEarlyAnswers();
    expect(takeEarlyAnswer(await requestOf({}))).toBeNull();

    vi.stubGlobal('window', { __tautanEarly: begin('/staging/payments') });
    vi.stubGlobal('performance', { now: () => 60_000 });
    expect(takeEarlyAnswer(await requestOf({}))).toBeNull();
  });
});
