import { type Belief, type BelievedField, believedFields, type Order } from './belief.ts';
import type { Payment } from './payment.ts';

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const ownFields = [
  'id',
  'environment',
  'kind',
  'provider',
  'reference',
  'imported',
  'createdBy',
  'deletingSince',
  'checkAfter',
  'checkAttempts',
  'simulatedAt',
  'calledBackAt',
  'contradictedAt',
  'claimedAt',
  'confirmAfter',
  'confirmAttempts',
  'sweepAfter',
  'version',
  'updatedAt',
] as const satisfies readonly (keyof Payment)[];

/** The columns of a whole payment, of the table or alias `payments`; `order` is what it was asked to be. */
export const paymentColumns = [
  ...[...ownFields, ...believedFields].map((field) => `payments.${columnOf(field)} as "${field}"`),
  `payments.request as "order"`,
  `(select staff.name from staff where staff.id = payments.created_by) as "createdByName"`,
].join(', ');

export type PaymentRow = Omit<Payment, 'emails'> & { emails: string; order: Order | null };

/** A payment and its order, which no screen needs. */
export interface StoredPayment {
  payment: Payment;
  order: Order | null;
}

export function toStoredPayment({ order, emails, ...row }: PaymentRow): StoredPayment {
  return { payment: { ...row, emails: emails === '' ? [] : emails.split(';') }, order };
}

/** Columns and parameters of what is believed; `at` is the number of the first parameter. */
export function believedColumns(
  belief: Belief,
  at: number,
): { columns: string[]; values: string[]; params: unknown[] } {
  return {
    columns: believedFields.map(columnOf),
    values: believedFields.map((field, index) => `$${at + index}${castOf(field)}`),
    params: believedFields.map((field) => (field === 'emails' ? belief.emails.join(';') : belief[field])),
  };
}

const castOf = (field: BelievedField): string =>
  field === 'enabledMethods' || field === 'enabledBanks' ? '::text[]' : '';
