import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { may } from '../auth/permissions.ts';
import type { PaymentKind } from '../payments/payment.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import { secretChangedAt } from './signing-secrets.ts';

type Document = components['schemas']['Destination'];

/** A system of the merchant to which callbacks are sent on. */
export interface Destination {
  id: string;
  environment: EnvironmentName;
  name: string;
  url: string;
  /** Whose callbacks it takes, and about which payments; null takes all, and of kinds also what nobody could read. */
  providers: ProviderName[] | null;
  kinds: PaymentKind[] | null;
  secrets: SigningSecret[];
  pausedAt: Date | null;
  pausedReason: NonNullable<Document['pausedReason']> | null;
  /** Attempts that failed since the last one that did not, and since when. */
  failureCount: number;
  failingSince: Date | null;
  lastDeliveredAt: Date | null;
  createdAt: Date;
}

/** A secret signs until this instant (RFC 3339); the newest has no end. */
export interface SigningSecret {
  /** `whsec_…`, as the Standard Webhooks specification writes it. */
  secret: string;
  until: string | null;
}

export type CountedDestination = Destination & { waitingCount: number };

/** What a screen shows of a destination. An address often holds a secret in its path: all but admins see only its host. */
export function presentDestination(destination: CountedDestination, actor: Actor): Document {
  const { environment, url } = destination;
  return {
    id: destination.id,
    name: destination.name,
    url: may(actor.role, 'destinations.manage', environment) ? url : `${new URL(url).origin}/…`,
    providers: destination.providers,
    kinds: destination.kinds,
    state: destination.pausedAt === null ? 'active' : 'paused',
    pausedReason: destination.pausedReason,
    failingSince: destination.failingSince?.toISOString() ?? null,
    waitingCount: destination.waitingCount,
    lastDeliveredAt: destination.lastDeliveredAt?.toISOString() ?? null,
    secretChangedAt: secretChangedAt(destination.secrets)?.toISOString() ?? null,
    createdAt: destination.createdAt.toISOString(),
  };
}
