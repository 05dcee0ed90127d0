import type { components } from '../../openapi/generated/console.ts';

type PaymentStatus = components['schemas']['PaymentStatus'];

/** The colour of each status; the same everywhere. */
export const statusTones = {
  creating: 'violet',
  open: 'blue',
  awaiting_payment: 'amber',
  processing: 'amber',
  paid: 'green',
  expired: 'grey',
  deleted: 'grey',
  failed: 'red',
} as const satisfies Record<PaymentStatus, string>;
