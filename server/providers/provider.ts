import type { components } from '../../openapi/generated/console.ts';
import type { Statement } from '../payments/statement.ts';

/** A link that we want, after our own checks, under the reference that we minted. Instants are RFC 3339. */
export type LinkOrder = components['schemas']['CreateLinkInput'] & { reference: string };

/** How a provider can be asked about a link: REM knows our reference, Fazz knows only its own id. */
export interface LinkHandle {
  reference: string;
  providerPaymentId: string | null;
}

/** The provider answered and we could read it, perhaps with deviations from its contract (one sentence each). */
export interface Answer {
  kind: 'answer';
  statement: Statement;
  raw: string;
  deviations: string[];
}

/** The provider says that it has no such payment. Only its own words prove that; an HTML 404 does not. */
export interface Absent {
  kind: 'absent';
  raw: string | null;
}

/** The four ways in which a call fails. */
export type ProviderFailure =
  /** The provider said no, and why: nothing was done. */
  | { kind: 'declined'; code: string | null; message: string; raw: string | null }
  /** Nothing was done: not reached, refused before the work, or asked to slow down. */
  | { kind: 'unavailable'; message: string; retryAfterMs: number | null; raw: string | null }
  /** An answer outside the contract that we can make no statement of. For a write the outcome is then unknown too. */
  | { kind: 'unreadable'; message: string; raw: string | null }
  /** A write was sent and its answer is lost (time-out, dropped connection, 500 after the work). */
  | { kind: 'unknown_outcome'; message: string; raw: string | null };

export type CallbackReading =
  | {
      kind: 'statement';
      reference: string | null;
      providerPaymentId: string | null;
      statement: Statement;
      deviations: string[];
    }
  | { kind: 'unreadable'; reason: string };

/** What we need of a provider, in our words. One instance per provider account. No method throws. */
export interface LinkProvider {
  readonly canResendCallback: boolean;
  createLink(order: LinkOrder): Promise<Answer | ProviderFailure>;
  readLink(handle: LinkHandle): Promise<Answer | Absent | ProviderFailure>;
  deleteLink(handle: LinkHandle): Promise<Answer | Absent | ProviderFailure>;
  /** Asks for the latest callback again; the answer is the status that the same call reads. */
  resendCallback(handle: LinkHandle): Promise<Answer | Absent | ProviderFailure>;
  /** Finds out what became of a create whose answer is lost: REM by reading, Fazz by its idempotent referenceId. */
  resolveCreation(order: LinkOrder): Promise<Answer | Absent | ProviderFailure>;
  /** Looks for a link by anything a person may hold; 'cannot_look_up' when this provider has no such way. */
  lookUpLink(value: string): Promise<Answer | Absent | ProviderFailure | { kind: 'cannot_look_up' }>;
  /** Reads a callback's raw body. */
  readCallback(body: Uint8Array): CallbackReading;
  /** Whether the signature proves the sender; always true where the provider signs nothing (REM). */
  verifyCallback(headers: Readonly<Record<string, string | string[] | undefined>>, body: Uint8Array): boolean;
}
