import type { components } from '../../openapi/generated/console.ts';
import type { PaymentKind } from './payment.ts';
import type { EnvironmentName, Method, PaymentStatus, ProviderName, Settlement } from './statement.ts';

type Schemas = components['schemas'];
export type Sort = Schemas['LinkSort'];

/** Which payments: all of one kind in one environment, narrowed by what is given. Empty lists narrow nothing. */
export interface PaymentFilter {
  environment: EnvironmentName;
  kind: PaymentKind;
  q?: string;
  status?: PaymentStatus[];
  settlement?: Settlement[];
  provider?: ProviderName[];
  method?: Method[];
  /** First and last day of creation, in WIB. */
  createdFrom?: Schemas['Day'];
  createdTo?: Schemas['Day'];
}

/** Which payments, in which order, and which page of them. */
export interface PaymentSearch extends PaymentFilter {
  sort?: Sort;
  cursor?: string;
  limit?: number;
}
