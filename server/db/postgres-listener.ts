import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Db } from './db.ts';
import { createListeners, quoteName } from './listeners.ts';
import { createMutex } from './mutex.ts';

/** Waits before the next attempt after a lost connection: 0.25 s, then twice as long up to 8 s. */
const RECONNECT_MS = [250, 500, 1_000, 2_000, 4_000, 8_000];

/**
 * LISTEN on a connection of its own, opened with the first listener and again whenever it is lost. After a reconnect every
 * listener is called once with an empty payload: notifications may have been missed, so look for yourself.
 */
export function createPostgresListener(
  config: pg.ClientConfig,
  onLostConnection?: (error: Error) => void,
): Pick<Db, 'listen' | 'close'> {
  const listeners = createListeners();
  const oneAtATime = createMutex();
  const closing = new AbortController();
  let client: pg.Client | null = null;

  async function connect(): Promise<pg.Client> {
    // A statement limit is for statements; this connection waits for hours.
    const fresh = new pg.Client({ ...config, application_name: 'tautan listen' });
    fresh.on('notification', ({ channel, payload }) => listeners.notify(channel, payload ?? ''));
    fresh.on('error', (error) => onLostConnection?.(error));
    fresh.on('end', () => {
      if (client !== fresh) return;
      client = null;
      void oneAtATime(reconnect);
    });
    try {
      await fresh.connect();
      for (const channel of listeners.channels()) await fresh.query(`listen ${quoteName(channel)}`);
    } catch (error) {
      await fresh.end().catch(() => undefined);
      throw error;
    }
    return fresh;
  }

  async function reconnect() {
    for (let attempt = 0; client === null && !closing.signal.aborted; attempt += 1) {
      const delayMs = RECONNECT_MS[Math.min(attempt, RECONNECT_MS.length - 1)];
      await sleep(delayMs, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
      if (closing.signal.aborted || listeners.channels().length === 0) return;
      client = await connect().catch(() => null);
    }
    for (const channel of listeners.channels()) listeners.notify(channel, '');
  }

  return {
    listen: (channel, onPayload) =>
      listeners.add(channel, onPayload, (statement) =>
        oneAtATime(async () => {
          if (client !== null) await client.query(statement);
          else if (statement.startsWith('listen')) client = await connect();
        }),
      ),
    async close() {
      closing.abort();
      await oneAtATime(async () => {
        const last = client;
        client = null;
        await last?.end();
      });
    },
  };
}
