import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from '../../../openapi/generated/console.ts';
import { type KillableServer, startKillableServer } from '../killable-server.ts';
import type { TestDatabase } from '../test-database.ts';
import type { Good } from './actions.ts';
import type { Sighting } from './evidence.ts';
import { until } from './until.ts';

type Row = components['schemas']['PaymentRow'];

/** What staff ordered under one Idempotency-Key, and what each request was answered. */
export interface Order {
  number: number;
  key: string;
  good: Good;
  /** When it was first sent. */
  at: Date;
  answers: { httpStatus: number; paymentId: string | null }[];
}

/** Where it all happens, and what was seen of it so far. */
export interface Stage {
  server: KillableServer;
  destinationId: string;
  orders: Map<number, Order>;
  sightings: Sighting[];
  /** How often things were done, by their names. */
  counts: Map<string, number>;
  /** Kills and restarts of each replica, one after the other. */
  underWay: Promise<void>[];
}

/** The name of the merchant's system at the twin. */
export const receiverName = 'chaos';

/** Short, so that a slow provider is given up within a round; and no budget of reads that would stretch the test. */
const settings = { ANSWER_WITHIN_MS: '400', PROVIDER_TIMEOUT_MS: '2000', PROVIDER_READS_PER_MINUTE: '6000' };

/** Starts the twin, the servers and a destination for all callbacks. */
export async function openStage(options: { replicas: number; database: TestDatabase | null }): Promise<Stage> {
  const { replicas: replicaCount, database } = options;
  const server = await startKillableServer({ replicaCount, database, settings });
  const { environment, twin } = server;
  const { data, response } = await server.client().POST('/api/{environment}/destinations', {
    params: { path: { environment } },
    body: { name: 'ERP', url: `${twin.url}/receiver/${receiverName}` },
  });
  if (!data) throw new Error(`The destination was not created: HTTP ${response.status}`);
  const underWay = server.replicas.map(() => Promise.resolve());
  return { server, destinationId: data.id, orders: new Map(), sightings: [], counts: new Map(), underWay };
}

export function count(stage: Pick<Stage, 'counts'>, name: string, by = 1): void {
  stage.counts.set(name, (stage.counts.get(name) ?? 0) + by);
}

/** What the client of the console resolves to. */
export type Answered<Data> = { data?: Data; error?: unknown; response: Response };

const patienceMs = 90_000;
const away = ['/problems/not-ready', '/problems/draining'];

/**
 * Asks a replica as a browser behind a balancer does: when it gives no answer, the next one, until one does; signed in anew
 * when the clock has gone on. Throws when nobody answers.
 */
export async function ask<Data>(
  { server }: Stage,
  replica: number,
  request: (client: Client<paths>) => Promise<Answered<Data>>,
): Promise<Answered<Data>> {
  const { replicas } = server;
  let attempt = replica;
  let answered: Answered<Data> | null = null;
  async function isAnswered() {
    const chosen = replicas[attempt++ % replicas.length];
    const client = createClient<paths>({ baseUrl: chosen?.url ?? '', headers: { cookie: server.cookie } });
    const answer = await request(client).catch(() => null);
    if (answer?.response.status === 401) await server.signIn(chosen).catch(() => undefined);
    const isThere = answer !== null && answer.response.status !== 401 && !away.includes(problemType(answer.error));
    answered = isThere ? answer : null;
    return isThere;
  }
  if (!(await until(isAnswered, { withinMs: patienceMs, everyMs: 25 })) || answered === null)
    throw new Error(
      `no replica answered within ${patienceMs / 1_000} s:\n${replicas.map((one) => one.output()).join('\n')}`,
    );
  return answered;
}

function problemType(error: unknown): string {
  return typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : '';
}

/** Notes what somebody was shown of payments by an answer that was asked for at `startedMs`. */
export function see(stage: Stage, startedMs: number, rows: readonly Row[]): void {
  const seen = rows.map(({ id, version, status, settlement }) => ({ paymentId: id, version, status, settlement }));
  if (seen.length > 0) stage.sightings.push({ startedMs, endedMs: performance.now(), payments: seen });
}
