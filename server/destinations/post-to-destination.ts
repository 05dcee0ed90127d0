import { lookup } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { AddressRules } from './allowed-address.ts';
import type { ForwardedRequest } from './forwarded-request.ts';

/** What became of one request. */
export interface Answered {
  durationMs: number;
  /** HTTP status; null when no answer came, and then `error` says why. */
  status: number | null;
  error: string | null;
  /** The start of the answer as text; null when there was none. */
  answer: string | null;
  /** How long the receiver asks us to wait, null when it says nothing. */
  retryAfterMs: number | null;
}

export interface PostOptions {
  rules: AddressRules;
  /** For the whole exchange. */
  timeoutMs: number;
}

/** Of a longer answer the rest is not read. */
const readBytes = 64 * 1024;
const keptCharacters = 1_000;

/**
 * Posts once, over a connection of its own. Goes to an address that the rules allow and to no other: what a name stands for
 * is looked at when the connection is made, so that a change of the name's record can't slip past. No redirect is followed
 * (node:http follows none). Never throws.
 */
export function postToDestination(url: string, request: ForwardedRequest, options: PostOptions): Promise<Answered> {
  const startedMs = performance.now();
  const nothing = { status: null, error: null, answer: null, retryAfterMs: null };
  return new Promise((resolve) => {
    const end = (answered: Partial<Answered>) =>
      resolve({ ...nothing, durationMs: Math.round(performance.now() - startedMs), ...answered });
    const { protocol } = new URL(url);
    // node:net looks nothing up where the address is no name.
    const literal = literalAddress(new URL(url));
    const refusal = literal === null ? null : options.rules.refusal(literal, protocol);
    if (refusal !== null) return end({ error: `not sent: ${refusal}` });
    const signal = AbortSignal.timeout(options.timeoutMs);
    const sending = (protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      headers: request.headers,
      agent: false,
      lookup: guardedLookup(options.rules, protocol),
      signal,
    });
    let isAnswered = false;
    sending.on('response', (response) => {
      isAnswered = true;
      readAnswer(response, end);
    });
    // Without a listener node:http drops such an answer and tells nobody.
    sending.on('upgrade', ({ statusCode: status = null }, socket) => {
      socket.destroy();
      end({ status, answer: '' });
    });
    sending.on('error', (error) => {
      // What breaks afterwards ends the reading of the answer, which is one all the same.
      if (isAnswered) return;
      end({ error: signal.aborted ? `no answer within ${options.timeoutMs / 1000} s` : reasonOf(error) });
    });
    sending.end(request.body);
  });
}

/** The IP address that a URL names itself; null where a name has to be looked up. */
export function literalAddress({ hostname }: URL): string | null {
  const literal = hostname.replace(/^\[|\]$/g, '');
  return isIP(literal) === 0 ? null : literal;
}

/** The status is the answer: what comes after it may break off, be endless or come too late. */
function readAnswer(response: http.IncomingMessage, end: (answered: Partial<Answered>) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const finish = () => {
    const text = Buffer.concat(chunks).subarray(0, readBytes).toString();
    end({
      status: response.statusCode ?? null,
      // NUL is no character of a PostgreSQL text.
      answer: Array.from(text.replaceAll('\0', '\u{FFFD}')).slice(0, keptCharacters).join(''),
      retryAfterMs: readRetryAfter(response.headers['retry-after']),
    });
    response.destroy();
  };
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= readBytes) finish();
  });
  response.on('end', finish).on('error', finish).on('close', finish);
}

/** Seconds or an HTTP date. */
function readRetryAfter(text: string | undefined): number | null {
  if (text === undefined) return null;
  const ms = /^\d{1,9}$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

/** As dns.lookup, without the addresses that are refused. */
function guardedLookup(rules: AddressRules, protocol: string): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const allowed = found.filter(({ address }) => rules.refusal(address, protocol) === null);
      const [first] = allowed;
      if (!first) {
        const [refused] = found.flatMap(({ address }) => rules.refusal(address, protocol) ?? []);
        return callback(new Error(`not sent: ${hostname} leads astray, ${refused ?? 'to no address'}`), '', 0);
      }
      if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

/** Of several addresses tried, the first failure; the code where there is one, which says more than the sentence. */
function reasonOf(error: unknown): string {
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  if (!(cause instanceof Error)) return String(cause);
  if (cause.message.startsWith('not sent: ')) return cause.message;
  const code = 'code' in cause ? String(cause.code) : '';
  return `the connection failed (${code || cause.message})`;
}
