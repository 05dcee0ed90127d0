import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AnsweringServer,
  type Behaviour,
  dropConnection,
  hang,
  hangInBody,
  startAnsweringServer,
  text,
} from '../testing/answering-server.ts';
import { addressRules } from './allowed-address.ts';
import { postToDestination } from './post-to-destination.ts';

let server: AnsweringServer;
beforeAll(async () => {
  server = await startAnsweringServer();
});
afterAll(() => server.close());

const anywhere = addressRules({ environments: ['sandbox'], destinationNetworks: [] }, 'sandbox');
const publicOnly = addressRules({ environments: ['production'], destinationNetworks: [] }, 'production');
const request = { headers: { 'content-type': 'application/json', 'content-length': '2' }, body: Buffer.from('{}') };
const post = (path = '/', timeoutMs = 2_000) =>
  postToDestination(`${server.url}${path}`, request, { rules: anywhere, timeoutMs });

describe('what came of a request', () => {
  it.each([
    ['a plain 200', text(200, 'thanks'), { status: 200, answer: 'thanks' }],
    ['a 204 without a body', text(204, ''), { status: 204, answer: '' }],
    ['an error in HTML', text(502, '<h1>Bad</h1>'), { status: 502, answer: '<h1>Bad</h1>' }],
    ['bytes that no database stores', text(500, 'a\0b'), { status: 500, answer: 'a\u{FFFD}b' }],
    ['a request to wait', text(429, '', { 'Retry-After': '120' }), { status: 429, retryAfterMs: 120_000 }],
    ['a wait that is none', text(503, '', { 'Retry-After': 'soon' }), { status: 503, retryAfterMs: null }],
  ] satisfies [string, Behaviour, object][])('%s', async (_, behaviour, expected) => {
    server.behave(behaviour);
    expect(await post()).toMatchObject({ error: null, durationMs: expect.any(Number), ...expected });
  });

  it('of a long answer a thousand characters, also of those that take two places', async () => {
    server.behave(text(200, '😀'.repeat(2_000)));
    expect([...((await post()).answer ?? '')]).toHaveLength(1_000);
  });

  it('a redirect is an answer, and followed nowhere', async () => {
    server.behave(text(301, '', { Location: '/elsewhere' }));
    expect(await post('/hook')).toMatchObject({ status: 301, error: null });
    expect(server.received.map(({ url }) => url)).toEqual(['/hook']);
  });

  it('of an endless answer 64 kB are read, and its status counts', async () => {
    let written = 0;
    server.behave((response) => {
      response.writeHead(200);
      const pump = () => {
        while (!response.destroyed) {
          written += 65_536;
          if (!response.write('y'.repeat(65_536))) break;
        }
      };
      response.on('drain', pump);
      pump();
    });
    expect(await post()).toMatchObject({ status: 200, answer: 'y'.repeat(1_000), error: null });
    expect(written).toBeLessThan(50 * 1024 * 1024);
  });

  it('an answer that breaks off after its head is one', async () => {
    server.behave(hangInBody);
    expect(await post('/', 300)).toMatchObject({ status: 200, answer: '{"status":true', error: null });
  });

  it('silence ends at the time-out, a dropped connection at once', async () => {
    server.behave(hang);
    expect(await post('/', 300)).toMatchObject({ status: null, answer: null, error: 'no answer within 0.3 s' });
    server.behave(dropConnection);
    expect(await post()).toMatchObject({ status: null, error: 'the connection failed (ECONNRESET)' });
  });

  it('a change of protocol that nobody asked for is an answer', async () => {
    server.behave((response) => {
      response.socket?.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    });
    expect(await post()).toMatchObject({ status: 101, error: null });
  });

  it('nobody there, and no such name', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const address = closed.address();
    const port = typeof address === 'object' ? address?.port : 0;
    closed.close();
    const options = { rules: anywhere, timeoutMs: 5_000 };
    const refused = await postToDestination(`http://127.0.0.1:${port}/`, request, options);
    expect(refused).toMatchObject({ status: null, error: 'the connection failed (ECONNREFUSED)' });
    const unknown = await postToDestination('http://no-such-host.invalid/', request, options);
    expect(unknown.error).toMatch(/^the connection failed \((ENOTFOUND|EAI_AGAIN)\)$/);
  });
});

describe('an address that is refused', () => {
  it.each([
    ['written as it is', () => server.url],
    // The name is looked at when the connection is made: what it stood for before does not count.
    ['behind a name', () => server.url.replace('127.0.0.1', 'localhost')],
    ['behind https', () => server.url.replace('http:', 'https:')],
    ['behind a name and https', () => server.url.replace('http://127.0.0.1', 'https://localhost')],
  ])('%s: no connection is made', async (_, url) => {
    server.behave(text(200, 'should not be seen'));
    const answered = await postToDestination(url(), request, { rules: publicOnly, timeoutMs: 2_000 });
    expect(answered).toMatchObject({
      status: null,
      answer: null,
      error: expect.stringMatching(/^not sent: .*internet/),
    });
    expect(server.received).toEqual([]);
  });
});
