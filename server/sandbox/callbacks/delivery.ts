import type { TwinProvider } from '../charges/charge.ts';

/** What became of one try to hand a callback over. */
export interface Attempt {
  at: string;
  /** Null when no answer came. */
  httpStatus: number | null;
  error: string | null;
  tookMs: number;
}

/**
 * - pending: an attempt is due
 * - delivered: answered with 200
 * - failed: not answered with 200, and no attempt is left
 * - held: kept back until the settlement callback has gone (scenario callback_reordered)
 * - suppressed: never sent (scenario callback_never)
 */
export type DeliveryState = 'pending' | 'delivered' | 'failed' | 'held' | 'suppressed';

/** One callback and everything that happened to it. */
export interface Delivery {
  id: string;
  provider: TwinProvider;
  linkId: string;
  reference: string;
  reason: 'payment' | 'settlement' | 'resend' | 'duplicate' | 'forged';
  /** The bytes that are sent, and signed where the provider signs. */
  body: string;
  state: DeliveryState;
  /** Signed with another secret than the merchant's (scenario wrong_signature). */
  isSignedWrong?: boolean;
  createdAt: string;
  nextAttemptAt: string | null;
  attempts: Attempt[];
}
