import { Webhook } from 'standardwebhooks';
import { ControlRefusal } from '../control/control-refusal.ts';
import type { Store } from '../store/store.ts';
import {
  type Answer,
  answerTo,
  newReceiver,
  type ReceivedRequest,
  type Receiver,
  type ReceiverChanges,
} from './receiver.ts';

/** Requests that are remembered, of all receivers; they are forgotten at a restart. */
const keptRequests = 20_000;

/** The merchant's systems that callbacks can be sent on to. They come to be by being sent to, or by being changed. */
export interface Receivers {
  /** By name. */
  all(): Receiver[];
  /** Throws ControlRefusal 400 for a name or a secret that is none. */
  change(name: string, changes: ReceiverChanges): Receiver;
  /** Oldest first. */
  received(name?: string): ReceivedRequest[];
  /** Decides what to do with a request, and keeps it; null for a name that is none. */
  take(name: string, request: Pick<ReceivedRequest, 'at' | 'headers'> & { body: Buffer }): Taken | null;
  /** Forgets what was received. */
  clear(): void;
}

export interface Taken {
  receiver: Receiver;
  answer: Answer;
  /** What was received, to be completed by the status of the answer. */
  entry: ReceivedRequest;
}

/** The receivers of a twin; what they are told to do is kept across restarts. */
export function createReceivers(store: Pick<Store, 'receivers' | 'putReceiver'>): Receivers {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  let received: ReceivedRequest[] = [];
  const find = (name: string) => store.receivers().find((one) => one.name === name) ?? newReceiver(name);

  return {
    all: () => store.receivers().toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    change(name, changes) {
      if (!isName(name)) throw new ControlRefusal(400, 'a receiver is named by up to 30 of a-z, 0-9 and -');
      if (changes.secret) secretOf(changes.secret);
      const receiver = { ...find(name), ...changes };
      counts.delete(name);
      store.putReceiver(receiver);
      return receiver;
    },
    received: (name) => received.filter(({ receiver }) => name === undefined || receiver === name),
    take(name, { at, headers, body }) {
      if (!isName(name)) return null;
      const receiver = find(name);
      const number = counts.get(name) ?? 0;
      counts.set(name, number + 1);
      const isOver = receiver.remaining !== null && number >= receiver.remaining;
      const id = `${name} ${headers['webhook-id']}`;
      const entry: ReceivedRequest = {
        at,
        receiver: name,
        headers,
        body: body.toString(),
        signature: checked(receiver, headers, body),
        isRepeat: seen.has(id),
        httpStatus: null,
      };
      seen.add(id);
      received.push(entry);
      if (received.length > keptRequests * 2) received = received.slice(-keptRequests);
      if (!store.receivers().some((one) => one.name === name)) store.putReceiver(receiver);
      return { receiver, answer: isOver ? 'ok' : answerTo(receiver, number), entry };
    },
    clear() {
      received = [];
      counts.clear();
      seen.clear();
    },
  };
}

const isName = (name: string) => /^[a-z0-9-]{1,30}$/.test(name);

function checked(
  { secret }: Receiver,
  headers: ReceivedRequest['headers'],
  body: Buffer,
): ReceivedRequest['signature'] {
  if (secret === null) return 'not checked';
  const texts = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  try {
    secretOf(secret).verify(body, Object.fromEntries(texts), { jsonParse: false });
    return 'proved';
  } catch {
    return 'wrong';
  }
}

function secretOf(secret: string): Webhook {
  try {
    return new Webhook(secret);
  } catch {
    throw new ControlRefusal(400, 'a secret looks like whsec_… with base64 behind it');
  }
}
