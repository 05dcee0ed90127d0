import type { components } from '../../openapi/generated/console.ts';

export interface StreamEvent {
  id: number | null;
  event: string;
  /** Of event payment. */
  row: components['schemas']['PaymentRow'] | null;
  /** Of event callback. */
  callback: components['schemas']['CallbackRow'] | null;
}

export interface EventStream {
  status: number;
  /** Whatever has arrived; ids without data are events of their own, named '' here. */
  events: StreamEvent[];
  /** The raw text, comments included. */
  text(): string;
  hasEnded(): boolean;
  close(): void;
}

/** Opens a stream of server-sent events as a browser does, with the cursor when one is given. */
export async function openEvents(url: string, cookie: string, lastEventId?: number): Promise<EventStream> {
  const abort = new AbortController();
  const headers = { cookie, ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }) };
  const response = await fetch(`${url}/api/sandbox/events`, { headers, signal: abort.signal });
  const events: StreamEvent[] = [];
  let received = '';
  let parsed = 0;
  let ended = false;

  async function read() {
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
      received += decoder.decode(piece.value, { stream: true });
      for (let end = received.indexOf('\n\n', parsed); end >= 0; end = received.indexOf('\n\n', parsed)) {
        const event = parseEvent(received.slice(parsed, end));
        if (event) events.push(event);
        parsed = end + 2;
      }
    }
  }
  read()
    .catch(() => undefined)
    .finally(() => {
      ended = true;
    });
  return { status: response.status, events, text: () => received, hasEnded: () => ended, close: () => abort.abort() };
}

function parseEvent(block: string): StreamEvent | null {
  const fields = new Map(
    block.split('\n').flatMap((line): [string, string][] => {
      const colon = line.indexOf(': ');
      return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 2)]] : [];
    }),
  );
  if (fields.size === 0) return null;
  const event = fields.get('event') ?? '';
  const id = fields.get('id');
  return {
    id: id === undefined ? null : Number(id),
    event,
    row: event === 'payment' ? JSON.parse(fields.get('data') ?? 'null') : null,
    callback: event === 'callback' ? JSON.parse(fields.get('data') ?? 'null') : null,
  };
}
