import type { ServerResponse } from 'node:http';
import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { keptEvents, missedEvents } from './live.sql.ts';
import type { LiveHub } from './live-hub.ts';
import { type RowEvent, withRows } from './read-rows.ts';

/** How long a browser waits before it connects again. */
const retryMs = 2_000;
/** Under the idle limits of common proxies (60 s). */
const heartbeatMs = 15_000;
/** How long a stream may outlive its session. */
const askEveryMs = 5_000;
/** More missed payments than this are not sent one by one: the reader reads again what it shows. */
const mostMissed = 500;
/** A reader that leaves so much unread is dropped; it comes back with its cursor. */
const mostUnreadBytes = 1_000_000;

interface StreamDeps {
  db: Db;
  hub: LiveHub;
}

interface Viewer {
  environment: EnvironmentName;
  /** The last id that the reader has seen; null on its first connection. */
  cursor: number | null;
  /** Turns false when the session has ended. */
  stillValid(): Promise<boolean>;
}

/**
 * Streams the changes of an environment as server-sent events until either side ends. Three phases, so that nothing is
 * lost between them: subscribe and keep what comes, send what the cursor missed, send what was kept; then live.
 */
export async function streamEvents({ db, hub }: StreamDeps, viewer: Viewer, out: ServerResponse): Promise<void> {
  // Gone already: its 'close', which ends all that follows, has been.
  if (out.destroyed) return;
  const { environment, cursor } = viewer;
  let kept: RowEvent[] | null = [];
  let lastId = cursor ?? hub.cursor();

  /** Nothing may be written once it has ended, which a shutdown may do at any moment. */
  function write(text: string) {
    if (!out.writableEnded && !out.destroyed) out.write(text);
  }
  function send(events: RowEvent[]) {
    for (const event of events) {
      if (event.id <= lastId) continue;
      lastId = event.id;
      write(`id: ${event.id}\nevent: ${event.name}\ndata: ${JSON.stringify(event.row)}\n\n`);
    }
    if (out.writableLength > mostUnreadBytes) out.destroy();
  }

  const unsubscribe = hub.subscribe(environment, {
    onEvents: (events) => (kept === null ? send(events) : kept.push(...events)),
    onStop: () => out.end(),
  });
  const timers = [
    setInterval(() => write(': still here\n\n'), heartbeatMs),
    // A database that is away for a moment ends nobody's session.
    setInterval(async () => (await viewer.stillValid().catch(() => true)) || out.end(), askEveryMs),
  ];
  out.on('close', () => {
    unsubscribe();
    for (const timer of timers) clearInterval(timer);
  });

  out.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    // no-transform keeps compression from holding events back, X-Accel-Buffering does it for nginx.
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  // An id without data moves the reader's cursor, so that it has one before the first event.
  write(`retry: ${retryMs}\nid: ${lastId}\n\n`);

  if (cursor !== null) {
    const missed = await readMissed(db, environment, cursor);
    if (missed === 'too_old') {
      lastId = hub.cursor();
      write(`id: ${lastId}\nevent: reset\ndata: {}\n\n`);
    } else send(missed);
  }
  const between = kept;
  kept = null;
  send(between);
}

/** What happened after the cursor; 'too_old' when that is not kept any more, is too much, or is of another database. */
async function readMissed(db: Db, environment: EnvironmentName, cursor: number): Promise<RowEvent[] | 'too_old'> {
  const held = await keptEvents(db);
  const newest = held?.newest ?? 0;
  const before = held === null ? 0 : held.oldest - 1;
  if (cursor < before || cursor > newest) return 'too_old';
  const events = await missedEvents(db, environment, cursor, mostMissed + 1);
  return events.length > mostMissed ? 'too_old' : withRows(db, events);
}
