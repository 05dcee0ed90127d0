import type { Logger } from 'pino';
import type { Content } from './armings.ts';
import type { VirtualClock } from './clock/virtual-clock.ts';
import type { Link, TwinProvider } from './links/link.ts';
import type { Offer } from './links/offer.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/store.ts';

/** An answer, ready to be sent. */
export interface Reply {
  httpStatus: number;
  headers: Record<string, string>;
  body: string;
  /** The link that the call made, read or changed; for the log of requests. */
  linkId: string | null;
}

/** What differs between the providers where the rest of the twin is the same. */
export interface ProviderTwin {
  /** The ways to pay that this link offers. */
  offers(link: Link): Offer[];
  callbackBody(link: Link, content: Content): string;
  /** Headers that prove the sender of a callback. */
  callbackSignature(body: string): Record<string, string>;
  /** How long to wait before each further attempt at a callback, ms; empty when there is none. */
  retryGapsMs(settings: Settings): readonly number[];
  /** The answer to a call that the provider's rules refuse; null for any other error. */
  refusal(error: unknown): Reply | null;
  tooManyRequests(retryAfterSeconds: number): Reply;
  internalError(): Reply;
}

/** All that the twin's verbs work with. */
export interface Twin {
  clock: VirtualClock;
  store: Store;
  providers: Record<TwinProvider, ProviderTwin>;
  /** The address of the payer's page. */
  payerUrl(linkId: string): string;
  /** Attempts at callbacks that go on, by link. */
  underWay: Map<string, Promise<void>>;
  /** Aborts when the twin is closed. */
  stopping: AbortSignal;
  log: Logger;
}

/** The present instant of the twin, RFC 3339. */
export const nowOf = (twin: Pick<Twin, 'clock'>) => twin.clock.now().toISOString();
