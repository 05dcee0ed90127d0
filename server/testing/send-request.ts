import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';

export interface RequestToSend {
  method: string;
  /** Sent as it stands. */
  path: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Uint8Array;
  /** With no Content-Length. */
  isChunked?: boolean;
}

export interface Answered {
  /** 0 when the connection was closed without an answer. */
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** A connection for each, so that what one request does to its connection is not taken for an answer to the next. */
const agent = new Agent({ keepAlive: false, maxSockets: 20 });
const chunked = { 'transfer-encoding': 'chunked' };
const noAnswer: Answered = { status: 0, headers: {}, text: '' };

/** Sends what fetch would tidy up or refuse to. Of a stream only its head is read. Never throws for what the server does. */
export function sendRequest(url: string, { method, path, headers, body, isChunked }: RequestToSend): Promise<Answered> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const framing = body === undefined ? {} : isChunked ? chunked : { 'content-length': Buffer.byteLength(body) };
    const options = { hostname, port, method, path, headers: { ...headers, ...framing }, agent };
    const outgoing = request(options, (response) => {
      const chunks: Buffer[] = [];
      const answer = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        });
      if (response.headers['content-type']?.startsWith('text/event-stream')) {
        answer();
        response.destroy();
        return;
      }
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', answer).on('error', answer);
    });
    outgoing.on('error', () => resolve(noAnswer));
    outgoing.on('connect', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text: '' });
    });
    outgoing.end(body);
  });
}

/** Writes bytes to the server and reads until it closes the connection or says nothing for `quietMs`. */
export function sendBytes(url: string, bytes: string | Uint8Array, quietMs = 300): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    const end = () => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(quietMs, end);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('close', end).on('error', end);
    socket.write(bytes);
  });
}
