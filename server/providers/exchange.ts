/** What came of one HTTP call, before anybody reads it. */
export type Exchange =
  | {
      kind: 'response';
      httpStatus: number;
      retryAfter: string | null;
      contentType: string | null;
      bytes: Uint8Array;
      /** The bytes as UTF-8. */
      text: string;
    }
  | { kind: 'too_large'; httpStatus: number }
  /** The provider got nothing: no address, no connection, no trust in its certificate. */
  | { kind: 'not_reached'; message: string }
  /** The request may have arrived; its answer did not. */
  | { kind: 'lost'; message: string };

/** No answer of a provider is near that; a stream without end would fill the memory. */
const largestAnswerBytes = 1024 * 1024;

/** What an openapi-fetch call is given for one exchange. */
export interface Wire {
  fetch: (request: Request) => Promise<Response>;
  signal: AbortSignal;
}

/**
 * Runs one call, by openapi-fetch as a rule, and keeps its answer as it came, so that nothing is parsed before it is judged. Ends after
 * `timeoutMs`, the body included. Never throws.
 */
export async function exchange(timeoutMs: number, send: (wire: Wire) => Promise<unknown>): Promise<Exchange> {
  let isSent = false;
  let seen: Exchange | null = null;
  const signal = AbortSignal.timeout(timeoutMs);
  const wire: Wire = {
    signal,
    async fetch(request) {
      isSent = true;
      seen = await receive(await fetch(request));
      // openapi-fetch parses nothing of a 204.
      return new Response(null, { status: 204 });
    },
  };
  try {
    await send(wire);
  } catch (error) {
    if (signal.aborted) return { kind: 'lost', message: `no answer within ${timeoutMs / 1000} s` };
    return isSent && !isBeforeSending(error)
      ? { kind: 'lost', message: `the connection broke before an answer came (${reasonOf(error)})` }
      : { kind: 'not_reached', message: `it could not be reached (${reasonOf(error)})` };
  }
  return seen ?? { kind: 'not_reached', message: 'the request could not be built' };
}

async function receive({ status: httpStatus, headers, body }: Response): Promise<Exchange> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > largestAnswerBytes) {
      await reader?.cancel();
      return { kind: 'too_large', httpStatus };
    }
    chunks.push(part.value);
  }
  const content = Buffer.concat(chunks);
  return {
    kind: 'response',
    httpStatus,
    retryAfter: headers.get('retry-after'),
    contentType: headers.get('content-type'),
    bytes: content,
    text: new TextDecoder().decode(content),
  };
}

/** What undici hides behind "fetch failed"; of several addresses tried, the failures of all. */
function causesOf(error: unknown): unknown[] {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return cause instanceof AggregateError ? cause.errors : [cause];
}

function property(error: unknown, name: 'code' | 'syscall'): string {
  return error instanceof Error && name in error ? String(Reflect.get(error, name)) : '';
}

/** True when it is certain that no byte of the request reached the provider; in doubt false. */
function isBeforeSending(error: unknown): boolean {
  return causesOf(error).every(
    (cause) =>
      ['connect', 'getaddrinfo'].includes(property(cause, 'syscall')) ||
      /^(UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/.test(property(cause, 'code')),
  );
}

function reasonOf(error: unknown): string {
  const [cause] = causesOf(error);
  return property(cause, 'code') || (cause instanceof Error ? cause.message : 'the connection failed');
}
