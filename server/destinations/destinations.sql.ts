import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import type { CountedDestination, Destination } from './destination.ts';
import type { DestinationHealth } from './destination-health.ts';

const columns = `destinations.id, environment, name, url, providers, kinds, secrets, paused_at as "pausedAt",
  paused_reason as "pausedReason", failure_count as "failureCount", failing_since as "failingSince",
  last_delivered_at as "lastDeliveredAt", destinations.created_at as "createdAt"`;

const waitingCount = `(select count(*) from deliveries
  where deliveries.destination_id = destinations.id and deliveries.state = 'waiting') as "waitingCount"`;

type NewDestination = Pick<
  Destination,
  'id' | 'environment' | 'name' | 'url' | 'providers' | 'kinds' | 'secrets' | 'createdAt'
>;

/** Throws a unique violation when another living destination of the environment has the name. */
export async function insertDestination(tx: Db, destination: NewDestination): Promise<void> {
  const { id, environment, name, url, providers, kinds, secrets, createdAt } = destination;
  await tx.query(
    `insert into destinations (id, environment, name, url, providers, kinds, secrets, created_at)
     values ($1, $2, $3, $4, $5::text[], $6::text[], $7::jsonb, $8)`,
    [id, environment, name, url, providers, kinds, secrets, createdAt],
  );
}

/** As insertDestination. */
export async function rewriteDestination(
  tx: Db,
  { id, name, url, providers, kinds }: Pick<Destination, 'id' | 'name' | 'url' | 'providers' | 'kinds'>,
): Promise<void> {
  await tx.query(
    `update destinations set name = $2, url = $3, providers = $4::text[], kinds = $5::text[] where id = $1`,
    [id, name, url, providers, kinds],
  );
}

/** All living ones of an environment, oldest first. */
export async function selectDestinations(db: Db, environment: EnvironmentName): Promise<CountedDestination[]> {
  const { rows } = await db.query<CountedDestination>(
    `select ${columns}, ${waitingCount} from destinations
     where environment = $1 and deleted_at is null order by created_at, id`,
    [environment],
  );
  return rows;
}

/** Living ones that are paused, but not by a person. */
export async function countPausedByUs(db: Db, environment: EnvironmentName): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from destinations
     where environment = $1 and deleted_at is null and paused_reason <> 'by_person'`,
    [environment],
  );
  return rows[0]?.count ?? 0;
}

export async function selectDestination(db: Db, id: string): Promise<CountedDestination | null> {
  const { rows } = await db.query<CountedDestination>(
    `select ${columns}, ${waitingCount} from destinations where id = $1 and deleted_at is null`,
    [id],
  );
  return rows[0] ?? null;
}

/**
 * A living destination, locked until the transaction ends. Whoever puts something into its queue out of turn, takes from it
 * or writes down an attempt holds this lock first, before it locks deliveries: so one at a time, and no two wait for
 * each other. Putting a new callback at the end of the queue needs no lock.
 */
export async function lockDestination(tx: Db, id: string): Promise<Destination | null> {
  const { rows } = await tx.query<Destination>(
    `select ${columns} from destinations where id = $1 and deleted_at is null for no key update`,
    [id],
  );
  return rows[0] ?? null;
}

export async function writeHealth(tx: Db, id: string, health: DestinationHealth): Promise<void> {
  await tx.query(
    `update destinations set failure_count = $2, failing_since = $3, last_delivered_at = $4, paused_at = $5, paused_reason = $6
     where id = $1`,
    [id, health.failureCount, health.failingSince, health.lastDeliveredAt, health.pausedAt, health.pausedReason],
  );
}

export async function writeSecrets(tx: Db, id: string, secrets: Destination['secrets']): Promise<void> {
  await tx.query(`update destinations set secrets = $2::jsonb where id = $1`, [id, secrets]);
}

/** Nothing that waits is sent any more; what was, stays as it is. */
export async function markDeleted(tx: Db, id: string, at: Date): Promise<void> {
  await tx.query(`update destinations set deleted_at = $2 where id = $1`, [id, at]);
  await tx.query(
    `update deliveries set state = 'given_up', ended_at = $2 where destination_id = $1 and state = 'waiting'`,
    [id, at],
  );
}

/** Those in whose queue something is due, and that may take it. */
export async function destinationsWithDue(db: Db, at: Date): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from destinations where deleted_at is null and paused_at is null and exists (
       select 1 from deliveries where deliveries.destination_id = destinations.id and state = 'waiting'
         and next_attempt_at <= $1 and (claimed_until is null or claimed_until <= $1))`,
    [at],
  );
  return rows.map(({ id }) => id);
}
