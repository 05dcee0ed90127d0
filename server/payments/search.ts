import type { components } from '../../openapi/generated/console.ts';
import type { PaymentKind } from './payment.ts';
import type { EnvironmentName, Method, PaymentStatus, ProviderName, Settlement } from './statement.ts';

type Schemas = components['schemas'];
export type Sort = Schemas['PaymentSort'];

export type Attention = Schemas['Attention'];

/** Which payments: all of one environment, narrowed by what is given. Empty lists narrow nothing. Days are in WIB, the last included. */
export interface PaymentFilter {
  environment: EnvironmentName;
  kinds?: PaymentKind[];
  q?: string;
  status?: PaymentStatus[];
  settlement?: Settlement[];
  provider?: ProviderName[];
  method?: Method[];
  createdFrom?: Schemas['Day'];
  createdTo?: Schemas['Day'];
  /** When they were paid; of a provider that names no time, when we learned of it. */
  paidFrom?: Schemas['Day'];
  paidTo?: Schemas['Day'];
  /** When the provider expects to settle what waits for it. */
  settlesFrom?: Schemas['Day'];
  settlesTo?: Schemas['Day'];
  /** What no provider has stated. */
  missing?: ('method' | 'settlesAt')[];
  /** What needs a person, at the instant of the search. */
  attention?: Attention;
}

/** Which payments, in which order, and which page of them. */
export interface PaymentSearch extends PaymentFilter {
  sort?: Sort;
  cursor?: string;
  limit?: number;
}
