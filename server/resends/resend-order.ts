import type { components } from '../../openapi/generated/console.ts';
import type { EnvironmentName } from '../payments/statement.ts';

type Schemas = components['schemas'];
type Document = Schemas['ResendOrder'];

/** At the quickest pace a quarter of an hour, at a provider's three hours. */
export const mostItems = 100_000;

/** An order to send many callbacks again. */
export interface ResendOrder {
  id: string;
  environment: EnvironmentName;
  /** One of the two: the latest callback of each payment is sent, or each callback. */
  paymentFilter: Schemas['PaymentFilter'] | null;
  callbackFilter: Schemas['CallbackFilter'] | null;
  via: Document['via'];
  destinationId: string | null;
  perMinute: number;
  /** Name of the person. */
  orderedBy: string;
  requestDigest: string;
  auditEntryId: number | null;
  createdAt: Date;
  /** One is sent first, as a canary; a person looks at it before the rest is sent. */
  stage: 'canary' | 'canary_done' | 'running';
  pausedAt: Date | null;
  pausedReason: NonNullable<Document['pausedReason']> | null;
  problem: string | null;
  endedAt: Date | null;
  endedAs: 'done' | 'cancelled' | null;
  counts: ResendCounts;
  /** How often the provider could not be asked, one time after the other. */
  refusals: number;
  nextAt: Date;
  /** Grows with each claim: only who holds the latest may send. */
  claim: number;
  claimedUntil: Date | null;
}

/** How many of all items of the order have which result. */
export interface ResendCounts {
  all: number;
  done: number;
  failed: number;
  unknown: number;
  skipped: number;
  cancelled: number;
}

/** What a screen shows of an order. */
export function presentResendOrder(order: ResendOrder): Document {
  const { counts } = order;
  return {
    id: order.id,
    paymentFilter: order.paymentFilter,
    callbackFilter: order.callbackFilter,
    via: order.via,
    destinationId: order.destinationId,
    perMinute: order.perMinute,
    state: order.endedAs ?? (order.pausedAt === null ? order.stage : 'paused'),
    pausedReason: order.pausedReason,
    problem: order.problem,
    count: counts.all,
    doneCount: counts.done,
    failedCount: counts.failed,
    unknownCount: counts.unknown,
    skippedCount: counts.skipped,
    cancelledCount: counts.cancelled,
    orderedBy: order.orderedBy,
    createdAt: order.createdAt.toISOString(),
    endedAt: order.endedAt?.toISOString() ?? null,
  };
}
