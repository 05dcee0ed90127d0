import type { LinkRow } from '../../../api/links.ts';

const living: Record<LinkRow['status'], boolean> = {
  creating: true,
  open: true,
  awaiting_payment: true,
  processing: true,
  paid: false,
  expired: false,
  deleted: false,
  // A failed attempt may be followed by another while the link lives.
  failed: true,
};

/** Whether the customer can still pay by the link, so that sending it makes sense. */
export function canBePaid({ status }: Pick<LinkRow, 'status'>): boolean {
  return living[status];
}
