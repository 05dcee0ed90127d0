import type { components } from '../../openapi/generated/console.ts';
import type { FieldError } from '../http/problems.ts';
import type { PaymentKind } from '../payments/payment.ts';
import type { ProviderName } from '../payments/statement.ts';
import type { Orders } from '../providers/provider.ts';

type Schemas = components['schemas'];

/** What each kind of payment is created from, as it passed the contract. */
export interface CreateInputs {
  link: Schemas['CreateLinkInput'];
  routing: Schemas['CreateRoutingInput'];
  'one-time': Schemas['CreateOneTimePaymentInput'];
}

/** All that differs between kinds when one is created; whatever else may be done is in this room, for every kind alike. */
export interface Kind<K extends PaymentKind> {
  kind: K;
  /** The operation that creates one, and its name in the audit. */
  createAction: 'createLink' | 'createRouting' | 'createOneTimePayment';
  providerOf(input: CreateInputs[K]): ProviderName;
  /** The rules that the contract cannot say (openapi/rules); none broken means that it may be sent. */
  checkInput(input: CreateInputs[K], now: Date): FieldError[];
  /**
   * What the provider is asked for, its expiry included: Fazz must be sent the very same order again when its answer is
   * lost.
   */
  toOrder(input: CreateInputs[K], reference: string, now: Date): Orders[K];
}

/** The declaration of every kind; compose.ts puts them together. */
export type Kinds = { [K in PaymentKind]: Kind<K> };
