import type { PaymentKind } from '../api/keys.ts';
import type { SimulationStep } from '../api/payment-actions.ts';
import type { LookUpKey, PaymentRow } from '../api/payments.ts';
import type { Place } from '../app/paths.ts';
import type { TableColumns } from '../table/columns.ts';
import type { FilterChipPart } from './filters/payment-search.ts';
import type { FactName } from './panel/facts/fact-names.ts';

/** What a list of payments declares; the screens are shared. Its words are `words.lists[place]`. */
export interface ListView {
  place: Place;
  /** The one kind it holds; null for all. */
  kind: PaymentKind | null;
  /** Make them with `paymentColumns`, once. */
  columns: TableColumns<PaymentRow>;
  /** The filters that are offered; another one that the address sets is shown too. */
  filters: readonly FilterChipPart[];
  /** What may be simulated for several chosen rows at once. */
  simulatesSeveral: readonly SimulationStep[];
}

/** What a kind of payment declares: its list, the facts of its panel, and by what the provider finds one. Its words are `words.kinds[kind]`. */
export interface KindView extends ListView {
  kind: PaymentKind;
  /** By what its providers can be asked for one. */
  lookUpKeys: readonly LookUpKey[];
  /** The facts that are asked every day, in this order; those without a value are left out. */
  facts: readonly FactName[];
  /** The facts behind "all details". */
  moreFacts: readonly FactName[];
  /** The providers that have such payments, each with what it can simulate at all; whether it may be done now is said by the server. */
  providers: Partial<Record<PaymentRow['provider'], readonly SimulationStep[]>>;
  /** What its address leads to; null where that is shown beside the facts. */
  page: 'payer-page' | 'hosted-qr' | null;
}
