import type { Logger } from 'pino';
import type { Content } from './armings.ts';
import type { Charge, TwinProvider } from './charges/charge.ts';
import type { Offer } from './charges/offer.ts';
import type { VirtualClock } from './clock/virtual-clock.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/store.ts';

/** An answer, ready to be sent. */
export interface Reply {
  httpStatus: number;
  headers: Record<string, string>;
  body: string | Buffer;
  /** The charge that the call made, read or changed; for the log of requests. */
  linkId: string | null;
}

/** What differs between the providers where the rest of the twin is the same. */
export interface ProviderTwin {
  /** The ways to pay that this charge offers. */
  offers(charge: Charge): Offer[];
  callbackBody(charge: Charge, content: Content, settings: Settings): string;
  /** Headers that prove the sender of a callback, made with another secret when they are to be wrong. */
  callbackSignature(body: string, isWrong: boolean): Record<string, string>;
  /** How long to wait before each further attempt at a callback, ms; empty when there is none. */
  retryGapsMs(settings: Settings): readonly number[];
  /** The answer to a call that the provider's rules refuse; null for any other error. */
  refusal(error: unknown): Reply | null;
  tooManyRequests(retryAfterSeconds: number): Reply;
  internalError(): Reply;
  /** A refusal with one of the provider's numbered codes. */
  rejectionWith(code: number): Reply;
}

/** All that the twin's verbs work with. */
export interface Twin {
  clock: VirtualClock;
  store: Store;
  providers: Record<TwinProvider, ProviderTwin>;
  /** The whole address of one of the twin's own paths. */
  addressOf(path: string): string;
  /** Attempts at callbacks that go on, by charge. */
  underWay: Map<string, Promise<void>>;
  /** Aborts when the twin is closed. */
  stopping: AbortSignal;
  log: Logger;
}

/** The address of the payer's page. */
export const payerPath = (chargeId: string) => `/pay/${chargeId}`;

/** The present instant of the twin, RFC 3339. */
export const nowOf = (twin: Pick<Twin, 'clock'>) => twin.clock.now().toISOString();
