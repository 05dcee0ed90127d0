import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import createClient from 'openapi-fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { paths } from '../../openapi/generated/console.ts';
import { unwrap } from './client.ts';
import { ProblemError } from './problem.ts';

const problem = {
  type: '/problems/too-many-attempts',
  title: 'Too many attempts',
  status: 429,
  detail: 'Wait',
  requestId: 'req_1',
  retryAfterSeconds: 30,
};

const answers: Record<string, (response: ServerResponse) => void> = {
  sandbox: (response) => response.setHeader('content-type', 'application/json').end('{"items":[]}'),
  problem: (response) =>
    response.writeHead(429, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem)),
  empty: (response) => response.writeHead(502, { 'content-length': '0', 'x-request-id': 'req_2' }).end(),
  html: (response) => response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
  broken: (response) => response.setHeader('content-type', 'application/json').end('{"items":'),
  cut: (response) => response.destroy(),
};

let server: Server;
let call: (answer: string) => Promise<unknown>;
beforeAll(async () => {
  server = createServer((request, response) => answers[request.url?.split('/')[2] ?? '']?.(response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const client = createClient<paths>({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  call = (answer) =>
    unwrap(client.GET('/api/{environment}/payments', { params: { path: { environment: answer as 'sandbox' } } }));
});
afterAll(() => new Promise((closed) => server.close(closed)));

async function failure(answer: string): Promise<ProblemError> {
  const error = await call(answer).catch((thrown: unknown) => thrown);
  if (!(error instanceof ProblemError)) throw new Error(`No problem was thrown: ${error}`);
  return error;
}

describe('An answer of the API', () => {
  it('that is ok is its body', async () => {
    expect(await call('sandbox')).toEqual({ items: [] });
  });

  it('that is a problem is thrown with everything the problem says, under its short name', async () => {
    expect(await failure('problem')).toMatchObject({
      type: 'too-many-attempts',
      status: 429,
      detail: 'Wait',
      requestId: 'req_1',
      retryAfterSeconds: 30,
      errors: [],
    });
  });

  it('that is an error without a body is thrown too, with the request it belongs to', async () => {
    expect(await failure('empty')).toMatchObject({ type: 'unreadable-answer', status: 502, requestId: 'req_2' });
  });

  it('that a proxy made of HTML is thrown too', async () => {
    expect(await failure('html')).toMatchObject({ type: 'unreadable-answer', status: 503 });
  });

  it('that breaks off in the middle of its JSON is thrown too', async () => {
    expect(await failure('broken')).toMatchObject({ type: 'unreadable-answer' });
  });

  it('that never comes is a lost connection', async () => {
    expect(await failure('cut')).toMatchObject({ type: 'no-connection', status: 0 });
  });
});
