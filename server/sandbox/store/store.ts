import type { Arming } from '../armings.ts';
import type { Delivery } from '../callbacks/delivery.ts';
import type { Charge, ChargeKind, TwinProvider } from '../charges/charge.ts';
import type { RequestEntry } from '../http/request-log.ts';
import type { Receiver } from '../receiver/receiver.ts';
import type { Settings } from '../settings.ts';
import { type JournalEntry, noJournal, openJournal, readJournal } from './journal.ts';

/** Calls that are remembered; older ones are forgotten, so counts are of the latest calls only. */
const keptRequests = 5_000;

/** Everything that the twin knows. Each change is in the journal before the method returns. */
export interface Store {
  /** Oldest first. */
  charges(): Charge[];
  charge(id: string): Charge | null;
  /** All charges of that kind that carry this reference, oldest first; each kind has references of its own. */
  chargesOf(provider: TwinProvider, kind: ChargeKind, reference: string): Charge[];
  putCharge(charge: Charge): void;
  /** Oldest first. */
  deliveries(): Delivery[];
  delivery(id: string): Delivery | null;
  putDelivery(delivery: Delivery): void;
  /** Oldest first. */
  requests(): readonly RequestEntry[];
  addRequest(request: RequestEntry): void;
  armings(): Arming[];
  putArming(arming: Arming): void;
  removeArming(id: string): void;
  receivers(): Receiver[];
  putReceiver(receiver: Receiver): void;
  settings(): Settings;
  putSettings(settings: Settings): void;
  clockOffsetMs(): number;
  putClockOffset(offsetMs: number): void;
  /** Forgets charges, deliveries, calls and scenarios; settings, receivers and clock stay. */
  clear(): void;
  close(): void;
}

/** Opens the store on its data file, or in memory alone. Settings of the file win over those given. */
export function openStore(dataFile: string | null, initialSettings: Settings): Store {
  const charges = new Map<string, Charge>();
  const idsByReference = new Map<string, string[]>();
  const deliveries = new Map<string, Delivery>();
  const armings = new Map<string, Arming>();
  const receivers = new Map<string, Receiver>();
  let requests: RequestEntry[] = [];
  let settings = initialSettings;
  let offsetMs = 0;

  const referenceKey = (provider: TwinProvider, kind: ChargeKind, reference: string) =>
    `${provider} ${kind} ${reference}`;

  function apply(entry: JournalEntry): void {
    switch (entry.type) {
      case 'link': {
        const { id, provider, kind, reference } = entry.link;
        const key = referenceKey(provider, kind, reference);
        if (!charges.has(id)) idsByReference.set(key, [...(idsByReference.get(key) ?? []), id]);
        charges.set(id, entry.link);
        return;
      }
      case 'delivery':
        deliveries.set(entry.delivery.id, entry.delivery);
        return;
      case 'request':
        requests.push(entry.request);
        if (requests.length > keptRequests * 2) requests = requests.slice(-keptRequests);
        return;
      case 'arming':
        armings.set(entry.arming.id, entry.arming);
        return;
      case 'disarmed':
        armings.delete(entry.id);
        return;
      case 'receiver':
        receivers.set(entry.receiver.name, entry.receiver);
        return;
      case 'settings':
        settings = { ...initialSettings, ...entry.settings };
        return;
      case 'clock':
        offsetMs = entry.offsetMs;
    }
  }

  function* snapshot(): Iterable<JournalEntry> {
    yield { type: 'settings', settings };
    yield { type: 'clock', offsetMs };
    for (const receiver of receivers.values()) yield { type: 'receiver', receiver };
    for (const charge of charges.values()) yield { type: 'link', link: charge };
    for (const delivery of deliveries.values()) yield { type: 'delivery', delivery };
    for (const arming of armings.values()) yield { type: 'arming', arming };
    for (const request of requests.slice(-keptRequests)) yield { type: 'request', request };
  }

  if (dataFile) for (const entry of readJournal(dataFile)) apply(entry);
  const journal = dataFile ? openJournal(dataFile, snapshot()) : noJournal;

  function put(entry: JournalEntry): void {
    journal.append(entry);
    apply(entry);
  }

  return {
    charges: () => [...charges.values()],
    charge: (id) => charges.get(id) ?? null,
    chargesOf: (provider, kind, reference) =>
      (idsByReference.get(referenceKey(provider, kind, reference)) ?? []).flatMap((id) => charges.get(id) ?? []),
    putCharge: (charge) => put({ type: 'link', link: charge }),
    deliveries: () => [...deliveries.values()],
    delivery: (id) => deliveries.get(id) ?? null,
    putDelivery: (delivery) => put({ type: 'delivery', delivery }),
    requests: () => requests,
    addRequest: (request) => put({ type: 'request', request }),
    armings: () => [...armings.values()],
    putArming: (arming) => put({ type: 'arming', arming }),
    removeArming: (id) => put({ type: 'disarmed', id }),
    receivers: () => [...receivers.values()],
    putReceiver: (receiver) => put({ type: 'receiver', receiver }),
    settings: () => settings,
    putSettings: (next) => put({ type: 'settings', settings: next }),
    clockOffsetMs: () => offsetMs,
    putClockOffset: (next) => put({ type: 'clock', offsetMs: next }),
    clear() {
      charges.clear();
      idsByReference.clear();
      deliveries.clear();
      armings.clear();
      requests = [];
      journal.rewrite(snapshot());
    },
    close: journal.close,
  };
}
