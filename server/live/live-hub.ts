import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { eventsAfter, keptEvents } from './live.sql.ts';
import { type RowEvent, withRows } from './read-rows.ts';

/** How often the hub looks by itself, for notifications that a broken database connection swallowed. */
const lookEveryMs = 5_000;
const batchSize = 100;

/** One LISTEN for all the streams of this process: each event's row is read once and handed to everybody. */
export interface LiveHub {
  start(): Promise<void>;
  /** Id of the newest event that has been handed on; a new subscriber gets those after it. */
  cursor(): number;
  /** Hands on events of one environment in their order until unsubscribed; `onStop` when the hub stops. */
  subscribe(environment: EnvironmentName, subscriber: Subscriber): () => void;
  stop(): Promise<void>;
}

export interface Subscriber {
  onEvents(events: RowEvent[]): void;
  onStop(): void;
}

interface HubDeps {
  db: Db;
  log: { warn(fields: object, message: string): void };
}

/** A hub that has not started yet; one for each server. */
export function createLiveHub({ db, log }: HubDeps): LiveHub {
  const subscribers = new Map<Subscriber, EnvironmentName>();
  let cursor = 0;
  let isLooking = false;
  let looksAgain = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let unlisten = async () => {};

  async function handOnNew() {
    for (;;) {
      const events = await eventsAfter(db, cursor, batchSize);
      const last = events.at(-1);
      if (!last) return;
      const rows = await withRows(db, events);
      cursor = last.id;
      for (const [subscriber, environment] of [...subscribers]) {
        const mine = rows.filter((row) => row.environment === environment);
        if (mine.length > 0) subscriber.onEvents(mine);
      }
    }
  }

  /** Looks once for any number of calls that come while it looks. */
  async function look() {
    looksAgain = true;
    if (isLooking) return;
    isLooking = true;
    try {
      while (looksAgain && !isStopped) {
        looksAgain = false;
        await handOnNew();
      }
    } catch (error) {
      log.warn({ err: error }, 'live events could not be read; they are read again soon');
    } finally {
      isLooking = false;
    }
  }

  return {
    async start() {
      unlisten = await db.listen('live', () => void look());
      cursor = (await keptEvents(db))?.newest ?? 0;
      timer = setInterval(() => void look(), lookEveryMs);
    },
    cursor: () => cursor,
    subscribe(environment, subscriber) {
      subscribers.set(subscriber, environment);
      if (isStopped) queueMicrotask(() => subscriber.onStop());
      return () => subscribers.delete(subscriber);
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      for (const subscriber of [...subscribers.keys()]) subscriber.onStop();
      subscribers.clear();
      // A database that is away does not listen any more either, and must not stop the shutdown.
      await unlisten().catch((error: unknown) =>
        log.warn({ err: error }, 'the database could not be told to listen no more'),
      );
    },
  };
}
