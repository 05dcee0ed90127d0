import type { components } from '../../openapi/generated/console.ts';
import type { PaymentKind } from '../payments/payment.ts';
import type { Statement } from '../payments/statement.ts';

type Schemas = components['schemas'];
export type LookUpKey = Schemas['LookUpKey'];
export type SimulationStep = Schemas['SimulationInput']['step'];

/** A link that we want, after our own checks, under the reference that we minted. Instants are RFC 3339. */
export type LinkOrder = Schemas['CreateLinkInput'] & { reference: string };
/** A QRIS routing that we want. */
export type RoutingOrder = Schemas['CreateRoutingInput'] & { reference: string; expiresAt: string; method: 'qris' };
/** A one-time payment that we want. */
export type OneTimeOrder = Schemas['CreateOneTimePaymentInput'] & { reference: string; expiresAt: string };

/** What each kind of payment is ordered with. */
export interface Orders {
  link: LinkOrder;
  routing: RoutingOrder;
  'one-time': OneTimeOrder;
}

/** How a provider can be asked about a payment: REM knows our reference; Fazz, and REM's simulation, only their own id. */
export interface PaymentHandle {
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
  | {
      kind: 'unavailable';
      message: string;
      retryAfterMs: number | null;
      /** Whether no other payment would have fared better: the provider was not reached, or asks for fewer requests. */
      isAboutAccount: boolean;
      raw: string | null;
    }
  /** An answer outside the contract that we can make no statement of. For a write the outcome is then unknown too. */
  | { kind: 'unreadable'; message: string; raw: string | null }
  /** A write was sent and its answer is lost (time-out, dropped connection, 500 after the work). */
  | { kind: 'unknown_outcome'; message: string; raw: string | null };

export type CallbackReading =
  | {
      kind: 'statement';
      /** Which kind of payment it is about. */
      about: PaymentKind;
      reference: string | null;
      providerPaymentId: string | null;
      statement: Statement;
      deviations: string[];
    }
  | { kind: 'unreadable'; reason: string };

/** The provider did as asked and says nothing more. */
export interface Done {
  kind: 'done';
  raw: string;
}

/** One page of a provider's own list. */
export interface ListedPage {
  kind: 'page';
  /** In the provider's order; what could not be read is counted apart. */
  items: { statement: Statement; raw: string; deviations: string[] }[];
  unreadableCount: number;
  /** Whether the provider filled the page, so that there may be another. */
  isFull: boolean;
}

export interface ListRequest {
  /** Made from this instant on, and before that one. RFC 3339. */
  createdFrom: string;
  createdBefore: string;
  /** From 1. */
  page: number;
  size: number;
}

/**
 * What we need of a provider for one kind of payment, in our words. No method throws. What the provider has no call for is
 * null, and the actions of such a payment say so.
 */
export interface PaymentPort<Order> {
  create(order: Order): Promise<Answer | ProviderFailure>;
  read(handle: PaymentHandle): Promise<Answer | Absent | ProviderFailure>;
  /** Finds out what became of a create whose answer is lost: REM by reading, Fazz by its idempotent referenceId. */
  resolveCreation(order: Order): Promise<Answer | Absent | ProviderFailure>;
  /** Looks for a payment by what a person holds, as `by` or, without it, as anything that it may be. */
  lookUp(value: string, by?: LookUpKey): Promise<Answer | Absent | ProviderFailure | { kind: 'cannot_look_up' }>;
  delete: ((handle: PaymentHandle) => Promise<Answer | Absent | ProviderFailure>) | null;
  /** Asks for the latest callback again; the answer is the status that the same call reads. */
  resendCallback: ((handle: PaymentHandle) => Promise<Answer | Absent | ProviderFailure>) | null;
  /** Test environments only: has the provider pretend that this step happened. Its callback comes on its own. */
  simulate: Partial<Record<SimulationStep, (handle: PaymentHandle) => Promise<Done | Absent | ProviderFailure>>>;
  list: ((request: ListRequest) => Promise<ListedPage | ProviderFailure>) | null;
}

/** An image that the server fetched for a browser. */
export interface FetchedImage {
  kind: 'image';
  contentType: string;
  bytes: Uint8Array;
}

/** All that one account of a provider offers. */
export interface Provider {
  /** Null for a kind that this provider has not. */
  ports: { [Kind in PaymentKind]: PaymentPort<Orders[Kind]> | null };
  /** Whether it signs its callbacks (Fazz). What an unsigned one says is a claim, until a read confirms it (providers.md A.9). */
  signsCallbacks: boolean;
  /** Reads a callback's raw body. */
  readCallback(body: Uint8Array): CallbackReading;
  /** Whether the signature proves the sender; always true where the provider signs nothing (REM). */
  verifyCallback(headers: Readonly<Record<string, string | string[] | undefined>>, body: Uint8Array): boolean;
  /** Fetches a QR image: images alone, at most 1 MB, from the provider's hosts, without following redirects. */
  fetchQrImage(url: string): Promise<FetchedImage | ProviderFailure>;
}
