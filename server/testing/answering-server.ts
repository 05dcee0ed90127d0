import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** Answers one request; it may as well hang, or destroy the connection. */
export type Behaviour = (response: ServerResponse, request: Received) => void;

export interface AnsweringServer {
  url: string;
  received: Received[];
  /** From now on; a list is used one after the other, its last for all that follow. */
  behave(...behaviours: Behaviour[]): void;
  close(): Promise<void>;
}

/** A counterparty on a free port of this machine that does exactly what a test tells it, also what no provider should. */
export async function startAnsweringServer(): Promise<AnsweringServer> {
  const received: Received[] = [];
  let queue: Behaviour[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const seen = { method, url, headers, body: Buffer.concat(chunks).toString() };
    received.push(seen);
    const behaviour = queue.length > 1 ? queue.shift() : queue[0];
    behaviour?.(response, seen);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    behave(...behaviours) {
      received.length = 0;
      queue = behaviours;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function json(httpStatus: number, body: unknown, headers: Record<string, string> = {}): Behaviour {
  return text(httpStatus, JSON.stringify(body), { 'Content-Type': 'application/json', ...headers });
}

export function text(httpStatus: number, body: string | Uint8Array, headers: Record<string, string> = {}): Behaviour {
  return (response) => void response.writeHead(httpStatus, headers).end(body);
}

export const hang: Behaviour = () => {};
export const dropConnection: Behaviour = (response) => void response.destroy();
export const dropInBody: Behaviour = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
  response.write('{"status":true', () => response.destroy());
};
export const hangInBody: Behaviour = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.write('{"status":true');
};
